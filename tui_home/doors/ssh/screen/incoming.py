"""What comes from one visitor's terminal: keys and clicks for the app, answers for the Dialogue; no more than is let.

The time is handed in by the loop; where nothing comes any more, what is held back too long is let go.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from contextvars import Context
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events

from tui_home.doors.key_line import KeyLine
from tui_home.doors.ssh.screen.weakly import weakly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.message import Message

    from tui_home.doors.ssh.line import Line
    from tui_home.doors.ssh.service import Careful
    from tui_home.terminal.dialogue import Dialogue

ACTS = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)
"""What a visitor does; motion, the focus and answers come by themselves."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """Who is told what has come."""

    heed: Callable[[Message], None]
    """Keys, clicks and the like."""
    learn: Callable[[Message], None]
    """What is known of the terminal."""
    acted: Callable[[], None]
    """Called for each key and click, not for motion and answers."""
    room: Callable[[], int]
    """How many more keys and clicks may wait."""


class Incoming:
    """One visitor's.

    Args:
        dialogue: What is said with their terminal.
        line: Where questions go.
        ask: Writes them.
        hearing: Who is told.
        careful: What the loop calls is done with this.
    """

    def __init__(
        self, dialogue: Dialogue, line: Line, ask: Callable[[str], None], hearing: Hearing, careful: Careful
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._dialogue, self._line, self._write = dialogue, line, ask
        self._hearing, self._careful = hearing, careful
        self._keys = KeyLine(dialogue, weakly(self._ask))
        self._owes_until = 0.0
        """When we stop waiting for what the terminal has not answered yet."""
        self._timer: asyncio.TimerHandle | None = None
        self._left = False
        self.settled = asyncio.Event()
        """Set when nothing is owed any more, or nobody is there to pay it."""

    def begin(self) -> None:
        """Ask what the terminal can do."""
        self._dialogue.resume()
        self._keys.begin()
        self._arm()

    def receive(self, data: bytes) -> None:
        """Take what the visitor's terminal has sent."""
        self._pass_on(self._keys.feed(data, 0 if self._left else self._hearing.room()))

    def leave(self) -> None:
        """Heed no more keys; answers still are."""
        self._left = True

    async def settle(self) -> None:
        """Wait until the terminal owes no more answers, not for long."""
        with suppress(TimeoutError):
            async with asyncio.timeout_at(self._owes_until):
                while self._dialogue.owes and not self._line.lost:
                    self.settled.clear()
                    await self.settled.wait()

    def end(self) -> None:
        """Take nothing more."""
        self._let_go()
        self._keys.end()

    def _let_go(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _ask(self, question: str) -> None:
        self._owes_until = self._loop.time() + self._dialogue.slowest
        self._write(question)

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            if isinstance(message, ACTS):
                self._hearing.acted()
            if not self._left:
                self._hearing.heed(message)
        if not self._dialogue.owes:
            self.settled.set()
        for news in self._keys.learnt():
            self._hearing.learn(news)
        self._arm()

    def _arm(self) -> None:
        """See to it that what is held back too long is let go."""
        self._let_go()
        wait = self._keys.wait
        if wait is not None and not self._line.lost:
            # The loop keeps a timer, and its context, until its time even when it is cancelled: not with the app in it.
            self._timer = self._loop.call_later(wait, self._tick, context=Context())

    def _tick(self) -> None:
        self._timer = None
        with self._careful:
            self._pass_on(self._keys.tick())
