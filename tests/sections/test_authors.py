"""The line of authors: the owner is always there, and bold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.model.inline import plain_text
from tui_home.model.site import Author
from tui_home.sections.authors import author_spans


def authors(count: int, owner: int) -> tuple[Author, ...]:
    """Return `count` authors of whom number `owner` owns the site."""
    return tuple(Author(f"Author {index}", owner=index == owner) for index in range(count))


def test_few_authors_are_all_named() -> None:
    assert plain_text(author_spans(authors(6, 0))) == "Author 0, Author 1, Author 2, Author 3, Author 4, Author 5"


def test_the_owner_is_shown_in_the_middle_of_many() -> None:
    line = plain_text(author_spans(authors(22, 15)))
    assert line == "Author 0, Author 1, Author 2, … Author 15, … Author 21\xa0(22)"


@pytest.mark.parametrize(("owner", "line"), [(3, "A0, A1, A2, A3, … A8\xa0(9)"), (8, "A0, A1, A2, … A8\xa0(9)")])
def test_no_ellipsis_stands_where_nobody_is_left_out(owner: int, line: str) -> None:
    assert plain_text(author_spans(authors(9, owner))).replace("Author ", "A") == line


def test_whole_names_everybody() -> None:
    assert plain_text(author_spans(authors(229, 130), whole=True)).count("Author") == 229


@pytest.mark.parametrize(
    ("count", "line"),
    [(0, "et al."), (2, "A0, A1, et al."), (8, "A0, A1, A2, … A7, et al.\xa0(8+)")],
)
def test_others_are_no_author(count: int, line: str) -> None:
    spans = author_spans((*authors(count, -1), Author("et al.")))
    assert plain_text(spans).replace("Author ", "A") == line


def test_a_coauthors_name_leads_to_their_page_where_all_are_named() -> None:
    known = (Author("Ann", owner=True), Author("Bob", url="https://bob.example"))
    spans = author_spans(known, whole=True)
    assert [(span.text, span.link.url) for span in spans if span.link] == [("Bob", "https://bob.example")]
    assert not any(span.link for span in author_spans(known)), "a list would have more stops than a visitor wants"


@given(st.integers(1, 300), st.data())
def test_the_owner_is_always_shown_bold_and_nobody_else_is(count: int, data: st.DataObject) -> None:
    owner = data.draw(st.integers(0, count - 1))
    bold = [span.text for span in author_spans(authors(count, owner)) if span.style.bold]
    assert bold == [f"Author {owner}"]
