"""Waiting until what is under way in an app's queues is done, however long that takes.

On a server with many visitors that may be seconds: whoever waits no longer hands a key to what is not there yet.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.message_pump import MessagePump


async def gone_through(pumps: Iterable[MessagePump]) -> None:
    """Wait, one after the other, until all that is in each queue now has been done, or the queue has been closed."""
    for pump in dict.fromkeys(pumps):
        await _hop(pump)


async def _hop(pump: MessagePump) -> None:
    done = asyncio.Event()
    if not (pump.is_running and pump.call_later(done.set)):
        return
    if pump._task is None:
        # The app's own: whoever waits for it ends with it.
        await done.wait()
        return
    reached = asyncio.ensure_future(done.wait())
    try:
        # A screen that was just left does nothing any more.
        await asyncio.wait((reached, pump._task), return_when=asyncio.FIRST_COMPLETED)
    finally:
        reached.cancel()
