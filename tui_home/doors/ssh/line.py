"""The way out to one visitor: text in, bytes on their channel, and never more of them than is let."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_home.doors.ssh.attendants import Attendant
    from tui_home.doors.ssh.gates import Ticket

_PIECE = 16 * 1024
"""Characters of a long text that are written at once."""


class Outlet(Protocol):
    """What is needed of a session's channel."""

    def write(self, data: bytes) -> None:
        """Send to standard output."""

    def write_stderr(self, data: bytes) -> None:
        """Send to standard error."""

    def exit(self, status: int) -> None:
        """End the session with an exit status, after all that was written."""


class Backlog(Protocol):
    """What is needed of a connection's Wire."""

    @property
    def writable(self) -> bool:
        """Whether little enough of what was written is still under way."""

    def attend(self, attendant: Attendant) -> Ticket:
        """Tell `attendant` what happens, until the Ticket is given back."""


class Line:
    """One visitor's.

    Args:
        outlet: Their channel.
        wire: What it goes over.
        terminal: Whether they have a terminal (in raw mode: each line needs its carriage return).
    """

    def __init__(self, outlet: Outlet, wire: Backlog, *, terminal: bool) -> None:
        self._outlet = outlet
        self._wire = wire
        self._attending = wire.attend(self)
        self._moved = asyncio.Event()
        self.terminal = terminal
        self.lost = False
        """Whether nobody listens any more."""
        self.sent = 0
        """Bytes written so far."""
        self.redraw: Callable[[], None] | None = None
        """Called when what was under way has been taken, after there had been too much."""
        self.restore: Callable[[], None] | None = None
        """Called when the connection is about to be ended: puts the terminal in order."""

    @property
    def writable(self) -> bool:
        """Whether more may be written: what is drawn waits for this, what is said once does not."""
        return not self.lost and self._wire.writable

    def write(self, text: str) -> None:
        """Send escape codes and text as they are."""
        self._send(text, self._outlet.write)

    def say(self, text: str) -> None:
        """Send lines to standard output."""
        self._send(self._ended(text), self._outlet.write)

    def complain(self, text: str) -> None:
        """Send lines to standard error."""
        self._send(self._ended(text), self._outlet.write_stderr)

    async def tell(self, text: str) -> None:
        """Send lines, however many, as fast as they are taken."""
        text = self._ended(text)
        for at in range(0, len(text), _PIECE):
            while not self.writable and not self.lost:
                self._moved.clear()
                await self._moved.wait()
            self.write(text[at : at + _PIECE])
            # Whoever takes it as fast as it comes keeps nobody else waiting.
            await asyncio.sleep(0)

    # What the wire tells

    def writable_again(self) -> None:
        """Heed that what was under way has been taken."""
        self._moved.set()
        if self.redraw:
            self.redraw()

    def ending(self) -> None:
        """Heed that the connection is about to be ended."""
        if self.restore:
            self.restore()

    def lose(self) -> None:
        """Heed that nobody listens any more."""
        self.lost = True
        self.redraw = self.restore = None
        self._attending.leave()
        self._moved.set()

    def end(self, status: int) -> None:
        """End the session; nothing can be written after that."""
        if not self.lost:
            self.lose()
            with suppress(OSError):
                self._outlet.exit(status)

    def _ended(self, text: str) -> str:
        return text.replace("\n", "\r\n") if self.terminal else text

    def _send(self, text: str, send: Callable[[bytes], None]) -> None:
        if self.lost or not text:
            return
        data = text.encode("utf-8", "replace")
        try:
            send(data)
        except OSError:
            # The channel is gone, and we are about to be told.
            self.lose()
        else:
            self.sent += len(data)
