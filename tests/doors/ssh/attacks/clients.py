"""Clients of ours: a polite reader whose keys are timed, and terminals that can be made to misbehave."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import asyncssh

HERE = "127.0.0.1"
PATIENCE = 40.0
"""Seconds for a machine that does other things, too."""
LEFT = b"\x1b[?1049l\x1b[?25h"
"""Ends every visit on the full screen that does not end with the line itself."""
_KEYS = {b"2": b"Vienna", b"3": b"Yihong", b"4": b"Ryan0v0", b"1": b"postgrad"}
"""Sections of the packaged homepage, and what can be read in each alone."""
_TITLES = tuple(f"Wanru Zhao: {section}\x1b".encode() for section in ("News", "Papers", "Contact", "About"))
_ANSWERS = b"\x1b]10;rgb:d0/d0/d0\x07\x1b]11;rgb:10/10/10\x07\x1b[?62;22c"


class Terminal(asyncssh.SSHClientSession[bytes]):
    """A client's side of a session: a dark terminal."""

    def __init__(self) -> None:
        self._channel: asyncssh.SSHClientChannel[bytes] | None = None
        self.written = bytearray()
        """What came since the last `until`."""
        self.said = bytearray()
        """What came on standard error."""
        self.ended = asyncio.Event()
        self._more = asyncio.Event()

    def connection_made(self, chan: asyncssh.SSHClientChannel[bytes]) -> None:
        self._channel = chan

    def data_received(self, data: bytes, datatype: int | None) -> None:
        (self.said if datatype else self.written).extend(data)
        if self._channel and b"\x1b[c" in data:
            self._channel.write(_ANSWERS)
        self._more.set()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self.ended.set()
        self._more.set()

    async def until(self, *parts: bytes) -> bytes:
        """Return what has been written since the last time, as soon as all of `parts` are in it."""
        async with asyncio.timeout(PATIENCE):
            while not all(part in self.written for part in parts):
                assert not self.ended.is_set(), bytes(self.written[-2000:])
                self._more.clear()
                await self._more.wait()
        return self.forget()

    async def end(self) -> bytes:
        """Return what was written until the server has ended it."""
        async with asyncio.timeout(PATIENCE):
            await self.ended.wait()
        return bytes(self.written)

    def forget(self) -> bytes:
        """Return what has been written since the last time."""
        written, self.written = bytes(self.written), bytearray()
        return written


class Visitor:
    """Somebody on the full screen."""

    def __init__(
        self,
        connection: asyncssh.SSHClientConnection,
        channel: asyncssh.SSHClientChannel[bytes],
        terminal: Terminal,
    ) -> None:
        self.connection = connection
        self.channel = channel
        self.terminal = terminal

    async def leaves(self) -> None:
        """Press q, and see that the visit ends as it should."""
        self.channel.write(b"q")
        assert LEFT in await self.terminal.end()
        assert self.channel.get_exit_status() == 0


@asynccontextmanager
async def connected(port: int, **more: Any) -> AsyncIterator[asyncssh.SSHClientConnection]:  # noqa: ANN401
    """Connect, and end the connection at once on leaving."""
    given: dict[str, Any] = {"username": "somebody", "config": [], **more}
    connection = await asyncssh.connect(HERE, port, known_hosts=None, client_keys=None, agent_path=None, **given)
    try:
        yield connection
    finally:
        connection.abort()
        with suppress(Exception):
            await connection.wait_closed()


@asynccontextmanager
async def raw(port: int) -> AsyncIterator[asyncio.StreamWriter]:
    """Connect without a word, and vanish on leaving."""
    _, writer = await asyncio.open_connection(HERE, port)
    try:
        yield writer
    finally:
        writer.transport.abort()
        with suppress(OSError):
            await writer.wait_closed()


@asynccontextmanager
async def visiting(
    port: int,
    size: tuple[int, int] = (80, 24),
    term: str = "xterm-256color",
    **more: Any,  # noqa: ANN401
) -> AsyncIterator[Visitor]:
    """Visit the full screen; `more` is what the session is asked for with (`env`, `window` …)."""
    async with connected(port) as connection:
        terminal = Terminal()
        asked: dict[str, Any] = {"encoding": None, **more}
        channel, _ = await connection.create_session(lambda: terminal, term_type=term, term_size=size, **asked)
        await terminal.until(b"leave")
        yield Visitor(connection, channel, terminal)


class Reader:
    """A polite visitor who goes from section to section, each as soon as the last can be read.

    Args:
        visitor: Who.
        worked: Seconds of processor time that the server has used, where somebody wants to know them.
    """

    def __init__(self, visitor: Visitor, worked: Callable[[], float] = lambda: 0.0) -> None:
        self._visitor, self._worked = visitor, worked
        self.times: list[float] = []
        """Seconds from each key to what it shows."""
        self.used: list[float] = []
        """Seconds of the server's processor time meanwhile."""
        self.enough = False

    async def read(self, pause: float = 0.0) -> None:
        """Read on until `enough`; fails when a key has no effect."""
        while not self.enough:
            await self.turn(pause)

    async def turn(self, pause: float = 0.0) -> None:
        """Press each key once."""
        visitor = self._visitor
        for key, shows in _KEYS.items():
            visitor.terminal.forget()
            began, before = time.perf_counter(), self._worked()
            visitor.channel.write(key)
            await visitor.terminal.until(shows)
            self.times.append(time.perf_counter() - began)
            self.used.append(self._worked() - before)
            await asyncio.sleep(pause)


@asynccontextmanager
async def reading(port: int, pause: float = 0.0, worked: Callable[[], float] = lambda: 0.0) -> AsyncIterator[Reader]:
    """Read politely all the while: before, beside and after what is done to the server, and then leave.

    Every key must take effect, and those pressed at once in their order.
    """
    async with visiting(port) as visitor:
        reader = Reader(visitor, worked)
        await reader.turn()
        going_on = asyncio.create_task(reader.read(pause))
        try:
            yield reader
        finally:
            reader.enough = True
            await going_on
        await reader.turn()
        visitor.channel.write(b"".join(_KEYS))
        # Not every page is drawn before the next key; but each names the window.
        seen = await visitor.terminal.until(*_TITLES)
        places = [seen.index(title) for title in _TITLES]
        assert places == sorted(places), "keys took effect in another order"
        await visitor.leaves()
        print(f"polite keys: {len(reader.times)}, worst {max(reader.times) * 1000:.0f} ms")
