"""Going from one screen to another: what is to be shown is looked for, which may be called off, and then shown."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from tui_home.tui.background import in_background

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tui_home.tui.app import HomepageApp

_LOOKING, _SHOWING = "looking", "showing"
_PATIENCE = 0.5
"""Seconds for which keys wait while something is looked for."""


class Moves:
    """One visitor's."""

    def __init__(self) -> None:
        self._found, self._shown = asyncio.Event(), asyncio.Event()
        self._found.set()
        self._shown.set()
        self._showing = 0
        self._one_by_one = asyncio.Lock()
        self._until = 0.0
        """When keys have waited for long enough, by the loop's clock."""

    def look(self, app: HomepageApp, find: Callable[[], Awaitable[None]]) -> None:
        """Let `find` look for something, in place of what was looked for before."""
        self._found.clear()
        self._until = asyncio.get_running_loop().time() + _PATIENCE
        in_background(app, self._look, find, group=_LOOKING, exclusive=True)

    def stay(self, app: HomepageApp) -> bool:
        """Look for nothing any more; say whether anything was looked for."""
        looking = not self._found.is_set()
        app.workers.cancel_group(app, _LOOKING)
        self._found.set()
        return looking

    def show(self, app: HomepageApp, show: Callable[[], Awaitable[None]]) -> None:
        """Let `show` change the screen, after all who do that already; nobody cuts it short."""
        self._showing += 1
        self._shown.clear()
        in_background(app, self._show, show, group=_SHOWING)

    async def rest(self) -> None:
        """Wait, for a moment, while something is looked for, and until all that is to be shown is there."""
        with suppress(TimeoutError):
            async with asyncio.timeout_at(self._until):
                await self._found.wait()
        await self._shown.wait()

    async def _look(self, find: Callable[[], Awaitable[None]]) -> None:
        await find()
        self._found.set()

    async def _show(self, show: Callable[[], Awaitable[None]]) -> None:
        try:
            async with self._one_by_one:
                await show()
        finally:
            self._showing -= 1
            if not self._showing:
                self._shown.set()
