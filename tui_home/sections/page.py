"""A page of the site's navigation as a section of its own."""

from __future__ import annotations

from tui_home.model.blocks import Blocks
from tui_home.model.collections import Article, SitePage
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.sections.articles import article_entry, opening
from tui_home.sections.folds import folding
from tui_home.sections.section import Section
from tui_home.sections.words import nothing


def page_section(page: SitePage) -> Section:
    """Return the section that shows `page`; it finds it again in a later reading of the site by its id."""

    def found(site: Site) -> SitePage:
        return next((found for found in site.pages if found.id == page.id), SitePage(page.id, page.title))

    def articles(site: Site) -> tuple[Article, ...]:
        return found(site).articles

    def listed(site: Site, _view: View) -> Blocks:
        return (*found(site).blocks, *map(article_entry, articles(site)))

    return Section(page.id, page.title, folding(opening(articles, listed)), nothing, articles=articles)
