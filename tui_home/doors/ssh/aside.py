"""What takes its time is done in a thread, so that the event loop goes on for everybody else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import Context, copy_context
from time import monotonic, thread_time
from typing import TypeVar

from tui_home.doors.ssh.one_by_one import OneByOne
from tui_home.doors.ssh.share import Share, share_in

T = TypeVar("T")


class Aside:
    """One server's: one thing at a time, as several threads that compute would hold up the loop, a thread like them.

    Whoever has used least lately is next: who has much laid out keeps others waiting for the thing that is under way.

    Args:
        clock: Seconds of the loop's own clock.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._turns = OneByOne()

    async def do(self, work: Callable[[], T]) -> T:
        """Return what `work` gives, when its turn has come."""
        share = share_in()
        await self._turns.begin()
        context = copy_context()
        # In no visit's name: who has used much waits for the loop, too, and must not keep others waiting for a thread.
        task = asyncio.get_running_loop().create_task(self._done(lambda: context.run(work), share), context=Context())
        # A visitor who leaves stops no thread, and the next one has to wait for it all the same.
        return await asyncio.shield(task)

    async def _done(self, work: Callable[[], T], share: Share | None) -> T:
        used: list[float] = []
        try:
            return await asyncio.to_thread(_contained, work, used)
        finally:
            if share is not None:
                share.use(sum(used), self._clock())
            self._turns.end()


def _contained(work: Callable[[], T], used: list[float]) -> T:
    """Do `work`, of which a SystemExit is an error as any other: out of a task it would end the server.

    How many seconds of processor time it has taken is put into `used`.
    """
    began = thread_time()
    try:
        return work()
    except SystemExit as error:
        raise RuntimeError(f"something beside the loop asked to exit with {error.code}") from error
    finally:
        used.append(thread_time() - began)
