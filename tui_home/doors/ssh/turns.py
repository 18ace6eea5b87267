"""How much of all connections together is parsed before the loop turns to other things.

Sixteen connections that each send as fast as they may would keep everybody else waiting for the sum of their slices.
Whoever sends no more than somebody types has a measure apart: their keys do not wait for a place among the others, and
where even that is used up, in a queue of their own.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextvars import Context

TYPED = 256
"""Bytes that somebody sends who types: a key is a packet of some 40."""


class Turns:
    """One server's.

    Args:
        most: Bytes that are parsed in one turn, and half as many of those who type; one slice more may be of each.
        slice_: Bytes that a connection takes at most at a time.
    """

    def __init__(self, most: int, slice_: int) -> None:
        self._most = most
        self._typed = self._typed_most = max(1, most // 2)
        self._left = most
        self._waiting: deque[Callable[[], None]] = deque()
        self._typing: deque[Callable[[], None]] = deque()
        self._queues = ((self._typing, max(1, self._typed // TYPED)), (self._waiting, max(1, most // slice_)))
        """Who waits, and how many of them go on in a turn."""
        self._next: asyncio.Handle | None = None

    @property
    def over(self) -> bool:
        """Whether there has been enough for this turn."""
        return self._left <= 0

    @property
    def typed(self) -> int:
        """How many bytes may be parsed in this turn of those who type."""
        return max(0, self._typed)

    def spend(self, size: int, *, typed: bool = False) -> None:
        """Heed that so many bytes are parsed, `typed` or sent in bulk."""
        if typed:
            self._typed -= size
        else:
            self._left -= size
        self._go_on()

    def wait(self, go_on: Callable[[], None], *, typed: bool = False) -> None:
        """Call `go_on` in one of the next turns, after those who have waited for longer, and apart if they `typed`."""
        (self._typing if typed else self._waiting).append(go_on)
        self._go_on()

    def _go_on(self) -> None:
        if self._next is None:
            # In no visit's name: all wait for it.
            self._next = asyncio.get_running_loop().call_soon(self._turn, context=Context())

    def _turn(self) -> None:
        self._next = None
        self._left, self._typed = self._most, self._typed_most
        for queue, at_once in self._queues:
            for _ in range(min(at_once, len(queue))):
                queue.popleft()()
        if self._typing or self._waiting:
            self._go_on()
