"""Blank lines: more above a heading than below it, none within a group."""

from __future__ import annotations

import pytest

from tests.layout.drawing import entry, paragraph, words
from tui_home.layout import gap
from tui_home.layout.spacing import label_beside
from tui_home.model.blocks import Block, Details, Figure, Heading, ListBlock, Rule
from tui_home.model.inline import Link, LinkKind

TEXT = paragraph("text")
NEWS = entry("Feb 2024", 8, "one short text")
PAPER = entry("ICLR", 6, "title\nauthors")
DIVISION = Heading(2, words("News"))


@pytest.mark.parametrize(
    ("above", "below", "lines"),
    [
        (TEXT, TEXT, 1),
        (TEXT, ListBlock(()), 1),
        (TEXT, DIVISION, 2),
        (TEXT, Heading(4, words("x")), 1),
        (DIVISION, TEXT, 1),
        (DIVISION, NEWS, 0),
        (DIVISION, Heading(3, words("x")), 1),
        (Heading(3, words("x")), TEXT, 0),
        (NEWS, NEWS, 0),
        (PAPER, PAPER, 1),
        (NEWS, PAPER, 1),
        (NEWS, entry("x", 2, "text", is_open=True), 1),
        (Details("a", words("a"), ()), Details("b", words("b"), ()), 0),
        (Details("a", words("a"), (), open=True), Details("b", words("b"), ()), 1),
        (Figure(words("a"), Link(LinkKind.FIGURE, "a")), Figure(words("b"), Link(LinkKind.FIGURE, "b")), 0),
        (TEXT, Rule(), 1),
    ],
)
def test_lines_between(above: Block, below: Block, lines: int) -> None:
    assert gap(above, below) == lines


def test_where_labels_stand_above_their_texts_every_entry_has_air() -> None:
    assert gap(NEWS, NEWS, width=80) == 0
    assert gap(NEWS, NEWS, width=40) == 1
    bare = entry("", 0, "short")
    assert gap(bare, bare, width=40) == 0


def test_on_a_narrow_page_only_a_label_of_little_width_stands_beside_its_text() -> None:
    assert [label_beside(label, 38) for label in (3, 4, 5, 8)] == [True, True, False, False]
    assert [label_beside(12, room) for room in (49, 50, 80)] == [False, True, True]
    assert not label_beside(3, 32)
