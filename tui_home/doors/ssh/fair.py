"""An event loop that gives each visit a fair share of its time, so that whoever floods keeps only themselves waiting.

asyncio does in one turn all that is ready: with eight visitors who press keys as fast as they can, everybody else waits
for eight pages to be drawn. Here what is ready of a visit waits in the visit's own queue. The queue of whoever has used
least comes first (start-time fair queueing: Goyal, Vin and Cheng, 1996), and after a few milliseconds the loop turns to
its sockets and timers. A visit is told by its context, which all its tasks and callbacks inherit.
"""

from __future__ import annotations

import asyncio
import sys
from collections import deque
from collections.abc import Callable
from contextvars import Context, ContextVar, copy_context
from heapq import heappop, heappush
from itertools import count
from time import perf_counter
from typing import TypeVarTuple, Unpack

if sys.platform == "win32":
    from asyncio import ProactorEventLoop as _Loop
else:
    from asyncio import SelectorEventLoop as _Loop

Arguments = TypeVarTuple("Arguments")
_SLICE = 0.002
"""Seconds after which another visit's turn comes, if there is one."""
_TURN = 0.008
"""Seconds after which the loop turns to its sockets and timers."""
_CREDIT = 0.05
"""Seconds that whoever has been still may use before those who have not: about a key, on a slow machine."""


class _Share:
    """One visit's part of the loop's time."""

    __slots__ = ("queued", "ready", "used")

    def __init__(self) -> None:
        self.ready: deque[asyncio.Handle] = deque()
        self.queued = False
        """Whether it stands in the queue, or is being run."""
        self.used = 0.0
        """Seconds, from the server's beginning, as if all visits had always been busy."""


_share: ContextVar[_Share | None] = ContextVar("share", default=None)


def visit_context() -> Context:
    """Return a context for one more visit: whatever is started in it is part of the visit."""
    context = copy_context()
    context.run(_share.set, _Share())
    return context


class FairLoop(_Loop):
    """The loop of a server.

    Args of the constructor:
        clock: Seconds of any steady clock.
    """

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        super().__init__()
        self._clock = clock
        self._queue: list[tuple[float, int, _Share]] = []
        self._number = count()
        self._used = 0.0
        """What whoever ran last had used before."""
        self._turns = False
        """Whether a turn is due."""

    def call_soon(
        self, callback: Callable[[Unpack[Arguments]], object], *args: *Arguments, context: Context | None = None
    ) -> asyncio.Handle:
        """Call `callback` soon: asyncio's own primitive, by which every task goes on."""
        share = _share.get() if context is None else context.get(_share)
        if share is None:
            return super().call_soon(callback, *args, context=context)
        handle = asyncio.Handle(callback, args, self, context)
        share.ready.append(handle)
        if not share.queued:
            share.used = max(share.used, self._used - _CREDIT)
            self._enqueue(share)
        return handle

    def _enqueue(self, share: _Share) -> None:
        share.queued = True
        heappush(self._queue, (share.used, next(self._number), share))
        self._go_on()

    def _go_on(self) -> None:
        if not self._turns:
            self._turns = True
            # In no visit's name.
            super().call_soon(self._turn, context=Context())

    def _turn(self) -> None:
        self._turns = False
        over = self._clock() + _TURN
        try:
            while self._queue and self._clock() < over:
                self._used, _, share = heappop(self._queue)
                self._run_slice(share)
        finally:
            # Also when a visit asks for the program's end.
            if self._queue:
                self._go_on()

    def _run_slice(self, share: _Share) -> None:
        began = now = self._clock()
        try:
            while share.ready and now - began < _SLICE:
                handle = share.ready.popleft()
                if not handle.cancelled():
                    handle._run()
                now = self._clock()
        finally:
            share.used += self._clock() - began
            share.queued = False
            if share.ready:
                self._enqueue(share)
