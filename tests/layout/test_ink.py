"""Colours and weights: everything that is read reaches 4.5:1, and nothing depends on colour alone."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.strategies import looks, styles
from tui_home.layout import DARK_PALETTE, LIGHT_PALETTE, PALETTES, Ink, layout_block
from tui_home.layout.colours import hex_of, reduced
from tui_home.layout.ink import Inks
from tui_home.layout.palettes import SYNTAX_COLOURS
from tui_home.model.blocks import Paragraph
from tui_home.model.inline import PLAIN, Link, LinkKind, Span, Style
from tui_home.model.look import TERMINAL_PALETTE, Depth, Look, Palette
from tui_home.text.colour import contrast

OWN = (DARK_PALETTE, LIGHT_PALETTE)
SOME_COLOURS = ("#f9eafb", "#000000", "#ffffff", "#7f7f7f", "#777777", "#ffff00", "#3aabcd", "#b509ac", "#1c1c1d")


def shown(colour: str) -> str:
    """A colour in Rich's notation as ``#rrggbb``."""
    return colour if colour.startswith("#") else hex_of(int(colour[6:-1]))


@pytest.mark.parametrize("depth", [Depth.TRUECOLOR, Depth.EIGHT_BIT])
@pytest.mark.parametrize("palette", OWN)
def test_our_palettes_can_be_read(palette: Palette, depth: Depth) -> None:
    texts = [palette.foreground, palette.muted, palette.accent, *(pair[not palette.dark] for pair in _syntax())]
    for text, behind in itertools.product(texts, (palette.background, palette.surface)):
        assert contrast(shown(reduced(text, depth)), shown(reduced(behind, depth))) >= 4.5, (text, behind)


def _syntax() -> list[tuple[str, str]]:
    return list(SYNTAX_COLOURS.values())


def test_palettes_have_names_of_their_own() -> None:
    assert len({palette.name for palette in PALETTES}) == len(PALETTES) == 3


@pytest.mark.parametrize("depth", [Depth.ANSI, Depth.EIGHT_BIT, Depth.TRUECOLOR])
@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("highlight", SOME_COLOURS)
@pytest.mark.parametrize("linked", [False, True])
def test_text_on_a_highlight_can_be_read(palette: Palette, depth: Depth, highlight: str, linked: bool) -> None:
    ink = Inks(Look(palette, depth)).of(Style(highlight=highlight, muted=True), linked=linked)
    assert ink.background
    assert contrast(shown(ink.color), shown(ink.background)) >= 4.5


def test_a_highlight_keeps_its_colour() -> None:
    assert Inks(Look(DARK_PALETTE, Depth.TRUECOLOR)).of(Style(highlight="#f9eafb")).background == "#f9eafb"


def test_without_colours_a_highlight_is_bold() -> None:
    assert Inks(Look()).of(Style(highlight="#f9eafb")) == Ink(bold=True)


@pytest.mark.parametrize("depth", list(Depth))
def test_links_are_accented_where_there_is_an_accent_and_underlined_where_not(depth: Depth) -> None:
    ink = Inks(Look(DARK_PALETTE, depth)).of(PLAIN, linked=True)
    assert (bool(ink.color), ink.underline) == (depth is not Depth.NONE, depth is Depth.NONE)
    assert Inks(Look(TERMINAL_PALETTE, depth)).of(PLAIN, linked=True) == Ink(underline=True)


def test_meta_text_is_muted_or_dim() -> None:
    assert Inks(Look(LIGHT_PALETTE, Depth.TRUECOLOR)).of(Style(muted=True)) == Ink(LIGHT_PALETTE.muted)
    assert Inks(Look(LIGHT_PALETTE, Depth.ANSI)).of(Style(muted=True)) == Ink(dim=True)
    assert Inks(Look()).of(Style(muted=True)) == Ink(dim=True)


@given(styles, st.booleans(), looks)
def test_the_weights_of_the_content_are_kept(style: Style, linked: bool, look: Look) -> None:
    ink = Inks(look).of(style, linked=linked)
    assert ink.bold or not style.bold
    assert (ink.italic, ink.strike) == (style.italic, style.strike)
    assert ink.underline or not style.underline


@pytest.mark.parametrize(
    ("colour", "number"),
    [("#000000", 16), ("#ffffff", 231), ("#ff0000", 196), ("#808080", 244), ("#5f87af", 67), ("#1c1c1d", 234)],
)
def test_the_nearest_of_256_colours(colour: str, number: int) -> None:
    assert reduced(colour, Depth.EIGHT_BIT) == f"color({number})"


@pytest.mark.parametrize(("palette", "number"), [(DARK_PALETTE, 14), (LIGHT_PALETTE, 5)])
def test_of_sixteen_colours_the_accent_takes_its_hue(palette: Palette, number: int) -> None:
    assert Inks(Look(palette, Depth.ANSI)).of(Style(accent=True)).color == f"color({number})"


def test_a_badge_is_as_wide_in_every_look() -> None:
    ends = [
        Inks(Look(palette, depth, unicode)).chip_ends(Ink())[:2]
        for palette, depth, unicode in itertools.product(PALETTES, Depth, (True, False))
    ]
    assert {(len(left), len(right)) for left, right in ends} == {(1, 1)}


def test_inks_stay_bounded_whatever_the_content_asks_for() -> None:
    inks = Inks(Look(DARK_PALETTE, Depth.TRUECOLOR))
    for number in range(2000):
        inks.of(Style(highlight=f"#{number:06x}"))
    assert inks.made <= 512


@pytest.mark.parametrize(("interactive", "underlined"), [(True, True), (False, False)])
def test_what_can_only_be_copied_looks_like_a_link_only_to_whom_can_copy(interactive: bool, underlined: bool) -> None:
    address = Paragraph((Span("15 High Street", link=Link(LinkKind.COPYABLE, "address", copy="15 High Street")),))
    fragment = layout_block(address, 40, Look(interactive=interactive))
    assert [segment.ink.underline for line in fragment.lines for segment in line] == [underlined]
