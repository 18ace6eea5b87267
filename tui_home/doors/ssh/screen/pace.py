"""Of many values in a short time, the newest; not more often than is let."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Pace(Generic[T]):
    """Heeds the first value at once, and later ones when their time has come.

    Args:
        rate: How many a second are heeded.
        heed: Called with each of them, on the running loop.
    """

    def __init__(self, rate: float, heed: Callable[[T], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._interval = 1.0 / rate
        self._heed = heed
        self._newest: list[T] = []
        self._next = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def take(self, value: T) -> None:
        """Heed `value`, unless a newer one comes in time."""
        self._newest = [value]
        if self._timer is None:
            self._timer = self._loop.call_at(max(self._next, self._loop.time()), self._go)

    def end(self) -> None:
        """Heed nothing any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _go(self) -> None:
        self._timer = None
        self._next = self._loop.time() + self._interval
        for value in self._newest:
            self._heed(value)
