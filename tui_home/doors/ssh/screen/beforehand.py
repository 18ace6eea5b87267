"""Ready screens that are drawn before anybody comes: at the start, and anew when what they show has been read again.

Whoever comes first has one at once then. They are of the kinds that were shown most often in this run, a few; and they
are drawn one after the other while nobody waits for anything.
"""

from __future__ import annotations

import asyncio
from contextvars import Context
from math import inf
from typing import TYPE_CHECKING

from tui_home.doors.ssh.environment import Told
from tui_home.doors.ssh.screen.drawing import drawn
from tui_home.doors.ssh.screen.first import Aim, First
from tui_home.doors.ssh.share import own_context
from tui_home.terminal.capabilities import capabilities

if TYPE_CHECKING:
    from tui_home.doors.ssh.screen.first import Recipe
    from tui_home.doors.ssh.service import Service

_MOST = 8
"""Kinds that are drawn."""
_KNOWN = 64
"""Kinds whose visitors are counted; those that nobody has wanted for longest are forgotten."""
_REST = 0.1
"""Seconds after a reading, and while somebody waits for an app or a screen."""
_USUAL = "xterm-256color"
"""The terminal for which something is drawn at the start: that of most who come."""


class Beforehand:
    """Those of one server."""

    def __init__(self) -> None:
        self._counts: dict[Recipe, int] = {}
        self._due = False
        self._timer: asyncio.TimerHandle | None = None
        self._work: asyncio.Task[None] | None = None

    def heed(self, recipe: Recipe) -> None:
        """Heed that somebody is shown this."""
        self._counts[recipe] = self._counts.pop(recipe, 0) + 1
        if len(self._counts) > _KNOWN:
            self._counts.pop(next(iter(self._counts)))

    def begin(self, service: Service) -> None:
        """Have drawn what most who come will see."""
        houses, told = service.houses, Told(term=_USUAL)
        homepage = None if houses.several else houses.all[0].homepage
        if homepage is not None or houses.several:
            first = First(Aim(service, homepage, "", ""), "")
            self.heed(first.recipe(told.size, capabilities(told.environment())))
            self.again()

    def again(self) -> None:
        """Have drawn soon what is not as it was."""
        self._due = True
        if self._timer is None and self._work is None:
            self._timer = asyncio.get_running_loop().call_later(_REST, self._go, context=Context())

    def end(self) -> None:
        """Draw no more."""
        self._counts.clear()
        self._due = False
        if self._timer is not None:
            self._timer.cancel()
        if self._work is not None:
            self._work.cancel()

    def _go(self) -> None:
        self._timer, self._due = None, False
        self._work = asyncio.get_running_loop().create_task(self._draw(), context=own_context(inf))

    async def _draw(self) -> None:
        try:
            wanted = sorted(self._counts, key=self._counts.__getitem__, reverse=True)[:_MOST]
            for recipe in reversed(wanted):
                try:
                    await self._draw_one(recipe)
                except Exception as error:  # noqa: BLE001 - nobody has asked for it; whoever does gets an app
                    recipe.service.journal.crashed(error)
        finally:
            self._work = None
            if self._due:
                self.again()

    async def _draw_one(self, recipe: Recipe) -> None:
        studio = recipe.service.studio
        while studio.is_busy:  # noqa: ASYNC110 - whoever waits for something
            await asyncio.sleep(_REST)
        first = recipe.first()
        if first is None:
            self._counts.pop(recipe, None)
            return
        size = recipe.kind.size
        kind = first.kind(size, recipe.able)
        if kind not in studio.screens:
            studio.screens.keep(kind, await drawn(kind, first, recipe.able))
        studio.spares.heed(first.sort(size, recipe.able), recipe)
