"""What one visitor reads, and where in each section and article they are; knows nothing of screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from tui_home.model.inline import Link, LinkKind, plain_text
from tui_home.model.look import Look
from tui_home.model.named import NamedTuple
from tui_home.model.site import Site
from tui_home.model.view import DEFAULT_VIEW, View
from tui_home.pages import Page, Pages
from tui_home.pages.cache import Kind
from tui_home.sections import Section, sections_of
from tui_home.tui.history import History, Location

if TYPE_CHECKING:
    from tui_home.pages.places import Place

_ENTRIES = frozenset({LinkKind.PUBLICATION, LinkKind.NEWS, LinkKind.ARTICLE, LinkKind.HOMEPAGE})
_ADDRESSES = frozenset({LinkKind.EMAIL, LinkKind.MEETING})
_READ = "about"
"""The section that is read from its first line; in the others one goes from entry to entry."""


class Cursor(NamedTuple):
    """A Target, known again in the same section laid out differently."""

    link: Link
    occurrence: int
    """How many equal Links come before it."""


class Scroll(NamedTuple):
    """How far a section is scrolled."""

    line: int
    width: int
    """The Page's width in which `line` counts."""
    place: Place
    """The same in any width."""


class Bookmark:
    """One section or article as the visitor left it."""

    __slots__ = ("cursor", "opened", "scroll", "view")

    def __init__(self, view: View = DEFAULT_VIEW) -> None:
        self.view = view
        self.scroll: Scroll | None = None
        """None at the beginning."""
        self.cursor: Cursor | None = None
        self.opened = False
        """Whether it has been shown."""


class _Wanted(NamedTuple):
    """All that decides what a Page is."""

    revision: str
    pending: tuple[str, ...]
    section: str
    view: View
    width: int
    look: Look


class Reader:
    """One visitor with one site.

    Args of the constructor:
        site: What they read.
        pages: The Pages shared with other visitors.
        section: The id of the section to begin with, with a slash and a key that of its article; the first one when
            there is no such section.
    """

    def __init__(self, site: Site, pages: Pages, section: str = "") -> None:
        self.site = site
        self.sections = self.sections_of(site)
        self.pages = pages
        name, _, article = section.partition("/")
        self._wanted = Location(name, article)
        """What to begin with; it may be there only in a later reading."""
        self.index = 0
        """Which section is shown."""
        self.article = ""
        """The key of the Article that is shown in place of the section's list."""
        self.history = History()
        self._bookmarks: dict[Location, Bookmark] = {}
        self._made: list[tuple[_Wanted, Page]] = []
        """What was shown last; where there are many visitors, it may be kept nowhere else."""
        if self.is_there(self._wanted):
            self._show(self._wanted)

    def sections_of(self, site: Site) -> tuple[Section, ...]:
        """Return what `site` is read in."""
        return sections_of(site)

    @property
    def section(self) -> Section:
        """The section that is shown, or whose article is."""
        return self.sections[self.index]

    @property
    def location(self) -> Location:
        """What is shown."""
        return Location(self.section.id, self.article)

    @property
    def bookmark(self) -> Bookmark:
        """Where the visitor is in what is shown."""
        return self._bookmarks.setdefault(self.location, Bookmark(replace(DEFAULT_VIEW, article=self.article)))

    @property
    def seen(self) -> tuple[str, ...]:
        """The ids of the sections that have been shown, in the order of their first showing."""
        return tuple(dict.fromkeys(location.section for location, mark in self._bookmarks.items() if mark.opened))

    @property
    def article_title(self) -> str:
        """What the article that is shown is called; empty in a section's list."""
        articles = self.section.articles(self.site) if self.article else ()
        return next((plain_text(article.title) for article in articles if article.key == self.article), "")

    def page(self, width: int, look: Look) -> Page:
        """Return what is shown, laid out for `width` cells."""
        return self.kept(width, look) or self.making(width, look)()

    def kept(self, width: int, look: Look) -> Page | None:
        """Return what is shown if it has been laid out for `width` cells already."""
        wanted, view = self._wanted_page(width, look), self.bookmark.view
        for made, page in self._made:
            if made == wanted:
                return page
        if view.is_own:
            return None
        kept = self.pages.kept(self.site, Kind(self.section.id, view.article, width, look))
        if kept is not None:
            self._made[:] = [(wanted, kept)]
        return kept

    def making(self, width: int, look: Look) -> Callable[[], Page]:
        """Return what lays out what is shown now, in any thread."""
        wanted = self._wanted_page(width, look)
        made, pages, site, section = self._made, self.pages, self.site, self.section

        def make() -> Page:
            page = pages.page(site, section, wanted.view, width, look)
            made[:] = [(wanted, page)]
            return page

        return make

    def _wanted_page(self, width: int, look: Look) -> _Wanted:
        return _Wanted(self.site.revision, self.site.pending, self.section.id, self.bookmark.view, width, look)

    def first_target(self, page: Page) -> int | None:
        """Return the Target at which the cursor begins: lists are gone through, everything else is read."""
        if self.article or self.section.id == _READ or not page.links:
            return None
        if page.links[0].kind in _ADDRESSES:
            return 0
        return next((index for index, link in enumerate(page.links) if link.kind in _ENTRIES), None)

    def toggle(self, key: str) -> None:
        """Open or close the entry or fold `key`."""
        self.bookmark.view = self.bookmark.view.toggle(key)

    # From place to place

    def is_there(self, location: Location) -> bool:
        """Say whether the site has `location`."""
        index = self._index_of(location.section)
        if index < 0 or not location.article:
            return index >= 0
        return any(article.key == location.article for article in self.sections[index].articles(self.site))

    def go(self, location: Location) -> bool:
        """Show `location`; say whether that is somewhere else and there is such a place."""
        if location == self.location or not self.is_there(location):
            return False
        self.history.leave(self.location)
        self._show(location)
        return True

    def back(self) -> bool:
        """Show what was shown before; say whether anything was. From an article its list is always behind."""
        while location := self.history.back(self.location):
            if location != self.location and self.is_there(location):
                self._show(location)
                return True
        return bool(self.article) and self.go(Location(self.section.id))

    def forward(self) -> bool:
        """Show what was shown before going back; say whether anything was."""
        while location := self.history.forward(self.location):
            if location != self.location and self.is_there(location):
                self._show(location)
                return True
        return False

    def replace(self, site: Site) -> None:
        """Read a later reading of the same site: the same section, or the first one when it is gone."""
        untouched = not (self.history.behind or self.history.ahead or self.bookmark.scroll)
        location = self._wanted if untouched and self._wanted.section else self.location
        self.site, self.sections = site, self.sections_of(site)
        there = (at for at in (location, Location(location.section)) if self.is_there(at))
        self._show(next(there, Location(self.sections[0].id)))

    def after(self, site: Site) -> Reader:
        """Return who will be where this one is when a later reading is read; what they lay out is for both."""
        reader = copy(self)
        reader.replace(site)
        return reader

    def _show(self, location: Location) -> None:
        self.index = max(0, self._index_of(location.section))
        self.article = location.article

    def _index_of(self, section: str) -> int:
        return next((index for index, one in enumerate(self.sections) if one.id == section), -1)


def cursor_at(page: Page, index: int | None) -> Cursor | None:
    """Return what to remember of the Target `index`."""
    if index is None:
        return None
    link = page.links[index]
    return Cursor(link, len(_equal(page.links[:index], link)))


def index_of(page: Page, cursor: Cursor | None) -> int | None:
    """Return which of the Page's Targets `cursor` means; None when it is gone."""
    if cursor is None:
        return None
    same = _equal(page.links, cursor.link)
    same = same or [index for index, link in enumerate(page.links) if _alike(link, cursor.link)]
    return same[min(cursor.occurrence, len(same) - 1)] if same else None


def _equal(links: Sequence[Link], link: Link) -> list[int]:
    """Return where among `links` those are that equal `link`; of thousands few are called the same."""
    return [index for index, one in enumerate(links) if one.label == link.label and one == link]


def _alike(link: Link, other: Link) -> bool:
    """Say whether two Links are one and the same of two readings: more may be known of it in the later one."""
    return (link.kind, link.toggles, link.label) == (other.kind, other.toggles, other.label)
