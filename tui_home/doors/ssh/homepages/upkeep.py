"""Keeps the homepages of a server as they are in their folders, and lets those rest that nobody visits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from tui_home.doors.ssh.homepages.household import Household, Tell
from tui_home.doors.ssh.homepages.houses import Houses
from tui_home.doors.ssh.homepages.reader import Reads
from tui_home.doors.ssh.homepages.reading_order import ReadingOrder
from tui_home.doors.ssh.homepages.subfolders import subfolders
from tui_home.doors.ssh.homepages.thrift import keep_within
from tui_home.text.safe import printable

_ROUND = 5.0
"""Seconds between two looks at what takes memory."""


class Upkeep:
    """Of one server's homepages.

    Args:
        houses: They.
        order: In which they are read.
        reader: Reads them.
        folder: Whose subfolders are homepages, too; None for none.
        resting: Bytes that unvisited homepages may take.
        tell: Told what the owner should know.
        crashed: Told of mistakes of ours.
        clock: Seconds, steady.
    """

    def __init__(  # noqa: PLR0913 - what it keeps, how, and whom it tells
        self,
        houses: Houses,
        order: ReadingOrder[Household],
        reader: Reads,
        *,
        folder: Path | None,
        resting: int,
        tell: Tell,
        crashed: Callable[[BaseException], None],
        clock: Callable[[], float],
    ) -> None:
        self.houses = houses
        self._order, self._reader = order, reader
        self._named = houses.all
        self.folder, self._resting = folder, resting
        self._tell, self._crashed, self._clock = tell, crashed, clock
        self._gone: list[Household] = []
        """Those whose folders are gone, and who still have visitors."""
        self._notes: tuple[str, ...] = ()
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self) -> None:
        """Read what has not been read yet, those that somebody waits for first."""
        for household in self.houses.all:
            if not household.is_known:
                self._order.ask(household, urgent=not household.name)
        loop = asyncio.get_running_loop()
        # A site that takes its time keeps no visitor of another waiting.
        self._tasks = [
            loop.create_task(self._read(urgent=True)),
            loop.create_task(self._read(urgent=False)),
            loop.create_task(self._rounds()),
        ]

    def places(self) -> dict[str, Path]:
        """Return where the homepages are, by their names."""
        return {each.name: each.folder for each in self.houses.all}

    async def end(self) -> None:
        """Read nothing more; what is being read is ended."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def reload(self, names: Iterable[str] | None = None) -> None:
        """Read again what has changed; return when all has been read.

        Args:
            names: Of those that may have changed; None for all.
        """
        wanted = None if names is None else set(names)
        # The empty name stands for those that may be new (see `watching.ALL`).
        if wanted is None or "" in wanted:
            await self.look_around()
        for household in self.houses.all:
            if wanted is None or household.name in wanted or not household.is_known:
                self._order.ask(household)
        await self._order.settled()

    async def look_around(self) -> None:
        """See which subfolders are homepages now."""
        if self.folder is None:
            return
        try:
            found = await asyncio.to_thread(subfolders, self.folder, {each.name: each.folder for each in self._named})
        except OSError as error:
            why = (error.strerror or "unknown reason").lower()
            self._tell(f"{printable(str(self.folder))} cannot be listed: {why}; its homepages stay", "warning")
            return
        for note in found.notes:
            if note not in self._notes:
                self._tell(note, "warning")
        self._notes = found.notes
        before = self.houses.all
        known = {(each.name, each.folder): each for each in (*self._gone, *before)}
        after = [*self._named]
        after += [
            known.get((name, place)) or Household(name, place, self._tell) for name, place in found.places.items()
        ]
        self.houses.settle(after)
        self._part(before, set(after))

    def _part(self, before: Iterable[Household], after: set[Household]) -> None:
        """Heed which homepages are gone, and which are there again: their visitors see what is new in them."""
        gone = [each for each in before if each not in after]
        for household in gone:
            self._order.forget(household)
            household.news.set()
            self._tell(f"homepage {household.name} is no longer there", "info")
        for household in (each for each in self._gone if each in after):
            self._order.ask(household)
            self._tell(f"homepage {household.name} is there again", "info")
        self._gone = [each for each in (*self._gone, *gone) if each not in after and each.is_visited]

    async def _read(self, *, urgent: bool) -> None:
        while True:
            household = await self._order.take(urgent=urgent)
            try:
                household.tried = self._clock()
                before = household.revision
                await household.read(self._reader, urgent=urgent)
                if before and before != household.revision:
                    self.houses.outdated.tell(before)
            except Exception as error:  # noqa: BLE001 - a mistake with one keeps the others from nothing
                self._crashed(error)
            finally:
                self._order.done(household)
            self.tidy()
            self.houses.changed()

    async def _rounds(self) -> None:
        while True:
            await asyncio.sleep(_ROUND)
            self.tidy()

    def tidy(self) -> None:
        """Let those rest that nobody visits, the longest unvisited first, and bound what is made for the others."""
        if not self.houses.several:
            return
        self._gone = [each for each in self._gone if each.is_visited]
        keep_within(self._resting, self.houses.all, self._clock())
