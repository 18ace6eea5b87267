"""A visitor with a stopwatch: asyncssh's client, which treats every server alike."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import NamedTuple

import asyncssh

COLUMNS, LINES = 100, 30
QUIET = 0.12
"""Seconds without a byte after which a screen counts as painted; as long as ssh_load waits before a key."""
PANES = {"1": b"postgrad", "2": b"Vienna", "3": b"Federated", "4": b"Scholar"}
"""What the pane behind a key shows, of ours and of the peer: the whole frame is there once that is, and it is quiet."""
_PATIENCE = 20.0
_QUESTION, _ANSWER = b"\x1b[c", b"\x1b[?62;22c"
"""What a server may ask of a terminal, and wait for before it closes."""


class Pressed(NamedTuple):
    """What came of a key: seconds until the first byte, until the last of the frame that was asked for, and bytes."""

    first: float
    effect: float
    size: int


class Visitor(asyncssh.SSHClientSession[bytes]):
    """One visitor's terminal.

    Args:
        answers: Whether it says what it is when it is asked; ssh_load does not.
    """

    def __init__(self, *, answers: bool = False) -> None:
        self._answers = answers
        self._channel: asyncssh.SSHClientChannel[bytes] | None = None
        self._more = asyncio.Event()
        self._written = b""
        self._first = self._last = 0.0
        self._over = False
        self.handshake = 0.0
        """Seconds until the connection was made."""
        self.asked = 0.0
        """When a terminal and a shell were asked for."""

    def connection_made(self, chan: asyncssh.SSHClientChannel[bytes]) -> None:
        self._channel = chan
        self.asked = time.perf_counter()

    def data_received(self, data: bytes, datatype: int | None) -> None:  # noqa: ARG002
        self._last = time.perf_counter()
        self._first = self._first or self._last
        self._written += data
        if self._answers and _QUESTION in data and self._channel is not None:
            self._channel.write(_ANSWER)
        self._more.set()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self._over = True
        self._more.set()

    def write(self, keys: str) -> None:
        """Press keys, and forget what was written before."""
        self._written, self._first = b"", 0.0
        if self._channel is not None:
            self._channel.write(keys.encode())

    async def see(self, text: bytes) -> float:
        """Wait for `text`; return when it came."""
        async with asyncio.timeout(_PATIENCE):
            while text not in self._written:
                if self._over:
                    raise ConnectionError(f"{text!r} never came: {self._written[-300:]!r}")
                await self._another()
        return self._last

    async def quiet(self, seconds: float = QUIET) -> None:
        """Wait until nothing has been written for so long."""
        while not self._over and (left := self._last + seconds - time.perf_counter()) > 0:
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await self._another()

    async def over(self) -> None:
        """Wait until the server has ended it."""
        async with asyncio.timeout(_PATIENCE):
            while not self._over:
                await self._another()

    async def press(self, key: str) -> Pressed:
        """Press a section's key on a quiet screen, and wait until that section is there and it is quiet again."""
        pressed = time.perf_counter()
        self.write(key)
        await self.see(PANES[key])
        await self.quiet()
        return Pressed(self._first - pressed, self._last - pressed, len(self._written))

    async def _another(self) -> None:
        self._more.clear()
        await self._more.wait()


@asynccontextmanager
async def visiting(host: str, port: int, *, answers: bool = False) -> AsyncIterator[Visitor]:
    """Yield a visitor who has asked for a shell, until the block is left."""
    began = time.perf_counter()
    async with asyncssh.connect(
        host, port, username="visitor", known_hosts=None, config=None, client_keys=None, agent_path=None
    ) as connection:
        visitor = Visitor(answers=answers)
        visitor.handshake = time.perf_counter() - began
        await connection.create_session(
            lambda: visitor, term_type="xterm-256color", term_size=(COLUMNS, LINES), encoding=None
        )
        yield visitor
        connection.abort()
