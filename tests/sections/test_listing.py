"""Sections that list something, with the site's own words above the list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui_home.document.walk import text_of
from tui_home.model.blocks import Paragraph
from tui_home.model.collections import Article, Intro, SitePage
from tui_home.model.inline import Span
from tui_home.model.site import Site
from tui_home.model.view import DEFAULT_VIEW, View
from tui_home.sections import sections_of

WORDS = (Paragraph((Span("Words above."),)),)
POST = Article("_posts/a", (Span("A post"),), (Paragraph((Span("It weaves."),)),), path="/a/")


def shown(site: Site, name: str, view: View = DEFAULT_VIEW) -> str:
    return next(text_of(section.compose(site, view)) for section in sections_of(site) if section.id == name)


def titles(site: Site) -> list[str]:
    return [section.title for section in sections_of(site)]


@pytest.mark.parametrize("name", ["news", "papers", "contact", "posts"])
def test_words_stand_above_every_list(site: Site, name: str) -> None:
    said = replace(site, posts=(POST,), intros=(Intro(name, WORDS),))
    assert shown(said, name).startswith("Words above.\n\n")
    assert len(shown(said, name)) > len("Words above.\n\n")


def test_an_opened_article_stands_alone(site: Site) -> None:
    said = replace(site, posts=(POST,), intros=(Intro("posts", WORDS),))
    text = shown(said, "posts", View(article=POST.key))
    assert "Words above." not in text
    assert "It weaves." in text


def test_a_section_is_there_for_content_for_words_or_while_it_is_read(site: Site) -> None:
    assert "Posts" not in titles(site)
    assert "Posts" in titles(replace(site, posts=(POST,)))
    assert "Posts" in titles(replace(site, intros=(Intro("posts", WORDS),)))
    assert "Posts" in titles(replace(site, pending=("posts",)))


def test_a_section_has_the_sites_own_title(site: Site) -> None:
    assert "Notes" in titles(replace(site, posts=(POST,), intros=(Intro("posts", (), "Notes"),)))
    assert "Posts" not in titles(replace(site, posts=(POST,), intros=(Intro("posts", (), "Notes"),)))


def test_posts_without_a_day_come_last_without_a_column(site: Site) -> None:
    assert shown(replace(site, posts=(POST,)), "posts") == "Undated\n\nA post"


def test_a_page_lists_its_articles_and_opens_them(site: Site) -> None:
    made = replace(site, pages=(SitePage("shelf", "Shelf", WORDS, (POST,)),))
    assert shown(made, "shelf") == "Words above.\n\nA post"
    assert shown(made, "shelf", View(article=POST.key)) == "A post\n\nIt weaves."


def test_a_page_is_found_again_in_a_later_site(site: Site) -> None:
    section = sections_of(replace(site, pages=(SitePage("shelf", "Shelf", WORDS),)))[-1]
    later = replace(site, pages=(SitePage("shelf", "Shelf", (Paragraph((Span("Later."),)),)),))
    assert text_of(section.compose(later, DEFAULT_VIEW)) == "Later."
    assert section.compose(site, DEFAULT_VIEW) == ()
