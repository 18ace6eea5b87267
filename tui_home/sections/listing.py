"""Sections that list something: what the site says above the list, the list, and the Article opened in its place."""

from __future__ import annotations

from collections.abc import Callable

from tui_home.model.blocks import Blocks
from tui_home.model.collections import Article
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.sections.articles import opening
from tui_home.sections.folds import Compose, folding
from tui_home.sections.section import Section, no_articles

_ALWAYS = frozenset(("news", "papers", "contact"))


def listing(
    name: str,
    title: str,
    compose: Compose,
    count: Callable[[Site], str],
    articles: Callable[[Site], tuple[Article, ...]] = no_articles,
) -> Section:
    """Return a section that shows the site's own words about it above its list.

    It is there when there is something in it, or something said about it; News, Papers and Contact always are.

    Args:
        name: Its id.
        title: What the bar calls it.
        compose: The list.
        count: How much is in it, in words; nothing when there is nothing.
        articles: What of it opens as pages of their own.
    """

    def introduced(site: Site, view: View) -> Blocks:
        return (*site.intro(name), *compose(site, view))

    def present(site: Site) -> bool:
        return name in _ALWAYS or name in site.pending or bool(count(site) or site.intro(name))

    return Section(name, title, folding(opening(articles, introduced)), count, present, articles)
