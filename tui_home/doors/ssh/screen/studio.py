"""What all visits of a server share to be shown something at once: the ready screens, and whose turn it is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from contextvars import Context
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui_home.doors.ssh.gates import Ticket
from tui_home.doors.ssh.one_by_one import OneByOne
from tui_home.doors.ssh.screen.actors import Actors
from tui_home.doors.ssh.screen.ready import Kind, ReadyScreen, ReadyScreens

if TYPE_CHECKING:
    from tui_home.doors.ssh.environment import Size
    from tui_home.doors.ssh.screen.beforehand import Beforehand
    from tui_home.doors.ssh.screen.first import First
    from tui_home.doors.ssh.screen.spares import Spares
    from tui_home.doors.ssh.service import Service
    from tui_home.doors.ssh.share import Share
    from tui_home.terminal.capabilities import Capabilities

_LONGEST = 0.25
"""Seconds of a turn: an app that waits for a large page to be laid out keeps nobody else waiting."""


Drawn = tuple[Kind, ReadyScreen]
"""A screen, and what it turned out to be."""


class Ordered(NamedTuple):
    """A screen that is being drawn."""

    task: asyncio.Task[Drawn]
    share: Share | None
    """Of the loop's time."""

    def heed(self, who: Share | None) -> None:
        """Heed who waits for it: it is drawn as soon as for the one of them who has used least lately."""
        if self.share is not None and (who is None or who.rank < self.share.rank):
            self.share.join(who)


class Studio:
    """One server's.

    Args:
        max_spares: Apps that are made before they are needed; without any, no screen is either.
        crashed: Told of mistakes in making them.
    """

    def __init__(self, max_spares: int = 0, crashed: Callable[[BaseException], None] = lambda _: None) -> None:
        self.screens = ReadyScreens()
        self.actors = Actors()
        self.max_spares, self._crashed = max_spares, crashed
        self.under_way: dict[Kind, Ordered] = {}
        """The screens that are being drawn."""
        self._turns = OneByOne()
        """Apps are made so: two in turns were both there as late as the second one is after the first."""
        self._in_turns = 0
        """How many have a turn, or wait for one."""

    @cached_property
    def spares(self) -> Spares:
        """The apps for whoever acts next."""
        from tui_home.doors.ssh.screen.spares import Spares  # noqa: PLC0415 - Textual is for the full screen only

        return Spares(self.max_spares, lambda: self.is_busy, self._crashed)

    @cached_property
    def beforehand(self) -> Beforehand:
        """The screens for whoever comes next."""
        from tui_home.doors.ssh.screen.beforehand import Beforehand  # noqa: PLC0415 - likewise

        return Beforehand()

    def begin(self, service: Service) -> None:
        """Make what whoever comes first will see."""
        if self.max_spares:
            self.beforehand.begin(service)

    def heed(self, first: First, size: Size, able: Capabilities, before: Kind | None) -> None:
        """Heed that somebody is shown this, in place of what they were shown `before`, and may act."""
        if self.max_spares:
            recipe = first.recipe(size, able)
            self.beforehand.heed(recipe)
            self.spares.heed(first.sort(size, able), recipe, before)

    def heed_order(self, first: First, size: Size, able: Capabilities) -> None:
        """Heed that somebody waits for a screen."""
        if self.max_spares:
            self.beforehand.heed(first.recipe(size, able))

    def forget(self, revision: str) -> None:
        """Let go of what shows a reading that is no longer shown, and make the same of the one that is."""
        if self.max_spares:
            self.spares.forget(revision)
            self.beforehand.again()

    def end(self) -> None:
        """Make nothing more that nobody has asked for."""
        if self.max_spares:
            self.max_spares = 0
            self.beforehand.end()
            self.spares.end()

    @property
    def is_busy(self) -> bool:
        """Whether somebody waits for an app or a screen."""
        return bool(self._in_turns)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for the turn to make an app, to draw a screen or to act in it; whoever has used least lately is next."""
        self._in_turns += 1
        try:
            async with self._granted():
                yield
        finally:
            self._in_turns -= 1

    @asynccontextmanager
    async def _granted(self) -> AsyncIterator[None]:
        await self._turns.begin()
        ticket = Ticket(lambda _: self._turns.end())
        timer = asyncio.get_running_loop().call_later(_LONGEST, ticket.leave, context=Context())
        try:
            yield
        finally:
            timer.cancel()
            ticket.leave()
