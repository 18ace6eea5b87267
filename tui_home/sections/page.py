"""A page of the site's navigation as a section of its own."""

from __future__ import annotations

from tui_home.model.blocks import Blocks
from tui_home.model.collections import SitePage
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.sections.folds import folding
from tui_home.sections.section import Section
from tui_home.sections.words import nothing


def page_section(page: SitePage) -> Section:
    """Return the section that shows `page`; it finds it again in a later reading of the site by its id."""

    def compose(site: Site, _view: View) -> Blocks:
        return next((found.blocks for found in site.pages if found.id == page.id), ())

    return Section(page.id, page.title, folding(compose), nothing)
