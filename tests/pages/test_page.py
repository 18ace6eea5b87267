"""A Page: its lines and Targets, finding in it, taking text off it, keeping the place in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.drawing import entry, paragraph, words
from tests.layout.strategies import blocks, looks
from tui_home.layout import DARK_PALETTE
from tui_home.model.blocks import Align, Aside, Block, Heading, ListBlock, ListItem, Paragraph, Portrait, Quote, Table
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.look import PLAIN_LOOK, Depth, Look
from tui_home.pages import Page, compose
from tui_home.pages.places import Place

LONG = " ".join(f"word{number}" for number in range(200))
LINK = Link(LinkKind.WEB, "the lab", url="https://example.org/")
PAPER = Link(LinkKind.PUBLICATION, "the paper", toggles="key")


def page(*of: Block, width: int = 80, look: Look = PLAIN_LOOK) -> Page:
    return compose("about", of, width, look)


def texts(shown: Page) -> list[str]:
    return ["".join(segment.text for segment in shown.line(y)) for y in range(shown.height)]


def test_fragments_stand_one_below_the_other_with_air_between() -> None:
    shown = page(paragraph("one"), Heading(2, words("Two")), entry("a", 2, "three"))
    assert texts(shown) == ["one", "", "", "Two", "───", "a   three"]
    assert shown.offsets == (0, 3, 5)
    assert shown.line(-1) == shown.line(99) == ()


def test_a_block_of_nothing_leaves_no_gap() -> None:
    assert texts(page(paragraph(""), paragraph("one"), paragraph(" "), paragraph("two"))) == ["one", "", "two"]


def test_an_empty_page_can_be_asked_everything() -> None:
    shown = page()
    assert (shown.height, [*shown.targets], [*shown.find("x")], shown.text((0, 0), (9, 9))) == (0, [], [], "")
    assert shown.line_of(shown.place_at(3)) == 0
    assert shown.target_at(0, 0) == -1


def test_targets_stand_on_the_pages_lines() -> None:
    text = Paragraph((Span("see "), Span("the lab", link=LINK)))
    shown = page(text, entry("ICLR", 6, text, link=PAPER))
    assert [(target.link, target.regions[0]) for target in shown.targets] == [
        (LINK, (0, 4, 11)),
        (PAPER, (2, 0, 19)),
        (LINK, (2, 12, 19)),
    ]
    assert [shown.target_at(0, x) for x in (3, 4, 10, 11)] == [-1, 0, 0, -1]
    assert [shown.target_at(2, x) for x in (0, 12, 19)] == [1, 2, -1]
    assert {segment.target + shown.base(2) for segment in shown.line(2) if segment.target >= 0} == {1, 2}


def test_finding_forgives_case_accents_and_blanks() -> None:
    shown = page(paragraph("Pedro Porto Buarque de Gusmão at the ﬁrst Straße"))
    assert [match.regions for match in shown.find("gusmao  AT")] == [((0, 23, 32),)]
    assert len(shown.find("first")) == len(shown.find("strasse")) == 1
    assert shown.find("  ") == ()


def test_a_phrase_over_two_lines_is_found_with_a_region_on_each() -> None:
    shown = page(Quote((paragraph("federated learning"),)), width=14)
    assert texts(shown) == ["▎ federated", "▎ learning"]
    (match,) = shown.find("ated lea")
    assert match.regions == ((0, 7, 11), (1, 2, 5))
    assert match.line == 0


def test_a_word_broken_over_two_lines_is_found_and_two_words_are_not_one() -> None:
    shown = page(paragraph("Privacy-Enhancing"), paragraph("the rapist"), width=9)
    assert len(shown.find("privacy-enhancing")) == 1
    assert shown.find("therapist") == ()


def test_a_phrase_beside_an_aside_is_found() -> None:
    shown = page(Aside(Align.RIGHT, (paragraph("an address"),), (paragraph(LONG),)), width=100)
    beside = [
        number for number in range(200) if len(shown.find(f"word{number} word{number + 1} word{number + 2} ")) == 1
    ]
    assert len(beside) == 198
    assert [match.regions for match in shown.find("address")] == [((0, 75, 82),)]


def test_wide_characters_are_found_by_their_cells() -> None:
    assert [match.regions for match in page(paragraph("我们的联邦学习")).find("联邦")] == [((0, 6, 10),)]


def test_matches_go_from_the_top_down_in_cells_of_the_table() -> None:
    table = Table((), ((words("x one"), words("one")), (words("one"), words("two"))), (Align.LEFT, Align.LEFT))
    assert [match.regions for match in page(table).find("one")] == [((0, 2, 5),), ((0, 7, 10),), ((1, 0, 3),)]


def test_text_is_taken_from_cell_to_cell_without_trailing_blanks() -> None:
    shown = page(paragraph("one two three"), paragraph("我们 four"), width=10)
    assert texts(shown) == ["one two", "three", "", "我们 four"]
    assert shown.text((0, 4), (3, 2)) == "two\nthree\n\n我"
    assert shown.text((3, 2), (0, 4)) == "two\nthree\n\n我"
    assert shown.text((0, 0), (99, 99)) == "one two\nthree\n\n我们 four"


def test_the_text_of_a_chip_carries_no_blanks_of_its_surface() -> None:
    shown = page(paragraph("x"), look=Look(DARK_PALETTE, Depth.TRUECOLOR))
    assert shown.text((0, 0), (0, 99)) == "x"


@pytest.mark.parametrize("y", range(1, 60, 7))
def test_the_top_line_comes_back_after_narrow_and_wide_again(y: int) -> None:
    portrait = Portrait("WZ", True, "")
    items = ListBlock(tuple(ListItem((paragraph(LONG),)) for _ in range(3)))
    of: tuple[Block, ...] = (
        Aside(Align.RIGHT, (portrait, paragraph("an address")), (paragraph(LONG), items)),
        Heading(2, words("News")),
        *(entry("Feb 2024", 8, LONG, link=PAPER) for _ in range(4)),
    )
    wide, narrow = page(*of, width=120), page(*of, width=40)
    place = wide.place_at(y)
    assert wide.line_of(place) == y
    first_word = next((word for word in texts(wide)[y][:88].split() if word.startswith("word")), "")
    assert first_word in texts(narrow)[narrow.line_of(place)]


def test_the_top_stays_the_top() -> None:
    block = Aside(Align.RIGHT, (Portrait("WZ", True, ""),), (paragraph(LONG),))
    assert page(block, width=40).line_of(page(block, width=120).place_at(0)) == 0


@pytest.mark.parametrize("place", [Place(9, 0), Place(0, 9), Place(0, 0, 10_000), Place(-3, -3, -3)])
def test_a_place_of_another_page_is_no_error(place: Place) -> None:
    assert 0 <= page(paragraph("one"), paragraph("two")).line_of(place) <= 2


@pytest.mark.parametrize("align", Align)
def test_words_in_a_table_are_found_where_they_stand(align: Align) -> None:
    shown = page(Table((), ((words("one"), words("hello\nab")),), (Align.LEFT, align)), width=20)
    [match] = shown.find("ab")
    [piece] = match.regions
    assert texts(shown)[piece.line][piece.start : piece.end] == "ab"


# To make up Blocks costs more than to lay them out: both are asked of the same ones.
@given(st.lists(blocks, max_size=4), st.integers(20, 130), st.integers(20, 130), st.integers(0, 30), looks)
def test_every_line_and_every_target_is_found_again(
    of: list[Block], width: int, other: int, y: int, look: Look
) -> None:
    shown, elsewhere = page(*of, width=width), page(*of, width=other)
    y = min(y, max(0, shown.height - 1))
    place = shown.place_at(y)
    assert shown.line_of(place) == y
    assert 0 <= elsewhere.line_of(place) <= max(0, elsewhere.height - 1)
    assert_targets_are_found(page(*of, width=width, look=look))


def assert_targets_are_found(shown: Page) -> None:
    for target in shown.targets:
        region = target.regions[0]
        found = shown.target_at(region.line, region.start)
        assert found >= 0
        assert any(
            place.line == region.line and place.start <= region.start < place.end
            for place in shown.targets[found].regions
        )
