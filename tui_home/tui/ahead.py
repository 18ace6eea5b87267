"""Lays out what will be shown before it is shown, where others share the event loop: a large section takes a second."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui_home.model.view import View
from tui_home.pages.cache import Kind
from tui_home.tui.background import in_background
from tui_home.tui.column import column_of

if TYPE_CHECKING:
    from tui_home.tui.app import HomepageApp

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

    async def shown(self, columns: int) -> None:
        """Have what is shown laid out for a screen of `columns` cells."""
        await self._done(self._work(columns, [self._app.reader.location]))

    async def all_sections(self) -> None:
        """Have every section laid out for the screen as it is: the next key may lead to any."""
        places = [(each.id, "") for each in self._app.reader.sections]
        await self._done(self._work(self._app.size.width, places))

    def before(self, show: Callable[[], None]) -> None:
        """Do `show`, which shows the same in another way, as soon as that is laid out: mostly it is."""
        work = self._work(self._app.size.width, [self._app.reader.location])
        if work:
            in_background(self._app, self._then, work, show, group="ahead", exclusive=True)
        else:
            show()

    async def _then(self, work: Sequence[Work], show: Callable[[], None]) -> None:
        await self._done(work)
        show()

    async def _done(self, work: Sequence[Work]) -> None:
        for each in work:
            if self._aside:
                await self._aside(each)

    def _work(self, columns: int, places: Iterable[tuple[str, str]]) -> Sequence[Work]:
        """Return what lays out sections, or articles in them by their keys: each by itself, as others wait for it."""
        if self._aside is None:
            return ()
        reader, look, width = self._app.reader, self._app.look, column_of(columns).text
        site, pages, sections = reader.site, reader.pages, {section.id: section for section in reader.sections}
        kinds = [Kind(section, article, width, look) for section, article in places]
        revision, seen_to = self._seen_to
        if revision == site.revision and seen_to.issuperset(kinds):
            return ()
        self._seen_to = site.revision, frozenset(kinds)

        def lay_out(kind: Kind) -> None:
            pages.page(site, sections[kind.section], View(article=kind.article), kind.width, kind.look)

        return [partial(lay_out, kind) for kind in kinds if not pages.has(site, kind)]
