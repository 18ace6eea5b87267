"""Keys in their turn: each is handed on when what the last one began is done, so that typing ahead is safe."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from tui_home.tui.background import in_background
from tui_home.tui.queues import gone_through

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.events import Event

MOST_WAITING = 64
"""Keys and clicks that wait; whatever comes beyond is dropped: nobody types so far ahead."""
_ROUNDS = 3
"""How often all queues are gone through: a key opens a screen, the screen its input, the input asks for the focus."""


class Turns:
    """One app's keys and clicks.

    Textual hands a key to whatever has the focus when it arrives; on a slow line ``/e`` arrives at once, and the ``e``
    would be done before there is anything to type it in.

    Args of the constructor:
        app: Whose.
        deliver: Hands one event on.
        moved: Waits, for a moment, while another homepage is being gone to.
    """

    def __init__(
        self, app: App[None], deliver: Callable[[Event], Awaitable[None]], moved: Callable[[], Awaitable[None]]
    ) -> None:
        self._app = app
        self._deliver = deliver
        self._moved = moved
        self._waiting: deque[Event] = deque()
        self._begun = self._busy = False
        self.acted = False
        """Whether anything has been handed on: from then on the screen is as the visitor has it."""

    @property
    def busy(self) -> bool:
        """Whether anything is being done, or waits for it."""
        return self._busy

    @property
    def waits(self) -> bool:
        """Whether something that was typed has not been handed on."""
        return bool(self._waiting)

    async def take_first(self) -> None:
        """Hand on the first that waits, and wait for what comes of it."""
        self._busy = self.acted = True
        await self._deliver(self._waiting.popleft())
        await self._settle()

    def begin(self) -> None:
        """Hand on what was typed before there was anything to see, and from now on everything."""
        self._begun = self._busy = True
        in_background(self._app, self._go_on, group="turns")

    async def take(self, event: Event) -> None:
        """Hand `event` on now, or in its turn."""
        if self._busy or not self._begun:
            if len(self._waiting) < MOST_WAITING:
                self._waiting.append(event)
            return
        self._busy = self.acted = True
        await self._deliver(event)
        in_background(self._app, self._go_on, group="turns")

    async def _go_on(self) -> None:
        try:
            await self._settle()
            while self._waiting:
                await self.take_first()
        finally:
            self._busy = False

    async def _settle(self) -> None:
        """Wait until all that was under way is done, and what came of it."""
        for _ in range(_ROUNDS):
            await self._moved()
            screen = self._app.screen
            await gone_through((screen.focused or screen, screen, self._app))
        # What came of it is shown now: Textual would begin to count its sixtieths of a second.
        self._app.screen._on_timer_update()
