"""What happens again and again is told now and then, with a number: nobody can fill the log. No I/O."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from tui_home.doors.ssh.rates import Allowance

_MINUTE = 60.0
Tell = Callable[[int], None]
"""Writes one line about something, with how often it has happened since the last one."""


@dataclass(slots=True)
class _Told:
    tell: Tell
    at: float | None = None
    untold: int = 0


class Repeats:
    """Counts what has not been told.

    Args:
        clock: Seconds of any steady clock.
        others: Writes a line about what was forgotten before it could be told.
        a_minute: Lines a minute, at most, about everything together.
        most: Things remembered; the oldest are forgotten.
    """

    def __init__(self, clock: Callable[[], float], others: Tell, *, a_minute: int = 120, most: int = 1000) -> None:
        self._clock = clock
        self._others = _Told(others)
        self._most = most
        self._told: OrderedDict[Hashable, _Told] = OrderedDict()
        self._lines = Allowance(a_minute, a_minute / _MINUTE, clock())

    def __len__(self) -> int:
        return len(self._told)

    def heed(self, what: Hashable, tell: Tell) -> None:
        """Count that `what` has happened, and `tell` it, unless that was done less than a minute ago."""
        told = self._told.get(what)
        if told is None:
            told = self._told[what] = _Told(tell)
            while len(self._told) > self._most:
                self._others.untold += self._told.popitem(last=False)[1].untold
        told.tell = tell
        told.untold += 1
        if self._say(told, self._clock()):
            self._told.move_to_end(what)

    def catch_up(self) -> None:
        """Tell what was only counted and has had its minute: a flood that is over should be in the log as well."""
        now = self._clock()
        for told in (self._others, *self._told.values()):
            self._say(told, now)

    def finish(self) -> None:
        """Tell everything, before the end; what is too much for that, in one number."""
        now = self._clock()
        for told in self._told.values():
            told.at = None
            if not self._say(told, now):
                self._others.untold += told.untold
        self._told.clear()
        if self._others.untold:
            self._others.tell(self._others.untold)
            self._others.untold = 0

    def _say(self, told: _Told, now: float) -> bool:
        if not told.untold or (told.at is not None and now - told.at < _MINUTE) or not self._lines.has(1, now):
            return False
        self._lines.take(1, now)
        times, told.at, told.untold = told.untold, now, 0
        told.tell(times)
        return True
