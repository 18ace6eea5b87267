"""Keys in their turn: each is handed on when what the last one began is done, so that typing ahead is safe."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from tui_home.tui.background import in_background

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.events import Event
    from textual.message_pump import MessagePump

MOST_WAITING = 64
"""Keys and clicks that wait; whatever comes beyond is dropped: nobody types so far ahead."""
_ROUNDS = 3
"""How often all queues are gone through: a key opens a screen, the screen its input, the input asks for the focus."""
_LONGEST_HOP = 0.5
"""Seconds after which a queue that is not answering is taken to be closed."""


class Turns:
    """One app's keys and clicks.

    Textual hands a key to whatever has the focus when it arrives; on a slow line ``/e`` arrives at once, and the ``e``
    would be done before there is anything to type it in.

    Args of the constructor:
        app: Whose.
        deliver: Hands one event on.
    """

    def __init__(self, app: App[None], deliver: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._deliver = deliver
        self._waiting: deque[Event] = deque()
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether anything is being done, or waits for it."""
        return self._busy

    async def take(self, event: Event) -> None:
        """Hand `event` on now, or in its turn."""
        if self._busy:
            if len(self._waiting) < MOST_WAITING:
                self._waiting.append(event)
            return
        self._busy = True
        await self._deliver(event)
        in_background(self._app, self._go_on, group="turns")

    async def _go_on(self) -> None:
        try:
            await self._settle()
            while self._waiting:
                await self._deliver(self._waiting.popleft())
                await self._settle()
        finally:
            self._busy = False

    async def _settle(self) -> None:
        """Wait until all that was under way is done, and what came of it."""
        for _ in range(_ROUNDS):
            screen = self._app.screen
            for pump in dict.fromkeys((screen.focused or screen, screen, self._app)):
                await _hop(pump)


async def _hop(pump: MessagePump) -> None:
    """Wait until all that is in the queue now has been done."""
    done = asyncio.Event()
    if pump.is_running and pump.call_later(done.set):
        try:
            async with asyncio.timeout(_LONGEST_HOP):
                await done.wait()
        except TimeoutError:
            # A screen that was just left does nothing any more.
            return
