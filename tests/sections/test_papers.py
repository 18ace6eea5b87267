"""Papers: headings, tags that lead somewhere, what only the details show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui_home.document.walk import links, text_of
from tui_home.model.blocks import Entry, Heading, Paragraph
from tui_home.model.collections import Intro
from tui_home.model.inline import Link, LinkKind, Span, plain_text
from tui_home.model.site import Publication, Site
from tui_home.model.view import DEFAULT_VIEW, View
from tui_home.sections import SECTIONS
from tui_home.sections.papers import compose_papers

ICML = Link(LinkKind.WEB, "ICML", "https://icml.example")
COUNTED = Link(LinkKind.WEB, "Dimensions", "https://dimensions.example")


def paper(key: str, *groups: str, year: int | None = 2024, abbr: str = "") -> Publication:
    return Publication(key, "article", (Span(key),), (), "", abbr, year, groups=groups)


def headings(site: Site, *papers: Publication) -> list[tuple[int, str]]:
    blocks = compose_papers(replace(site, publications=papers), DEFAULT_VIEW)
    return [(block.level, plain_text(block.spans)) for block in blocks if isinstance(block, Heading)]


def entry(site: Site, one: Publication) -> Entry:
    (found,) = [
        block for block in compose_papers(replace(site, publications=(one,)), DEFAULT_VIEW) if isinstance(block, Entry)
    ]
    return found


def test_years_are_the_headings_unless_the_site_has_others(site: Site) -> None:
    assert headings(site, paper("a"), paper("b"), paper("c", year=None)) == [(2, "2024"), (2, "Undated")]
    assert headings(site, paper("a", "Books"), paper("b", "Talks"), paper("c", "Talks")) == [(2, "Books"), (2, "Talks")]


def test_groups_within_groups_have_lower_headings(site: Site) -> None:
    found = headings(site, paper("a", "2024", "Books"), paper("b", "2024", "Talks"), paper("c", "2023", "Talks"))
    assert found == [(2, "2024"), (3, "Books"), (3, "Talks"), (2, "2023"), (3, "Talks")]


def test_a_site_may_want_no_headings(site: Site) -> None:
    assert headings(site, paper("a", ""), paper("b", "")) == []


@pytest.mark.parametrize("abbr", ["ICML", "International Conference"])
def test_the_venue_tag_leads_to_the_venue(site: Site, abbr: str) -> None:
    found = entry(site, replace(paper("a", abbr=abbr), venue_link=ICML))
    linked = [span.link for span in found.label] + [*links(found.blocks)]
    assert ICML in linked


def test_where_a_paper_is_counted_is_said_with_the_details_only(site: Site) -> None:
    found = entry(site, replace(paper("a"), more_links=(COUNTED,)))
    assert "dimensions" not in text_of(found.blocks)
    assert "https://dimensions.example" in text_of(found.details)


def test_a_tag_that_is_the_venue_is_not_said_twice(site: Site) -> None:
    one = replace(paper("a", abbr="A Journal of Things"), venue="A Journal of Things")
    assert text_of(entry(site, one).blocks).count("A Journal of Things") == 1


def test_what_is_said_besides_is_said_with_the_details(site: Site) -> None:
    link = Link(LinkKind.WEB, "here", "https://a.example")
    found = entry(site, replace(paper("a"), note=(Span("More "), Span("here", link=link))))
    assert "More here" in text_of(found.details)
    assert link in [*links(found.details)]


def test_opening_a_paper_composes_only_that_one_anew(site: Site) -> None:
    several = replace(site, publications=(paper("a"), paper("b", year=2023), paper("c", year=2023)))
    section = next(section for section in SECTIONS if section.id == "papers")
    folded = section.compose(several, DEFAULT_VIEW)
    opened = section.compose(several, View(frozenset({"paper:b"})))
    changed = [at for at, (one, other) in enumerate(zip(folded, opened, strict=True)) if one is not other]
    assert [block.key for block in opened if isinstance(block, Entry) and block.open] == ["paper:b"]
    assert changed == [opened.index(block) for block in opened if isinstance(block, Entry) and block.open]


def test_papers_of_another_reading_are_not_taken_for_those_of_the_last(site: Site) -> None:
    assert headings(site, paper("a")) == [(2, "2024")]
    assert headings(site, paper("a", year=2020)) == [(2, "2020")]


def test_papers_that_the_site_lists_by_hand_are_not_called_none(site: Site) -> None:
    empty = replace(site, publications=())
    said = replace(empty, intros=(Intro("papers", (Paragraph((Span("My paper."),)),)),))
    assert "No papers yet" in text_of(compose_papers(empty, DEFAULT_VIEW))
    assert not compose_papers(said, DEFAULT_VIEW)
