"""Colours and whether text in them can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.colour import contrast, css_colour, readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@pytest.mark.parametrize(
    ("written", "colour"),
    [
        ("#F9EAFB", "#f9eafb"),
        ("#abc", "#aabbcc"),
        ("#abc8", "#aabbcc"),
        ("#11223380", "#112233"),
        ("  RebeccaPurple ", "#663399"),
        ("lightgoldenrodyellow", "#fafad2"),
        ("rgb(249, 234, 251)", "#f9eafb"),
        ("rgb(249 234 251 / 50%)", "#f9eafb"),
        ("rgba(255,0,0,.5)", "#ff0000"),
        ("rgb(100%, 0%, 50%)", "#ff0080"),
        ("rgb(300, -5, 0)", "#ff0000"),
        ("hsl(120, 100%, 25%)", "#008000"),
        ("hsl(480deg 100% 25%)", "#008000"),
    ],
)
def test_css_colours(written: str, colour: str) -> None:
    assert css_colour(written) == colour


@pytest.mark.parametrize(
    "written",
    [
        "",
        "transparent",
        "inherit",
        "none",
        "var(--x)",
        "#12",
        "#12345",
        "#gggggg",
        "rgb(1,2)",
        "rgb(a,b,c)",
        "rgb(nan,0,0)",
        "hsl(x,1,1)",
        "rgba(0,0,0,0)",
        "#0000",
        "#11223300",
        "url(x)",
        "rgb(" + "1" * 10**6,
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_visible_colour(written: str) -> None:
    assert css_colour(written) == ""


@given(st.text(st.characters() | st.sampled_from("rgbahsl(),.%/ 0123456789#e-")))
def test_no_text_raises(text: str) -> None:
    assert css_colour(text) == "" or len(css_colour(text)) == 7


@given(st.lists(st.floats(), min_size=3, max_size=4), st.sampled_from(["rgb", "hsla"]))
def test_no_number_raises(numbers: list[float], name: str) -> None:
    assert len(css_colour(f"{name}({','.join(map(str, numbers))})")) in {0, 7}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#b509ac", "#b509ac") == pytest.approx(1)


def test_a_readable_colour_stays() -> None:
    assert readable("#B509AC", "#ffffff") == "#b509ac"


def test_the_accent_changes_no_more_than_it_must() -> None:
    shown = readable("#2698ba", "#ffffff")
    assert 4.5 <= contrast(shown, "#ffffff") < 4.7


def test_what_cannot_be_reached_comes_as_near_as_can_be() -> None:
    assert readable("#808080", "#777777", 20) in {"#000000", "#ffffff"}


@given(COLOURS, COLOURS)
def test_text_always_becomes_readable(colour: str, background: str) -> None:
    assert contrast(readable(colour, background), background) >= 4.5


@given(COLOURS, COLOURS)
def test_contrast_does_not_mind_the_order(a: str, b: str) -> None:
    assert contrast(a, b) == contrast(b, a)
    assert 1 <= contrast(a, b) <= 21.000001
