"""What is still being read says so, in any section."""

from __future__ import annotations

from dataclasses import replace

from tui_home.document.walk import text_of
from tui_home.model.site import About, Name, Site
from tui_home.model.view import DEFAULT_VIEW
from tui_home.sections import sections_of

EMPTY = Site("r", Name("Ada", "", "Love"), "Ada Love", About())


def said(site: Site, section_id: str) -> tuple[str, str]:
    section = next(section for section in sections_of(site) if section.id == section_id)
    return text_of(section.compose(site, DEFAULT_VIEW)), section.count(site)


def test_nobody_knows_yet_whether_there_is_nothing() -> None:
    assert said(EMPTY, "papers")[0].startswith("No papers yet")
    assert said(replace(EMPTY, pending=("papers",)), "papers") == ("Reading …", "reading …")
    assert said(replace(EMPTY, pending=("papers",)), "news") == said(EMPTY, "news")


def test_what_is_there_already_is_shown_above(site: Site) -> None:
    whole, _ = said(site, "news")
    assert said(replace(site, pending=("news",)), "news") == (f"{whole}\n\nReading …", "reading …")


def test_a_section_that_is_coming_is_in_the_bar_before_it_is_there() -> None:
    assert "posts" not in [section.id for section in sections_of(EMPTY)]
    assert said(replace(EMPTY, pending=("posts",)), "posts") == ("Reading …", "reading …")
