"""Lays out what will be shown before it is shown, where others share the event loop: a large section takes a second."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tui_home.model.view import View
from tui_home.pages.cache import Kind
from tui_home.tui.background import in_background
from tui_home.tui.column import column_of
from tui_home.tui.themes import first_look

if TYPE_CHECKING:
    from tui_home.model.look import Look
    from tui_home.tui.app import HomepageApp
    from tui_home.tui.reader import Reader
    from tui_home.tui.screens.home import HomeScreen

T = TypeVar("T")
Work = Callable[[], None]
Aside = Callable[[Work], Awaitable[None]]
"""Does, beside the event loop, what takes its time."""


class Ahead:
    """One app's.

    Args of the constructor:
        app: Whose.
        aside: How; None where nobody else is kept waiting.
    """

    def __init__(self, app: HomepageApp, aside: Aside | None) -> None:
        self._app = app
        self._aside = aside
        self._seen_to: tuple[str, frozenset[Kind]] = ("", frozenset())
        """The last reading and what was laid out of it: what is too large to be kept is not made for every key."""
        self._under_way = 0
        self._one_by_one = asyncio.Lock()
        self._rest = asyncio.Event()
        self._rest.set()

    async def first(self, columns: int) -> None:
        """Have laid out what an app shows first that has not begun yet, on a screen of `columns` cells."""
        visitor, place = self._app.visitor, self._app.begun_at
        able = visitor.dialogue.capabilities if visitor.dialogue else visitor.capabilities
        searched = place is not None and bool(place.looked_for)
        await self._done(self._work(self._app.reader, columns, first_look(able), searched=searched))

    async def of(self, reader: Reader) -> None:
        """Have laid out what another reader shows, for the screen as it is."""
        await self._done(self._work(reader, self._app.size.width, self._app.look))

    async def shown(self, columns: int) -> None:
        """Have what is shown laid out for a screen of `columns` cells."""
        await self._done(self._work(self._app.reader, columns, self._app.look, searched=self._is_searched))

    async def all_sections(self) -> None:
        """Have every section laid out for the screen as it is: the next key may lead to any."""
        for work in self._of_all_sections():
            await self._done(work)

    def before(self, show: Callable[[], None], reader: Reader | None = None) -> None:
        """Do `show` as soon as what `reader` (by default the app's) shows is laid out: mostly it is."""
        width, look = self._app.size.width, self._app.look
        work = self._work(reader or self._app.reader, width, look, searched=self._is_searched)
        if work:
            self._begin(work, show)
        else:
            show()

    def make(self, make: Callable[[], T], show: Callable[[T], object]) -> None:
        """Have something made, and show it."""
        if self._aside is None:
            show(make())
            return
        made: list[T] = []
        self._begin(lambda: made.append(make()), lambda: show(made[0]))

    async def rest(self) -> None:
        """Wait until all is shown that waits for being laid out: what is typed next is meant for that."""
        await self._rest.wait()

    def _begin(self, work: Work, show: Callable[[], object]) -> None:
        self._under_way += 1
        self._rest.clear()
        in_background(self._app, self._then, work, show, self._home, group="ahead")

    async def _then(self, work: Work, show: Callable[[], object], home: HomeScreen | None) -> None:
        try:
            async with self._one_by_one:
                await self._done(work)
                # Another homepage may have been gone to meanwhile.
                if self._home is home:
                    show()
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._rest.set()

    @property
    def _is_searched(self) -> bool:
        """Whether words are looked for in what is shown."""
        return self._home is not None and self._home.finder.searches

    @property
    def _home(self) -> HomeScreen | None:
        """Where one reads; there is none before the first screen."""
        home: HomeScreen | None = getattr(self._app, "home", None)
        return home

    async def _done(self, work: Work | None) -> None:
        if work and self._aside:
            await self._aside(work)

    def _work(self, reader: Reader, columns: int, look: Look, *, searched: bool = False) -> Work | None:
        """Return what lays out what `reader` shows, and hands it to them; None where it is there."""
        if self._aside is None:
            return None
        width = column_of(columns).text
        page = reader.kept(width, look)
        if page is not None and (page.is_searched or not searched):
            return None
        make = reader.making(width, look)

        def work() -> None:
            made = make()
            if searched:
                made.make_ready_to_search()

        return work

    def _of_all_sections(self) -> Sequence[Work]:
        """Return what lays out the sections that are not there: each by itself, as others wait for it."""
        if self._aside is None:
            return ()
        reader, look, width = self._app.reader, self._app.look, column_of(self._app.size.width).text
        site, pages, sections = reader.site, reader.pages, {section.id: section for section in reader.sections}
        kinds = [Kind(section, "", width, look) for section in sections]
        revision, seen_to = self._seen_to
        if revision == site.revision and seen_to.issuperset(kinds):
            return ()
        self._seen_to = site.revision, frozenset(kinds)

        def lay_out(kind: Kind) -> None:
            pages.page(site, sections[kind.section], View(), kind.width, kind.look)

        return [partial(lay_out, kind) for kind in kinds if not pages.has(site, kind)]
