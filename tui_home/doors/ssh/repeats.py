"""What happens again and again is told now and then, with a number: nobody can fill the log. No I/O."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

_MINUTE = 60.0


@dataclass(slots=True)
class _Told:
    at: float | None = None
    untold: int = 0


class Repeats:
    """Counts what has not been told.

    Args:
        clock: Seconds of any steady clock.
        a_minute: Lines a minute, at most, about everything together.
        most: Things remembered; the oldest are forgotten.
    """

    def __init__(self, clock: Callable[[], float], *, a_minute: int = 120, most: int = 1000) -> None:
        self._clock = clock
        self._a_minute = a_minute
        self._most = most
        self._told: OrderedDict[Hashable, _Told] = OrderedDict()
        self._lines = float(a_minute)
        self._at = clock()

    def __len__(self) -> int:
        return len(self._told)

    def times(self, what: Hashable) -> int:
        """Count that `what` has happened; return how often since it was last told, 0 to be silent about it."""
        now = self._clock()
        self._lines = min(self._a_minute, self._lines + (now - self._at) * self._a_minute / _MINUTE)
        self._at = now
        told = self._told.get(what)
        if told is None:
            told = self._told[what] = _Told()
            while len(self._told) > self._most:
                self._told.popitem(last=False)
        told.untold += 1
        if (told.at is not None and now - told.at < _MINUTE) or self._lines < 1:
            return 0
        self._lines -= 1
        times, told.at, told.untold = told.untold, now, 0
        self._told.move_to_end(what)
        return times
