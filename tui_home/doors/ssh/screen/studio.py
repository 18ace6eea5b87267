"""What all visits of a server share to be shown something at once: the ready screens, and whose turn it is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import Context

from tui_home.doors.ssh.gates import Ticket
from tui_home.doors.ssh.screen.ready import Kind, ReadyScreen, ReadyScreens

_AT_ONCE = 2
"""Apps that are made at once: with more, none is there sooner, and those who read wait longer for their keys."""
_LONGEST = 0.5
"""Seconds of a turn: an app that waits for a large page to be laid out keeps nobody else waiting."""


class Studio:
    """One server's."""

    def __init__(self) -> None:
        self.screens = ReadyScreens()
        self.under_way: dict[Kind, asyncio.Task[ReadyScreen]] = {}
        """Those that are being drawn."""
        self._turns = asyncio.Semaphore(_AT_ONCE)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for the turn to make an app, to draw a screen or to act in it; who has waited longest is next."""
        await self._turns.acquire()
        ticket = Ticket(lambda _: self._turns.release())
        timer = asyncio.get_running_loop().call_later(_LONGEST, ticket.leave, context=Context())
        try:
            yield
        finally:
            timer.cancel()
            ticket.leave()
