"""A client's side of a session, as asyncssh has it: a dark terminal that answers, and remembers what was written."""

from __future__ import annotations

import asyncio

import asyncssh

from tests.emulator import PATIENCE

LEFT = b"\x1b[?1049l\x1b[?25h"


class Terminal(asyncssh.SSHClientSession[bytes]):
    """A dark terminal."""

    def __init__(self) -> None:
        self._channel: asyncssh.SSHClientChannel[bytes] | None = None
        self.written = b""
        self.received = 0
        """Bytes in all."""
        self.ended = asyncio.Event()
        self._more = asyncio.Event()

    def connection_made(self, chan: asyncssh.SSHClientChannel[bytes]) -> None:
        self._channel = chan

    def data_received(self, data: bytes, datatype: int | None) -> None:  # noqa: ARG002
        self.written += data
        self.received += len(data)
        if self._channel and b"\x1b[c" in data:
            self._channel.write(b"\x1b]10;rgb:d0/d0/d0\x07\x1b]11;rgb:10/10/10\x07\x1b[?62;22c")
        self._more.set()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self.ended.set()
        self._more.set()

    async def until(self, *parts: bytes) -> bytes:
        """Return what has been written since the last time, as soon as all of `parts` are in it."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not all(part in self.written for part in parts):
                    assert not self.ended.is_set(), self.written[-2000:]
                    self._more.clear()
                    await self._more.wait()
        except TimeoutError as error:
            message = f"{parts}: not within {PATIENCE:.0f} s in {self.written[-2000:]!r}"
            raise AssertionError(message) from error
        written, self.written = self.written, b""
        return written

    async def end(self) -> bytes:
        """Return what was written until the server has ended it."""
        async with asyncio.timeout(PATIENCE):
            await self.ended.wait()
        return self.written
