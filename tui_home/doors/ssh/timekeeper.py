"""Ends a visit when its time is over, and reminds it of one more thing: all with one timer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui_home.doors.ssh.stay import Stay

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_home.doors.ssh.limits import Limits
    from tui_home.doors.ssh.service import Careful
    from tui_home.doors.ssh.telling.journal import End


class Timekeeper:
    """One visit's, from its beginning.

    Args:
        limits: How long it may be.
        clock: Seconds, steady.
        careful: What the loop calls is done with this.
        over: Called when it is over.
    """

    def __init__(
        self, limits: Limits, clock: Callable[[], float], careful: Careful, over: Callable[[End], None]
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._clock, self._careful, self._over = clock, careful, over
        self._stay = Stay(limits, clock())
        self._timer: asyncio.TimerHandle | None = None
        self._reminder: tuple[float, Callable[[], None]] | None = None

    @property
    def passed(self) -> float:
        """Seconds since the beginning."""
        return self._clock() - self._stay.began

    @property
    def still(self) -> float:
        """Seconds since the last key or click."""
        return self._clock() - self._stay.acted

    def acted(self) -> None:
        """Heed a key or a click."""
        self._stay.acted = self._clock()

    def watch(self) -> None:
        """See whether the time is over, now and when it may be."""
        with self._careful:
            now = self._clock()
            over = self._stay.over(now)
            if over:
                self._over(over)
                return
            if self._reminder is not None and now >= self._reminder[0]:
                remind, self._reminder = self._reminder[1], None
                remind()
            self._watch_again()

    def remind(self, wait: float, remind: Callable[[], None]) -> None:
        """Have `remind` called once, in `wait` seconds, in place of what was to be called before."""
        self._reminder = (self._clock() + wait, remind)
        if self._timer is not None:
            self._watch_again()

    def forget(self) -> None:
        """Remind nobody."""
        self._reminder = None

    def end(self) -> None:
        """Watch no longer."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _watch_again(self) -> None:
        self.end()
        due = self._stay.due if self._reminder is None else min(self._stay.due, self._reminder[0])
        self._timer = self._loop.call_later(max(0.0, due - self._clock()), self.watch)
