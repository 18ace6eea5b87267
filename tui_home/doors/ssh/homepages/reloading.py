"""SIGHUP: every homepage is read again, and systemd is told when that begins and ends."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from tui_home.doors.ssh.starting.activation import Notifier

_NANOSECONDS = 1000


class Reloading:
    """Reads again as often as it is asked to, one time after the other; what is asked for meanwhile is one time more.

    Args:
        reload: Does it.
        notifier: Told of it.
        status: What systemd shows when it is done.
    """

    def __init__(self, reload: Callable[[], Awaitable[None]], notifier: Notifier, status: Callable[[], str]) -> None:
        self._reload, self._notifier, self._status = reload, notifier, status
        self._again = False
        self._task: asyncio.Task[None] | None = None

    def ask(self) -> None:
        """Have everything read again; on the event loop."""
        # In answer to each signal, and with the time of its coming (sd_notify(3), MONOTONIC_USEC).
        self._notifier.reloading(time.monotonic_ns() // _NANOSECONDS)
        self._again = True
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._work())

    def end(self) -> None:
        """Wait for nothing more."""
        if self._task:
            self._task.cancel()

    async def _work(self) -> None:
        while self._again:
            self._again = False
            await self._reload()
        self._notifier.ready(self._status())
