"""An event loop that gives each visit a fair share of its time, so that whoever floods keeps only themselves waiting.

asyncio does in one turn all that is ready: with eight visitors who press keys as fast as they can, everybody else waits
for eight pages to be drawn. Here what is ready of a visit waits in the visit's own queue. The queue of whoever has used
least lately comes first, and after a few milliseconds the loop turns to its sockets and timers: of those who flood, one
thing at most is done between somebody's key and its effect. A visit is told by its context, which all its tasks and
callbacks inherit.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from contextvars import Context
from heapq import heappop, heappush
from itertools import count
from math import inf
from time import monotonic, thread_time
from typing import TypeVarTuple, Unpack

from tui_home.doors.ssh.share import Share, share_in

if sys.platform == "win32":
    from asyncio import ProactorEventLoop as _Loop
else:
    from asyncio import SelectorEventLoop as _Loop

Arguments = TypeVarTuple("Arguments")
_SLICE = 0.002
"""Seconds after which another visit's turn comes, if there is one."""
_TURN = 0.008
"""Seconds after which the loop turns to its sockets and timers."""
_ALONE = 0.25
"""What counts of a second that was used while nobody else waited: who reads on is not behind those who come later."""


class FairLoop(_Loop):
    """The loop of a server.

    Args of the constructor:
        clock: Seconds of any steady clock.
        worked: Seconds of processor time.
    """

    def __init__(self, clock: Callable[[], float] = monotonic, worked: Callable[[], float] = thread_time) -> None:
        super().__init__()
        self._clock, self._worked = clock, worked
        self._queue: list[tuple[float, int, Share]] = []
        self._number = count()
        self._due = False
        """Whether a turn is."""

    def call_soon(
        self, callback: Callable[[Unpack[Arguments]], object], *args: *Arguments, context: Context | None = None
    ) -> asyncio.Handle:
        """Call `callback` soon: asyncio's own primitive, by which every task goes on."""
        share = share_in(context)
        if share is None:
            return super().call_soon(callback, *args, context=context)
        handle = asyncio.Handle(callback, args, self, context)
        share.ready.append(handle)
        if not share.queued:
            self._enqueue(share)
            self._go_on(self._turn)
        return handle

    def _enqueue(self, share: Share) -> None:
        share.queued = True
        heappush(self._queue, (share.rank, next(self._number), share))

    def _go_on(self, how: Callable[[], None]) -> None:
        if not self._due:
            self._due = True
            # In no visit's name.
            super().call_soon(how, context=Context())

    def _look(self) -> None:
        """Have a turn when what has come from sockets and timers meanwhile has been heeded: it may be more urgent."""
        self._due = False
        self._go_on(self._turn)

    def _turn(self) -> None:
        self._due = False
        now = self._worked()
        over = now + _TURN
        try:
            while self._queue and now < over:
                rank, _, share = heappop(self._queue)
                now = self._run_slice(share, now)
                if rank == inf:
                    # Nobody waits for that: sockets and timers come first, each time.
                    break
        finally:
            # Also when a visit asks for the program's end.
            if self._queue:
                self._go_on(self._look)

    def _run_slice(self, share: Share, began: float) -> float:
        """Do what is ready of `share` from now on, of which it is `began`; return when it is done."""
        # The system's clock of processor time is no cheap one: asked once for each handle.
        now, ready = began, share.ready
        try:
            while ready and now - began < _SLICE:
                handle = ready.popleft()
                if not handle.cancelled():
                    handle._run()
                    now = self._worked()
        except BaseException:
            now = self._worked()
            raise
        finally:
            used = now - began
            share.hold_up(used if self._queue else used * _ALONE, self._clock())
            share.queued = False
            if ready:
                self._enqueue(share)
        return now
