"""Waiting until what is under way in an app's queues is done."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.message_pump import MessagePump

_LONGEST_HOP = 0.5
"""Seconds after which a queue that is not answering is taken to be closed."""


async def gone_through(pumps: Iterable[MessagePump]) -> None:
    """Wait, one after the other, until all that is in each queue now has been done."""
    for pump in dict.fromkeys(pumps):
        await _hop(pump)


async def _hop(pump: MessagePump) -> None:
    done = asyncio.Event()
    if pump.is_running and pump.call_later(done.set):
        try:
            async with asyncio.timeout(_LONGEST_HOP):
                await done.wait()
        except TimeoutError:
            # A screen that was just left does nothing any more.
            return
