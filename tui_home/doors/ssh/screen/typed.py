"""What one visitor types and clicks: kept in order until there is an app to do it, and then handed to that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.messages import TerminalSupportsSynchronizedOutput

from tui_home.doors.ssh.screen.incoming import ACTS, Hearing

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message import Message

    from tui_home.doors.ssh.limits import Limits
    from tui_home.doors.ssh.screen.driver import VisitDriver


class Typed:
    """One visitor's.

    Args:
        limits: How much may wait.
        acted: Called for each key and click, not for motion, the focus and answers.
        news: Called when something was learnt of the terminal.
    """

    def __init__(self, limits: Limits, acted: Callable[[], None], news: Callable[[], None]) -> None:
        self._limits = limits
        self._acted, self._news = acted, news
        self._waiting: list[Message] = []
        self._driver: VisitDriver | None = None

    @property
    def hearing(self) -> Hearing:
        """What is told by whoever reads the terminal."""
        return Hearing(self._heed, self._learn, self._acted, self._room)

    @property
    def waiting(self) -> int:
        """How much waits for an app."""
        return len(self._waiting)

    def leads_away(self, keys: frozenset[str]) -> bool:
        """Tell whether the first thing that was done is to press one of `keys`."""
        first = next(iter(self._waiting), None)
        return isinstance(first, events.Key) and first.key in keys

    def drop(self) -> int:
        """Let nothing wait; return how much did."""
        waiting, self._waiting = self._waiting, []
        return len(waiting)

    def hand_on(self, driver: VisitDriver) -> None:
        """Give an app all that waits, and from now on everything."""
        self._driver = driver
        if driver.terminal.dialogue.capabilities.synchronized:
            driver.send_message(TerminalSupportsSynchronizedOutput())
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            driver.process_message(message)

    def let_go(self) -> None:
        """Give nobody anything any more."""
        self._driver = None

    def _heed(self, message: Message) -> None:
        if self._driver is not None:
            self._driver.process_message(message)
        elif self._waiting or isinstance(message, ACTS):
            # Where the mouse has been and whether the window had the focus matters to no screen that is ready.
            self._waiting.append(message)

    def _learn(self, message: Message) -> None:
        if self._driver is not None:
            self._driver.send_message(message)
        else:
            self._news()

    def _room(self) -> int:
        waiting = len(self._waiting) if self._driver is None else self._driver.waiting
        return self._limits.max_events - waiting
