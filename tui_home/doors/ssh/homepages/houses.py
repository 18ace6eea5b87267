"""All homepages of one server: who asks for which by the user name, and what the Directory says of them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tui_home.doors.ssh.homepages.followers import Followers
from tui_home.doors.ssh.homepages.homepage import Homepage
from tui_home.doors.ssh.homepages.household import Household
from tui_home.doors.ssh.homepages.reading_order import ReadingOrder
from tui_home.model.directory import Directory
from tui_home.model.site import Site

ANY = ""
"""The name of a homepage that every user name leads to."""
_PATIENCE = 15.0
"""Seconds for which a visitor waits until a homepage is read."""
_AGAIN = 60.0
"""Seconds after which what could not be read is tried again, when somebody comes."""
_SHUT = "This homepage cannot be shown just now. Please come again later."
_SLOW = "This homepage is still being read. Please try again in a minute."


class Closed(Exception):  # noqa: N818 - a state of a homepage, no mistake of ours
    """A homepage is there and cannot be shown; the message is for its visitors, and safe to print."""


class Houses:
    """The homepages of one server.

    Args:
        households: Each has its own name; the one called `ANY` stands alone.
        order: Told what is to be read because somebody waits for it; without it all must have been read.
        clock: Seconds, steady.
        patience: Seconds for which somebody waits.
    """

    def __init__(
        self,
        households: Iterable[Household],
        order: ReadingOrder[Household] | None = None,
        clock: Callable[[], float] = time.monotonic,
        patience: float = _PATIENCE,
    ) -> None:
        self._households = {each.name: each for each in households}
        self.several = ANY not in self._households
        """Whether the user name says which one; else any leads to the only one."""
        self._order = order
        self._clock = clock
        self._patience = patience
        self._directory: Directory | None = None
        self._reloads_of_others = 0
        """Of those that are gone."""
        self._followers = Followers[Directory]()
        self.outdated = Followers[str]()
        """Who is told of the revision of a reading that is no longer shown."""

    @classmethod
    def of(cls, homepages: Mapping[str, Homepage]) -> Houses:
        """Return those that have been read already, by their names."""
        return cls([Household(name, Path(), homepage=each) for name, each in homepages.items()])

    @property
    def all(self) -> tuple[Household, ...]:
        """All of them, in the order of their names."""
        return tuple(each for _, each in sorted(self._households.items()))

    @property
    def only(self) -> Site | None:
        """What is read of the only homepage; None for several."""
        only = self._households.get(ANY)
        return only.homepage.site if only and only.homepage else None

    @property
    def reloads(self) -> int:
        """How often one of them has been replaced by what is newer, from the beginning."""
        return self._reloads_of_others + sum(each.reloads for each in self._households.values())

    # The Directory

    @property
    def directory(self) -> Directory:
        """What there is, now; empty when there are not several."""
        if self._directory is None:
            shown = self.all if self.several else ()
            pending = sum(not each.is_known for each in shown)
            self._directory = Directory(tuple(each.entry for each in shown), pending)
        return self._directory

    def follow(self, heed: Callable[[Directory], None]) -> Callable[[], None]:
        """Have `heed` called with every later Directory; call what is returned to have it no longer."""
        return self._followers.add(heed)

    def changed(self) -> None:
        """Heed that the Directory may say something else now."""
        before, self._directory = self._directory, None
        if before is not None and before != self.directory:
            self._followers.tell(self.directory)

    def settle(self, households: Iterable[Household]) -> None:
        """Have these in place of all. Whoever visits one that is gone stays until they leave."""
        reloads = self.reloads
        self._households = {each.name: each for each in households}
        self._reloads_of_others += reloads - self.reloads
        self.changed()

    # Visitors

    async def find(self, user: str) -> Homepage | None:
        """Return the homepage that `user` leads to, as soon as its front has been read; None for the Directory.

        Raises:
            Closed: It is there, and cannot be shown.
        """
        household = self._households.get(user.lower() if self.several else ANY)
        if household is None:
            return None
        now = household.wanted = self._clock()
        if household.homepage is None:
            await self._read(household, now)
        elif self._order and (household.trouble or household.is_stale) and now >= household.tried + _AGAIN:
            self._order.ask(household)  # perhaps it was for want of memory
        if household.homepage is None:
            raise Closed(_SHUT)
        return household.homepage

    async def _read(self, household: Household, now: float) -> None:
        """Have it read, and wait until there is something to show or to tell."""
        order = self._order
        if order is None or (household.trouble and now < household.tried + _AGAIN):
            return
        household.news.clear()
        order.ask(household, urgent=True)
        try:
            async with asyncio.timeout(self._patience):
                await household.news.wait()
        except TimeoutError:
            raise Closed(_SLOW) from None
