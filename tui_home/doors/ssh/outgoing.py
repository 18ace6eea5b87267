"""What asyncssh takes for its transport: the real one, with the real client's address, and every byte counted."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui_home.doors.ssh.wire import Wire


_MOST_HELD = 16 * 1024
"""Bytes that are held back at most until they are sent with what follows."""


class Outgoing(asyncio.Transport):
    """Writes on one Wire.

    Every call of the system costs as much as the encryption of a small packet: what asyncssh answers to one slice of
    what has come is sent at once.

    Args:
        transport: The socket's.
        wire: Whom to tell of what is written.
        peer: The client's address and port: behind a proxy not the socket's.
    """

    def __init__(self, transport: asyncio.Transport, wire: Wire, peer: tuple[str, int]) -> None:
        super().__init__()
        self._transport = transport
        self._wire = wire
        self._peer = peer
        self._held: list[bytes | bytearray | memoryview[Any]] | None = None
        """What is to be sent at once; None when nothing is held back."""
        self._held_size = 0

    def hold(self) -> None:
        """Hold back what is written until `let_go`: all that is asked of the real transport meanwhile lacks it."""
        self._held = []

    def let_go(self) -> None:
        """Send what was held back."""
        held, self._held, self._held_size = self._held, None, 0
        if held and not self._transport.is_closing():
            self._transport.write(b"".join(held))

    def get_extra_info(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - asyncio's own
        """Return what the socket's transport knows, but for the client's address, and the ``wire``."""
        told = {"peername": self._peer, "wire": self._wire}
        return told[name] if name in told else self._transport.get_extra_info(name, default)

    def write(self, data: bytes | bytearray | memoryview[Any]) -> None:
        """Send, and have it counted."""
        if self._transport.is_closing():
            return
        if self._held is None:
            self._transport.write(data)
        else:
            self._held.append(data)
            self._held_size += len(data)
            if self._held_size > _MOST_HELD:
                self.let_go()
        self._wire.wrote(len(data))

    def writelines(self, list_of_data: Iterable[bytes | bytearray | memoryview[Any]]) -> None:
        """Send, and have it counted."""
        self.write(b"".join(list_of_data))

    def get_write_buffer_size(self) -> int:
        """Return what the system has not taken yet."""
        return self._held_size + self._transport.get_write_buffer_size()

    def is_closing(self) -> bool:
        """Tell whether it is over, or about to be."""
        return self._transport.is_closing()

    def close(self) -> None:
        """End it when all has been sent."""
        self.let_go()
        self._transport.close()

    def abort(self) -> None:
        """End it now."""
        self.let_go()
        self._transport.abort()
