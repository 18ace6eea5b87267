"""Courses by term, repositories by kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui_home.document.walk import links, text_of
from tui_home.model.blocks import Align, Entry, Heading, Paragraph, Table
from tui_home.model.collections import Article, Fact, Repository
from tui_home.model.inline import LinkKind, MainAction, Span, plain_text
from tui_home.model.site import Site
from tui_home.model.view import DEFAULT_VIEW, View
from tui_home.pages import Pages
from tui_home.sections import SECTIONS, Section, sections_of
from tui_home.text.width import cell_width

WEEK = ((Span("Week 1\nFeb 5"),), (Span("Cards\nOf the loom, and of all that was woven on it in those years."),))
SCHEDULE = Table((), (WEEK, WEEK), (Align.LEFT, Align.LEFT))
ENGINES = Article(
    "engines",
    (Span("Engines"),),
    (Heading(2, (Span("Schedule"),)), SCHEDULE),
    path="/teachings/engines/",
    group="Spring 1843",
    facts=(Fact("Instructor", "Ada Byron"),),
)


def section(name: str) -> Section:
    return next(own for own in SECTIONS if own.id == name)


@pytest.fixture
def whole(site: Site) -> Site:
    """Ada's homepage with two courses and three places of code."""
    return replace(
        site,
        courses=(ENGINES, Article("maths", (Span("Maths"),))),
        repositories=(
            Repository("ada", "https://github.com/ada", user=True),
            Repository("ada/engine", "https://github.com/ada/engine"),
            Repository("lost engine", ""),
        ),
    )


def drawn(site: Site, name: str, width: int, view: View = DEFAULT_VIEW) -> list[str]:
    page = Pages().page(site, section(name), view, width=width)
    found = ["".join(segment.text for segment in page.line(y)).rstrip() for y in range(page.height)]
    assert all(cell_width(line) <= width for line in found)
    return found


def test_they_are_there_only_with_content(site: Site, whole: Site) -> None:
    assert not {"teaching", "repositories"} & {own.id for own in sections_of(site)}
    assert {"teaching", "repositories"} <= {own.id for own in sections_of(whole)}
    assert section("teaching").count(whole) == "2 courses"
    assert section("repositories").count(whole) == "2 repositories"
    assert section("repositories").count(replace(whole, repositories=whole.repositories[:1])) == "1 user"


@pytest.mark.parametrize("width", [40, 80, 160])
def test_courses_stand_under_their_term(whole: Site, width: int) -> None:
    assert drawn(whole, "teaching", width) == [
        *("Spring 1843", "───────────", "Engines", "Ada Byron", "", ""),
        *("Other courses", "─────────────", "Maths"),
    ]


def test_a_course_leads_to_its_own_page(whole: Site) -> None:
    found = [link for link in links(section("teaching").compose(whole, DEFAULT_VIEW)) if link.path]
    assert [(link.kind, link.path, link.main) for link in found] == [
        (LinkKind.ARTICLE, "/teachings/engines/", MainAction.FOLLOW)
    ]
    opened = section("teaching").compose(whole, View(article="engines"))
    assert text_of(opened).startswith("Engines")
    assert "Of the loom" in text_of(opened)


@pytest.mark.parametrize("width", [40, 80, 160])
def test_a_schedule_has_a_column_of_dates_and_air(whole: Site, width: int) -> None:
    lines = drawn(whole, "teaching", width, View(article="engines"))
    start = lines.index("Week 1  Cards")
    assert lines[start + 1].startswith("Feb 5   Of the loom")
    again = lines.index("Week 1  Cards", start + 1)
    assert lines[again - 1] == ""


@pytest.mark.parametrize("width", [40, 80, 160])
def test_users_stand_above_repositories(whole: Site, width: int) -> None:
    assert drawn(whole, "repositories", width) == [
        *("Users", "─────", "ada", "", ""),
        *("Repositories", "────────────", "ada/engine", "lost engine"),
    ]


def test_of_one_kind_alone_there_is_no_heading(whole: Site) -> None:
    only = replace(whole, repositories=whole.repositories[1:])
    assert not any(isinstance(block, Heading) for block in section("repositories").compose(only, DEFAULT_VIEW))


def test_each_is_something_to_open_or_to_copy(whole: Site) -> None:
    entries = [block for block in section("repositories").compose(whole, DEFAULT_VIEW) if isinstance(block, Entry)]
    found = [entry.link for entry in entries if entry.link]
    assert [(link.url, link.copies) for link in found] == [
        ("https://github.com/ada", "https://github.com/ada"),
        ("https://github.com/ada/engine", "https://github.com/ada/engine"),
        ("", "lost engine"),
    ]
    text = entries[1].blocks[0]
    assert isinstance(text, Paragraph)
    assert [(span.text, span.style.bold) for span in text.spans] == [("ada/", False), ("engine", True)]
    assert plain_text(text.spans) == "ada/engine"
