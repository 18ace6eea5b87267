"""Pages made once and shared by all visitors; bounded in bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from tui_home.layout import WIDEST, Fragment, layout_block, taken_width
from tui_home.model.blocks import Block, Blocks
from tui_home.model.look import PLAIN_LOOK, Look
from tui_home.model.named import NamedTuple
from tui_home.model.site import Site
from tui_home.model.view import DEFAULT_VIEW, View
from tui_home.pages.bounded import Bounded
from tui_home.pages.compose import LayOut, compose
from tui_home.pages.page import Page
from tui_home.pages.sharing import Sharing
from tui_home.pages.weight import fragment_bytes, page_bytes

NARROWEST = 8
_MOST_BYTES = 128 << 20
"""Enough for 5,000 publications in colour, in one process of their own."""
_ROOM = 2
"""Pages of the largest section that are kept in any case: it would be laid out for every key."""


class AnySection(Protocol):
    """What is needed of a section."""

    @property
    def id(self) -> str:
        """Unique among the sections."""

    @property
    def compose(self) -> Callable[[Site, View], Blocks]:
        """From what was read and what the visitor did to Blocks; pure."""

    @property
    def narrowed(self) -> Callable[[Blocks, View], Blocks] | None:
        """From the Blocks of the whole to those of them that a View with a filter leaves; None without one."""


class Kind(NamedTuple):
    """What a Page was made for, of one reading of a site; nothing is toggled on it."""

    section: str
    """The section's id."""
    article: str
    width: int
    look: Look


class Pages:
    """The Pages of all Sites and sections.

    A key holds only what we chose from a short list: the revision and what of it is still being read, the ids of
    section and article, a clamped width, the Look.
    """

    def __init__(self, *, max_bytes: int = _MOST_BYTES, made: Callable[[Page], None] = lambda _: None) -> None:
        """Begin with nothing made.

        Args:
            max_bytes: How much the Pages and Fragments kept may take, estimated; half of it for each. Two Pages, as
                large as they may be, are kept in any case.
            made: Told of every Page that is made.
        """
        self._told = made
        self._pages: Bounded[_PageKey, _Made] = Bounded(max_bytes // 2, room=_ROOM)
        self._fragments: Bounded[_Key, Fragment] = Bounded(max_bytes // 2)
        self._sharing = Sharing()

    @property
    def bytes(self) -> int:
        """What is kept, estimated."""
        return self._pages.bytes + self._fragments.bytes

    def page(
        self, site: Site, section: AnySection, view: View = DEFAULT_VIEW, width: int = 80, look: Look = PLAIN_LOOK
    ) -> Page:
        """Return the Page of a section.

        Args:
            site: What to show.
            section: Which part of it.
            view: What the visitor has done to it; Pages on which nothing is toggled are shared.
            width: Cells, clamped to 8 … 120: a wider terminal shows the same Page, of a narrower one there is none.
            look: How to draw it.
        """
        key = _page_key(site, Kind(section.id, view.article, width, look))
        width = key.kind.width
        made = self._pages.get(key)
        if made is not None and not view.is_own:
            return made.page
        if made and view.filter and section.narrowed:
            blocks = section.narrowed(made.blocks, view)
        else:
            reading = key.reading
            beside = None if view.is_own else self._pages.any_of(lambda other: other.reading == reading)
            blocks = beside.blocks if beside else section.compose(site, view)
        page = compose(section.id, blocks, width, look, self._beside(made) if made else self._fragment)
        self._told(page)
        if not view.is_own:
            self._pages.keep(key, _Made(blocks, page), page_bytes(page))
        return page

    def kept(self, site: Site, kind: Kind) -> Page | None:
        """Return a Page on which nothing is toggled; None when it would have to be made."""
        made = self._pages.get(_page_key(site, kind))
        return made.page if made else None

    def has(self, site: Site, kind: Kind) -> bool:
        """Say whether a Page is kept, so that asking for it takes no time."""
        return _page_key(site, kind) in self._pages

    def kinds(self, revision: str) -> tuple[Kind, ...]:
        """Return what Pages of a reading are kept for, the one used last at the end."""
        return tuple(key.kind for key in self._pages if key.revision == revision)

    def keep_only(self, revision: str) -> None:
        """Let go of the Pages of all other readings, and of the Fragments that stand in none of the rest."""
        self._pages.drop(lambda key, _: key.revision != revision)
        self._sharing.clear()
        used = {id(fragment) for made in self._pages.values() for fragment in made.page.fragments}
        self._fragments.drop(lambda _, fragment: id(fragment) not in used)

    def _beside(self, made: _Made) -> LayOut:
        """Return what lays out Blocks most of which are the very ones of a Page made before: hashing takes longer."""
        earlier = {id(block): fragment for block, fragment in zip(made.blocks, made.page.fragments, strict=True)}

        def lay_out(block: Block, width: int, look: Look) -> Fragment:
            return earlier.get(id(block)) or self._fragment(block, width, look)

        return lay_out

    def _fragment(self, block: Block, width: int, look: Look) -> Fragment:
        width = taken_width(block, width)
        key = _Key(block, width, look)
        fragment = self._fragments.get(key)
        if fragment is None:
            fragment = self._sharing.shared(layout_block(block, width, look))
            self._fragments.keep(key, fragment, fragment_bytes(fragment))
        return fragment


class _PageKey(NamedTuple):
    revision: str
    pending: tuple[str, ...]
    kind: Kind

    @property
    def reading(self) -> tuple[object, ...]:
        """What the Blocks of its Page are made for, whatever the width and the Look."""
        return self.revision, self.pending, self.kind.section, self.kind.article


def _page_key(site: Site, kind: Kind) -> _PageKey:
    return _PageKey(site.revision, site.pending, kind._replace(width=min(max(kind.width, NARROWEST), WIDEST)))


class _Made(NamedTuple):
    """A Page on which nothing is toggled, and what it was made from."""

    blocks: Blocks
    page: Page


class _Key:
    """What a Fragment is made from. A Block is hashed by all it contains, which takes its time: here once."""

    __slots__ = ("_hash", "_made_from")

    def __init__(self, block: Block, width: int, look: Look) -> None:
        self._made_from = (block, width, look)
        self._hash = hash(self._made_from)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._made_from == other._made_from

    def __hash__(self) -> int:
        return self._hash
