"""Slips of the keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.suggest import closest, distance

KEYS = [
    "align",
    "image",
    "image_circular",
    "address",
    "more_info",
    "layout",
    "title",
    "permalink",
    "news",
    "selected_papers",
    "social",
]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("image_cicular", "image_circular"),
        ("image-circular", "image_circular"),
        ("Image_Circular", "image_circular"),
        ("imag", "image"),
        ("adress", "address"),
        ("titel", "title"),
        ("more info", "more_info"),
        ("selcted_paper", "selected_papers"),
        ("socials", "social"),
        ("news", "news"),
    ],
)
def test_plain_slips(written: str, meant: str) -> None:
    assert closest(written, KEYS) == meant


@pytest.mark.parametrize(
    "written", ["", "new", "x", "description", "latest_posts", "imagine", "papers", "circular", "i" * 10**6]
)
def test_what_is_no_slip(written: str) -> None:
    assert closest(written, KEYS) is None


def test_two_words_equally_near_are_none() -> None:
    assert closest("boot", ["book", "boom"]) is None


def test_nothing_is_known() -> None:
    assert closest("image", []) is None


@pytest.mark.parametrize(
    ("a", "b", "slips"),
    [("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("", "abc", 3), ("kitten", "sitting", 3)],
)
def test_slips_are_counted(a: str, b: str, slips: int) -> None:
    assert distance(a, b) == distance(b, a) == slips


@given(st.text(max_size=20), st.lists(st.text(max_size=20)))
def test_a_known_word_is_its_own_closest_or_none(word: str, others: list[str]) -> None:
    assert closest(word, [word, *others]) in {word, None}
