"""Finding is quick on large Pages; it finds what looking at every character would."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.layout.drawing import entry, paragraph
from tests.layout.strategies import blocks
from tui_home.layout import Fragment, Region, layout_block
from tui_home.layout.spelling import spelt
from tui_home.model.blocks import Block
from tui_home.model.look import PLAIN_LOOK
from tui_home.pages import Match, Page, compose, finding, searched
from tui_home.text.folding import folded
from tui_home.text.width import graphemes

if TYPE_CHECKING:
    import pytest


def page(*of: Block, width: int = 80) -> Page:
    return compose("about", of, width, PLAIN_LOOK)


def plainly_found(shown: Page, words: str) -> list[Match]:
    """Look at every character of every stretch of text."""
    wanted = folded(" ".join(spelt(words, shown.look).split())).strip()
    found = []
    for fragment, top in zip(shown.fragments, shown.offsets, strict=True):
        for anchor in fragment.anchors if wanted else ():
            letters: list[tuple[str, Region | None]] = []
            for number, region in enumerate(anchor.regions):
                if number and number not in anchor.glued:
                    letters.append((" ", None))
                line, column = region.line + top, region.start
                for cluster, width in graphemes(shown.text((line, region.start), (line, region.end))):
                    place = Region(line, column, column + width) if width else None
                    letters.extend((letter, place) for letter in folded(cluster))
                    column += width
            text = "".join(letter for letter, _ in letters)
            at = text.find(wanted)
            while at >= 0:
                places = [place for _, place in letters[at : at + len(wanted)] if place]
                lines = [list(each) for _, each in groupby(places, key=lambda place: place.line)]
                if lines:
                    found.append(Match(tuple(Region(each[0].line, each[0].start, each[-1].end) for each in lines)))
                at = text.find(wanted, at + len(wanted))
    return sorted(found, key=lambda match: (match.line, match.regions[0].start))


@given(st.lists(blocks, max_size=4), st.integers(20, 130), st.data())
def test_all_is_found_that_looking_at_every_character_finds(of: list[Block], width: int, data: st.DataObject) -> None:
    shown = page(*of, width=width)
    texts = [shown.text((y, 0), (y, 200)) for y in range(shown.height)]
    words = data.draw(st.sampled_from([word for text in texts for word in (text, *text.split())] or ["a"]))
    start = data.draw(st.integers(0, len(words)))
    words = words[start : start + data.draw(st.integers(1, 9))]
    finds = shown.find(words)
    found = tuple(finds)  # once: each is made anew when it is asked for
    # A character that takes no cell has no place that could be marked.
    assert [match for match in found if any(region.end > region.start for region in match.regions)] == plainly_found(
        shown, words
    )
    regions = sorted(region for match in found for region in match.regions if region.end > region.start)
    marked = [region for y in range(shown.height) for region in finds.on(y) if region.end > region.start]
    assert marked == regions
    for y in range(shown.height):
        first = finds.first_from(y)
        assert [match.line >= y for match in found] == [number >= first for number in range(len(found))]


@given(st.text(), st.text())
def test_text_folds_piece_by_piece(one: str, other: str) -> None:
    assert folded(one + other) == folded(one) + folded(other)


def test_characters_of_no_width_can_be_looked_for() -> None:
    [match] = page(paragraph("one t\u2060wo")).find("\u2060")
    assert match.line == 0
    assert page(paragraph("one two")).find("\u00a8") == ()


def test_a_page_is_made_ready_once_and_of_what_changes_on_it_only_that(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Fragment] = []
    make = searched._passage

    def counted(fragment: Fragment) -> searched.Passage:
        made.append(fragment)
        return make(fragment)

    monkeypatch.setattr(searched, "_passage", counted)
    shown = page(*(entry("x", 4, f"paper {number}") for number in range(30)))
    assert [len(shown.find(words)) for words in ("p", "pa", "paper 2")] == [60, 60 // 2, 11]
    assert len(made) == 30
    fragments = *shown.fragments, layout_block(paragraph("opened"), 80, PLAIN_LOOK)
    offsets = *shown.offsets, shown.height
    opened = Page(shown.section, shown.width, shown.look, fragments, offsets, shown.height + 1)
    opened.learn(shown)
    [match] = opened.find("opened")
    assert (match.line, len(made)) == (shown.height, 31)


def test_no_more_is_found_than_anybody_goes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MOST", 10)
    assert len(page(paragraph("e " * 40)).find("e")) == 10
