"""Opens the homepages of a server, and keeps them as they are in their folders while it runs."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from tui_home.doors.places import cache_folder
from tui_home.doors.ssh.homepages.household import Household
from tui_home.doors.ssh.homepages.houses import Houses
from tui_home.doors.ssh.homepages.reader import Reader, Reads
from tui_home.doors.ssh.homepages.reading_order import ReadingOrder
from tui_home.doors.ssh.homepages.subfolders import is_site
from tui_home.doors.ssh.homepages.upkeep import Upkeep
from tui_home.sources.errors import NoSiteError
from tui_home.text.quoted import quoted
from tui_home.text.safe import printable

if TYPE_CHECKING:
    from tui_home.doors.ssh.starting.settings import ServeSettings
    from tui_home.doors.ssh.telling.journal import Journal

_FIRST = asyncio.FIRST_COMPLETED
_MANY = 1000
"""Homepages for which there is room where Sites are kept, when nobody has said how many there will be."""


@asynccontextmanager
async def opened(
    settings: ServeSettings, reader: Reads | None = None, clock: Callable[[], float] = time.monotonic
) -> AsyncIterator[Upkeep]:
    """Yield what keeps the homepages: of an only one the front has been read, several are read in the background.

    Args:
        settings: Which homepages there are.
        reader: Reads them; by default in processes of their own.
        clock: Seconds, steady.

    Raises:
        NoSiteError: There is none.
    """
    journal, cache = settings.journal, cache_folder()
    order = ReadingOrder[Household]()
    named = [Household(house.name, house.folder.absolute(), journal.note) for house in settings.houses]
    upkeep = Upkeep(
        Houses(named, order, clock),
        order,
        reader or Reader(cache and cache / "sites", _MANY if settings.folder else len(named)),
        folder=settings.folder.absolute() if settings.folder else None,
        resting=settings.limits.max_resting,
        tell=journal.note,
        crashed=journal.crashed,
        clock=clock,
    )
    await upkeep.look_around()
    if not upkeep.houses.all:
        raise NoSiteError(_none_in(settings.folder) if settings.folder else "No site to serve.")
    try:
        upkeep.begin()
        await _read_only(upkeep.houses)
        async with _watched(upkeep, journal) if settings.watch else nullcontext():
            yield upkeep
    finally:
        await upkeep.end()


@asynccontextmanager
async def _watched(upkeep: Upkeep, journal: Journal) -> AsyncIterator[None]:
    """Have what changes in a folder read again while the block lasts."""
    from tui_home.doors.ssh.homepages.watching import Watching  # noqa: PLC0415 - its library is for those who watch

    watching = Watching(upkeep.places, upkeep.folder, upkeep.reload, journal.note)
    watch = asyncio.create_task(watching.run())
    try:
        # Beginning holds up the loop: before there are visitors.
        await asyncio.wait((watch, begun := asyncio.create_task(watching.begun.wait())), return_when=_FIRST)
        begun.cancel()
        yield
    finally:
        watch.cancel()
        await asyncio.gather(watch, return_exceptions=True)


def _none_in(folder: Path) -> str:
    itself = f"; it is one itself: --site {quoted(folder)}" if is_site(folder) else ""
    return f"No site in {printable(str(folder))}: none of its folders holds one{itself}."


async def _read_only(houses: Houses) -> None:
    """Wait for the front of the only homepage; of several for none.

    Raises:
        NoSiteError: It cannot be read.
    """
    if houses.several:
        return
    [only] = houses.all
    await only.news.wait()
    if only.homepage is None:
        raise NoSiteError(only.trouble)
