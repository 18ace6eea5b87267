"""The CV: dates in one column, or above what was done when there is no room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui_home.document.walk import links
from tui_home.model.blocks import Align, Entry, Heading, ListBlock, ListItem, Paragraph, Table
from tui_home.model.collections import Cv, CvEntry, CvPart, Intro
from tui_home.model.inline import Link, LinkKind, Span, Style, plain_text
from tui_home.model.site import Site
from tui_home.model.view import DEFAULT_VIEW
from tui_home.pages import Pages
from tui_home.sections import SECTIONS, sections_of
from tui_home.text.width import cell_width

HIGHLIGHTS = ListBlock((ListItem((Paragraph((Span("Wrote notes."),)),)),))
SOCIETY = Link(LinkKind.WEB, "Analyst", "https://society.example/")


@pytest.fixture
def whole(site: Site) -> Site:
    """Ada's homepage with a CV of three parts."""
    entries = (
        CvEntry(
            "a", "Sep 1842 – present", (Span("Analyst", link=SOCIETY),), (Span("Society"),), "London", (HIGHLIGHTS,)
        ),
        CvEntry("b", "1840", (Span("Pupil"),)),
        CvEntry("c", "1839", (), (), "", (Paragraph((Span("A medal"),)),)),
    )
    table = Table((), (((Span("Name", Style(bold=True)),), (Span("Ada"),)),), (Align.LEFT, Align.LEFT))
    parts = (
        CvPart("General", (), (table,)),
        CvPart("Work", entries),
        CvPart("Interests", (CvEntry("d", "", (Span("Poetry"),)),)),
    )
    return replace(site, cv=Cv(parts, Link(LinkKind.WEB, "CV as PDF", "https://ada.example/cv.pdf")))


def lines(site: Site, width: int, section: str = "cv") -> list[str]:
    """Return the section as it is drawn."""
    page = Pages().page(site, next(own for own in SECTIONS if own.id == section), width=width)
    drawn = ["".join(segment.text for segment in page.line(y)).rstrip() for y in range(page.height)]
    assert all(cell_width(line) <= width for line in drawn)
    return drawn


def test_it_is_there_when_the_site_has_one(site: Site, whole: Site) -> None:
    assert "cv" not in [section.id for section in sections_of(site)]
    assert "cv" in [section.id for section in sections_of(whole)]
    said = replace(site, intros=(Intro("cv", (Paragraph((Span("To come."),)),)),))
    assert "cv" in [section.id for section in sections_of(said)]


def test_it_says_how_much_is_in_it(whole: Site) -> None:
    section = next(own for own in SECTIONS if own.id == "cv")
    assert section.count(whole) == "4 entries"
    assert section.count(replace(whole, cv=Cv(()))) == "CV"
    assert section.count(replace(whole, cv=None)) == ""


@pytest.mark.parametrize("width", [80, 160])
def test_dates_stand_beside_what_was_done(whole: Site, width: int) -> None:
    assert lines(whole, width) == [
        *("CV as PDF", "", ""),
        *("General", "───────", "", "Name  Ada", "", ""),
        *("Work", "────"),
        "Sep 1842 – present  Analyst",
        "                    Society · London",
        "                    • Wrote notes.",
        "",
        "1840                Pupil",
        "1839                A medal",
        *("", "", "Interests", "─────────", "Poetry"),
    ]


def test_on_a_narrow_page_dates_stand_above(whole: Site) -> None:
    drawn = lines(whole, 40)
    start = drawn.index("Sep 1842 – present")
    assert drawn[start : start + 8] == [
        *("Sep 1842 – present", "Analyst", "Society · London", "• Wrote notes.", ""),
        *("1840", "Pupil", ""),
    ]


def test_titles_are_bold_and_lead_where_the_content_says(whole: Site) -> None:
    blocks = next(own for own in SECTIONS if own.id == "cv").compose(whole, DEFAULT_VIEW)
    entry = next(block for block in blocks if isinstance(block, Entry))
    text = entry.blocks[0]
    assert isinstance(text, Paragraph)
    assert text.spans[0].style.bold
    assert not any(span.style.bold for span in text.spans[1:])
    assert [link.url for link in links(blocks)] == ["https://ada.example/cv.pdf", "https://society.example/"]


def test_keys_are_unique_and_parts_without_title_have_no_heading(whole: Site) -> None:
    untitled = replace(whole, cv=Cv((CvPart("", (CvEntry("a", "", (Span("Alone"),)),)),)))
    blocks = next(own for own in SECTIONS if own.id == "cv").compose(untitled, DEFAULT_VIEW)
    assert not any(isinstance(block, Heading) for block in blocks)
    blocks = next(own for own in SECTIONS if own.id == "cv").compose(whole, DEFAULT_VIEW)
    keys = [block.key for block in blocks if isinstance(block, Entry)]
    assert len(set(keys)) == len(keys) == 4
    assert [plain_text(block.spans) for block in blocks if isinstance(block, Heading)] == [
        "General",
        "Work",
        "Interests",
    ]
