"""What takes its time is done in a thread, so that the event loop goes on for everybody else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Aside:
    """One server's: one thing at a time, as several threads that compute would hold up the loop, a thread like them."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()

    async def do(self, work: Callable[[], T]) -> T:
        """Return what `work` gives, when its turn has come."""
        await self._turn.acquire()
        # A visitor who leaves stops no thread, and the next one has to wait for it all the same.
        return await asyncio.shield(asyncio.ensure_future(self._done(work)))

    async def _done(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.to_thread(_contained, work)
        finally:
            self._turn.release()


def _contained(work: Callable[[], T]) -> T:
    """Do `work`, of which a SystemExit is an error as any other: out of a task it would end the server."""
    try:
        return work()
    except SystemExit as error:
        raise RuntimeError(f"something beside the loop asked to exit with {error.code}") from error
