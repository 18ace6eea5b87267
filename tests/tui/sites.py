"""Sites of ours with articles and with many sections."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.tui.conftest import make_site, text_blocks, web
from tui_home.model.blocks import Blocks, Paragraph
from tui_home.model.collections import Article, Route, SitePage
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.site import Site

LONG = "\n\n".join(f"Paragraph {number} about weirs and what they hold back." for number in range(40))
TITLES = (
    "Teaching", "Talks", "Software", "Students", "Outreach", "Recipes", "Gallery", "日本語のページ", "Service",
    "Datasets", "Frequently asked questions about everything that floods", "Bookshelf", "Links", "Colophon",
    "Impressum", "Press",
)  # fmt: skip


def inner(label: str, path: str, url: str = "") -> Link:
    return Link(LinkKind.WEB, label, url, path=path)


def linked(text: str, link: Link) -> Blocks:
    return (Paragraph((Span("See "), Span(text, link=link), Span("."))),)


def post(number: int, title: str, blocks: Blocks) -> Article:
    path = f"/blog/{number}/"
    return Article(
        f"_posts/2024-0{number}-01-{number}",
        (Span(title),),
        blocks,
        path,
        f"https://slow.example{path}",
        date=dt.date(2024, number, 1),
    )


def blog() -> Site:
    """Return a site with three posts that lead to one another, and a page that leads to one of them."""
    posts = (
        post(3, "On weirs", (*text_blocks(LONG), *linked("the mills", inner("On mills", "/blog/2/")))),
        post(
            2, "On mills", linked("the papers", inner("Papers", "/publications/", "https://slow.example/publications/"))
        ),
        post(1, "On banks", linked("a lost page", inner("Lost", "/lost/", "https://slow.example/lost/"))),
    )
    site = make_site()
    about = (*linked("what weirs hold", inner("On weirs", "/blog/3/")), *site.about.blocks)
    routes = (
        *(Route(article.path, "posts", article.key) for article in posts),
        Route("/publications/", "papers"),
        Route("/", "about"),
    )
    return replace(site, posts=posts, routes=routes, about=replace(site.about, blocks=about, profile=None))


def many(sections: int) -> Site:
    """Return a site with so many sections."""
    pages = tuple(
        SitePage(
            f"page-{number}", title, (Paragraph((Span(f"This is {title}.", link=web("it", "https://a.example/")),)),)
        )
        for number, title in enumerate(TITLES[: sections - 4])
    )
    return replace(make_site(), pages=pages)
