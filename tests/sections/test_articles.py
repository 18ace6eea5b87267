"""Articles in a list and as a page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tui_home.document.walk import links, text_of
from tui_home.model.blocks import Heading, Paragraph
from tui_home.model.collections import Article, Fact
from tui_home.model.inline import Link, LinkKind, MainAction, Span, Style, plain_text
from tui_home.model.site import Site
from tui_home.model.view import DEFAULT_VIEW, View
from tui_home.sections.about import compose_about
from tui_home.sections.articles import article_blocks, article_entry, opening
from tui_home.sections.words import kindly


@pytest.fixture
def article() -> Article:
    return Article(
        "_posts/engine",
        (Span("On the "), Span("Engine", Style(italic=True))),
        (Paragraph((Span("It weaves."),)),),
        path="/blog/1843/engine/",
        url="https://ada.example/blog/1843/engine/",
        summary=(Span("A note."),),
        date=dt.date(1843, 2, 1),
        tags=("notes", "engines"),
        minutes=4,
        facts=(Fact("Instructor", "Ada"),),
        links=(Link(LinkKind.WEB, "Code", "https://example.org/code"),),
    )


def test_a_page_says_everything_from_the_title_down(article: Article) -> None:
    blocks = article_blocks(article)
    text = text_of(blocks)
    parts = ("On the Engine", "1 Feb 1843 · 4 min read · notes · engines", "A note.", "Instructor  Ada", "It weaves.")
    places = [text.index(part) for part in (*parts, "Code", "https://ada.example")]
    assert places == sorted(places)
    assert isinstance(blocks[0], Heading)
    assert [link.url for link in links(blocks)] == ["https://example.org/code", article.url]


def test_a_bare_article_is_its_title_and_text(article: Article) -> None:
    bare = Article("a", article.title, article.blocks)
    assert len(article_blocks(bare)) == 2


def test_an_entry_leads_to_the_page_here(article: Article) -> None:
    entry = article_entry(article, label="Feb", label_width=3)
    assert entry.link
    assert (entry.link.main, entry.link.path) == (MainAction.FOLLOW, article.path)
    assert plain_text(entry.label) == "Feb"
    assert text_of(entry.blocks) == "On the Engine\n4 min read · Ada · notes · engines\nA note."
    assert "It weaves." not in text_of((entry,))


def test_an_article_elsewhere_is_opened_there() -> None:
    entry = article_entry(Article("a", (Span("Elsewhere"),), url="https://example.org/"))
    assert entry.link
    assert (entry.link.main, entry.link.copies) == (MainAction.OPEN, "https://example.org/")
    assert entry.label == ()


def test_the_title_of_an_entry_is_bold_and_keeps_its_italics(article: Article) -> None:
    paragraph = article_entry(article).blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert [(span.style.bold, span.style.italic) for span in paragraph.spans[:2]] == [(True, False), (True, True)]


def test_a_view_opens_an_article_in_place_of_the_list(article: Article, site: Site) -> None:
    compose = opening(lambda _site: (article,), lambda _site, _view: kindly("The list."))
    assert text_of(compose(site, DEFAULT_VIEW)) == "The list."
    assert text_of(compose(site, View(article="no such key"))) == "The list."
    assert compose(site, View(article=article.key)) == article_blocks(article)


def test_about_shows_the_latest_posts_that_it_asks_for(site: Site, article: Article) -> None:
    posts = (article, replace(article, key="b", title=(Span("Older"),)))
    shown = replace(site, posts=posts, about=replace(site.about, latest_posts=True, latest_posts_limit=1))
    text = text_of(compose_about(shown, DEFAULT_VIEW))
    assert "Latest posts\n\nFeb 1843\nOn the Engine" in text
    assert "1 more post in Posts" in text
    assert "Older" not in text
    assert "Latest posts" not in text_of(compose_about(replace(site, posts=posts), DEFAULT_VIEW))
