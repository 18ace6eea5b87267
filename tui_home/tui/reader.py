"""What one visitor reads, and where in each section they are; knows nothing of screens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from tui_home.model.inline import Link, LinkKind
from tui_home.model.look import Look
from tui_home.model.site import Site
from tui_home.model.view import DEFAULT_VIEW, View
from tui_home.pages import Page, Pages, Place
from tui_home.sections import Section

_GONE_THROUGH = frozenset({LinkKind.PUBLICATION, LinkKind.NEWS, LinkKind.EMAIL, LinkKind.MEETING})


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


@dataclass(slots=True)
class Bookmark:
    """One section as the visitor left it."""

    view: View = DEFAULT_VIEW
    scroll: Scroll | None = None
    """None at the beginning."""
    cursor: Cursor | None = None
    opened: bool = False
    """Whether it has been shown."""


@dataclass(slots=True)
class Reader:
    """One visitor with one site."""

    site: Site
    sections: tuple[Section, ...]
    pages: Pages
    index: int = 0
    """Which section is shown."""
    bookmarks: dict[str, Bookmark] = field(default_factory=dict)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self.sections[self.index]

    @property
    def bookmark(self) -> Bookmark:
        """Where the visitor is in the section that is shown."""
        return self.bookmarks.setdefault(self.section.id, Bookmark())

    def page(self, width: int, look: Look) -> Page:
        """Return the section that is shown, laid out for `width` cells."""
        return self.pages.page(self.site, self.section, self.bookmark.view, width, look)

    def first_target(self, page: Page) -> int | None:
        """Return the Target at which the cursor begins: the first section is read, the others are gone through."""
        return 0 if self.index and page.targets and page.targets[0].link.kind in _GONE_THROUGH else None

    def toggle(self, key: str) -> None:
        """Open or close the entry or fold `key`."""
        self.bookmark.view = self.bookmark.view.toggle(key)


def cursor_at(page: Page, index: int | None) -> Cursor | None:
    """Return what to remember of the Target `index`."""
    if index is None:
        return None
    link = page.targets[index].link
    return Cursor(link, sum(1 for target in page.targets[:index] if target.link == link))


def index_of(page: Page, cursor: Cursor | None) -> int | None:
    """Return which of the Page's Targets `cursor` means; None when it is gone."""
    if cursor is None:
        return None
    same = [index for index, target in enumerate(page.targets) if target.link == cursor.link]
    return same[min(cursor.occurrence, len(same) - 1)] if same else None
