"""The page on which a site shows its curriculum vitae."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.document.links import Base
from tui_home.model.problem import Origin
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.reading import PAGE_SUFFIXES, Reading, is_shown
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.paths import route_path
from tui_home.text.patterns import pattern

_LAYOUT = "cv"
_PATH = "/cv/"
_DATA = pattern(r"\bsite\.data\.resume\b(?:\.(\w+))?")


class CvPage(NamedTuple):
    """The page, or what stands for it where there is none."""

    page: Page
    base: Base
    hidden: bool = False
    """Whether the owner has a page for it but does not publish it."""

    missing: bool = False
    """Whether there is none at all."""

    only: frozenset[str] = frozenset()
    """The parts of ``site.data.resume`` that the page shows; empty for all."""

    @property
    def front(self) -> Mapping:
        """Its front matter."""
        return self.page.front


def cv_page(reading: Reading, shown_on: Page | None) -> CvPage:
    """Return the page that shows the CV, or what stands for it.

    Args:
        reading: The site.
        shown_on: The page, where the site publishes one.
    """
    if shown_on:
        return CvPage(shown_on, reading.base(shown_on), only=_only(shown_on))
    files = (
        path
        for folder, deep in (("_pages", True), ("", False))
        for path in reading.folder.list(folder, PAGE_SUFFIXES, deep=deep)
    )
    hidden = any(page and not is_shown(page) and _is_cv(page) for page in map(reading.page, files))
    nowhere = Page("_pages/cv.md", Mapping(), "", Origin("_pages/cv.md"), ())
    return CvPage(nowhere, Base(reading.config.host, reading.config.baseurl, _PATH), hidden, missing=not hidden)


def _only(page: Page) -> frozenset[str]:
    """Return which parts of the data a page of the owner's own making shows, as one of services alone does."""
    used = {found[1] or "" for found in _DATA.finditer(page.body)} if not _is_cv(page) else set[str]()
    return frozenset() if "" in used else frozenset(used)


def _is_cv(page: Page) -> bool:
    return page.front.text("layout") == _LAYOUT or route_path(page.front.text("permalink")) == _PATH
