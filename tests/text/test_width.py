"""Cells, clusters and the form that is drawn."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_home.text.width import cell_width, drawable, graphemes

TRICKY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("a\u200d\u200c\ufe0f\u20e3\U0001f3fd\u0301👩💻🇬🇧🛡❤中あ한ᄀ\u1161ก\u0e33क\u093f☰㉈"),
    )
)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("plain", 5),
        ("naïve…", 6),
        ("日本語", 6),
        ("한글", 4),
        ("e\u0301", 1),
        ("🚀", 2),
        ("🛡", 1),
        ("👩\u200d💻", 2),
        ("🇬🇧", 2),
        ("שלום", 4),
        ("ที่", 1),
    ],
)
def test_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cells


def test_control_characters_take_no_cells() -> None:
    assert cell_width("a\x1b\nb") == 2


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("ab", ["a", "b"]),
        ("e\u0301x", ["e\u0301", "x"]),
        ("👩\u200d💻!", ["👩\u200d💻", "!"]),
        ("🇬🇧🇩🇪", ["🇬🇧", "🇩🇪"]),
        ("🇬🇧🇩", ["🇬🇧", "🇩"]),
        ("ก\u0e33x", ["ก\u0e33", "x"]),
        ("中a", ["中", "a"]),
        ("\u1112\u1161\u11ab", ["\u1112\u1161\u11ab"]),
    ],
)
def test_clusters_are_what_a_reader_sees(text: str, clusters: list[str]) -> None:
    assert [cluster for cluster, _ in graphemes(text)] == clusters


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("🛡\ufe0f", "🛡"),
        ("❤\ufe0f\u200d🔥", "❤🔥"),
        ("👍🏽", "👍"),
        ("1\ufe0f\u20e3", "1"),
        ("🧑🏽\u200d🎓", "🧑🎓"),
        ("☰", "≡"),
        ("㉈", "10"),
        ("क\u094d\u200dष", "क\u094dष"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("e" + "\u0301" * 40, "e" + "\u0301" * 4),
        ("x\u0378y", "x\ufffdy"),
        ("été 日本語 🚀", "été 日本語 🚀"),
    ],
)
def test_clusters_that_terminals_dispute_are_drawn_in_an_agreed_form(text: str, drawn: str) -> None:
    assert drawable(text) == drawn


def test_the_disputed_characters_are_drawn_in_another_form_and_no_others() -> None:
    """Of all outside the large blocks of ideographs, syllables and private use, of which none is disputed."""
    every = "a".join(map(chr, (*range(0x3400), *range(0xF900, 0x20000), *range(0xE0000, 0xE0200))))
    dropped = "[\u200d-\u200f\u302e\u302f\u3164\uffa0\ufe00-\ufe0f\u20e3\U00016ff0\U00016ff1\U0001f3fb-\U0001f3ff]"
    drawn = re.sub(f"{dropped}|[\U000e0100-\U000e01ef]", "", every)
    drawn = re.sub("[\u3248-\u324f]", lambda found: str(int(unicodedata.numeric(found[0]))), drawn.replace("☰", "≡"))
    drawn = re.sub("[\u2631-\u2637\u268a-\u268f\U0001d300-\U0001d376]", "\ufffd", drawn)
    assert drawable(every) == "".join("\ufffd" if unicodedata.category(one) == "Cn" else one for one in drawn)


@given(TRICKY)
def test_clusters_together_are_the_text_and_as_wide(text: str) -> None:
    drawn = drawable(text)
    clusters = list(graphemes(drawn))
    assert "".join(cluster for cluster, _ in clusters) == drawn
    assert sum(cells for _, cells in clusters) == cell_width(drawn)


@given(TRICKY)
def test_rich_measures_the_same(text: str) -> None:
    assert cell_width(drawable(text)) == cell_len(drawable(text))


@given(TRICKY)
def test_drawing_twice_changes_nothing_more(text: str) -> None:
    assert drawable(drawable(text)) == drawable(text)


@given(TRICKY)
def test_what_is_drawn_is_as_wide_in_pieces_as_in_one(text: str) -> None:
    drawn = drawable(text)
    assert sum(cell_width(cluster) for cluster, _ in graphemes(drawn)) == cell_width(drawn)
