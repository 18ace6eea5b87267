"""Links within a site: those that lead to something shown here, and all others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.document.walk import links
from tui_home.model.blocks import (
    Align,
    Blocks,
    Details,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Table,
)
from tui_home.model.collections import Article, Cv, CvEntry, CvPart, Intro, Route, SitePage
from tui_home.model.inline import Link, LinkKind, Span, Spans
from tui_home.model.site import About, Name, NewsItem, Profile, Publication, Site
from tui_home.sources.jekyll.routes import article_routes, distinct, settled

KNOWN = Link(LinkKind.WEB, "known", path="/known/")
GONE = Link(LinkKind.WEB, "gone", path="/gone/")
ELSEWHERE = Link(LinkKind.WEB, "elsewhere", "https://ada.example/gone/", path="/gone/")
SPANS: Spans = (Span("a", link=KNOWN), Span("b", link=GONE), Span("c", link=ELSEWHERE))
WORDS: Blocks = (Paragraph(SPANS),)
WANTED = [("known", "/known/"), ("elsewhere", "")]


def found(blocks: Blocks) -> list[tuple[str, str]]:
    return [(link.label, link.path) for link in links(blocks)]


def site(**fields: object) -> Site:
    made: Callable[..., Site] = Site
    parts = {"revision": "0", "name": Name("Ada"), "title": "Ada", "about": About(), **fields}
    return settled(made(routes=(Route("/known/", "papers"),), **parts))


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(SPANS),
        Heading(2, SPANS),
        Quote(WORDS),
        ListBlock((ListItem(WORDS),)),
        Table((), ((SPANS,),), (Align.LEFT,)),
        Table((SPANS,), (), (Align.LEFT,)),
        Details("k", (), WORDS),
        Details("k", SPANS, ()),
        Quote((Quote((ListBlock((ListItem(WORDS),)),)),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_only_links_to_what_is_shown_have_a_path(block: Paragraph) -> None:
    assert found(site(about=About(blocks=(block,))).about.blocks) == WANTED


def test_a_picture_keeps_its_place() -> None:
    (figure,) = site(about=About(blocks=(Figure((), GONE),))).about.blocks
    assert isinstance(figure, Figure)
    assert not figure.link.acts


def test_every_part_of_a_site_is_settled() -> None:
    article = Article("a", SPANS, WORDS, summary=SPANS, links=(KNOWN, GONE, ELSEWHERE))
    made = site(
        about=About(subtitle=SPANS, profile=Profile(more_info=WORDS), blocks=WORDS),
        news=(NewsItem("n", None, SPANS, WORDS),),
        publications=(
            Publication("p", "misc", SPANS, (), "", "", None, links=article.links, abstract=WORDS, note=SPANS),
        ),
        footer=SPANS,
        contact_note=SPANS,
        cv=Cv((CvPart("P", (CvEntry("e", "", SPANS, SPANS, blocks=WORDS),), WORDS),)),
        projects=(article,),
        posts=(article,),
        courses=(article,),
        pages=(SitePage("s", "S", WORDS, (article,)),),
        intros=(Intro("papers", WORDS),),
    )
    assert "path='/gone/'" not in repr(made)
    assert made.footer == (SPANS[0], Span("b"), Span("c", link=Link(LinkKind.WEB, "elsewhere", ELSEWHERE.url)))


def test_what_has_no_paths_is_not_made_anew() -> None:
    item = NewsItem("n", None, (), (Paragraph((Span("a", link=Link(LinkKind.WEB, "a", "https://a.example/")),)),))
    assert site(news=(item,)).news[0] is item


def test_an_article_that_only_leads_elsewhere_has_no_route() -> None:
    assert article_routes("s", (Article("a", SPANS, path="/a/"), Article("b", SPANS, WORDS, path="/b/"))) == (
        Route("/b/", "s", "b"),
    )


def test_an_article_whose_path_shows_something_else_leads_to_the_web() -> None:
    first, second = (Article(key, SPANS, WORDS, path="/a/", url=f"https://a.example/{key}") for key in "ab")
    menu = Article("c", SPANS, path="/known/")
    routes = (Route("/a/", "posts", "a"), Route("/known/", "papers"))
    made = settled(Site("0", Name("Ada"), "Ada", About(), posts=(first, second, menu), routes=routes))
    assert [post.path for post in made.posts] == ["/a/", "", "/known/"]


def test_the_first_route_of_a_path_counts() -> None:
    assert distinct((Route("/a/", "x"), Route("/b/", "x"), Route("/a/", "y"))) == (Route("/a/", "x"), Route("/b/", "x"))
