"""The same text is found on a later page, of which more has been read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.drawing import paragraph
from tui_home.layout import Fragment
from tui_home.model.look import PLAIN_LOOK
from tui_home.pages import Page, compose


def page_of(*texts: str) -> Page:
    return compose("papers", tuple(paragraph(text) for text in texts), 40, PLAIN_LOOK)


def text_at(page: Page, y: int) -> str:
    return "".join(segment.text for segment in page.line(y))


@given(st.lists(st.integers(0, 40), unique=True), st.lists(st.integers(41, 80), unique=True))
def test_what_is_still_there_is_found_wherever_it_is_now(before: list[int], kept: list[int]) -> None:
    page = page_of(*(f"entry {number}" for number in kept))
    later = page_of(*(f"entry {number}" for number in [*before, *kept]))
    for y in range(page.height):
        assert text_at(later, page.follow(later)(y)) == text_at(page, y)


@pytest.mark.parametrize(("gone", "instead"), [("b", "c"), ("c", "b")])
def test_where_it_is_gone_its_neighbour_stands_as_far_away(gone: str, instead: str) -> None:
    page = page_of("a", "b", "c")
    later = page_of("new", *(text for text in "abc" if text != gone))
    y = "abc".index(gone) * 2
    found = next(line for line in range(later.height) if text_at(later, line) == instead)
    assert page.follow(later)(y) - found == y - "abc".index(instead) * 2


def test_with_nothing_in_common_the_line_stays_within_the_page() -> None:
    assert page_of("a", "b", "c").follow(page_of("z"))(4) == 0
    assert page_of().follow(page_of("z"))(0) == 0
    assert page_of("a").follow(page_of())(0) == 0


def test_a_later_page_is_not_gone_through_for_everything_that_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = list[Fragment]()

    def equal(one: Fragment, other: object) -> bool:
        compared.append(one)
        return tuple.__eq__(one, other)

    page, later = page_of(*(f"entry {number}" for number in range(200))), page_of(*(f"paper {n}" for n in range(200)))
    monkeypatch.setattr(Fragment, "__eq__", equal)
    assert page.follow(later)(200) == 200
    assert len(compared) <= 200
