"""What comes before there is anybody to take it: their homepage may still have to be read."""

from __future__ import annotations

from tui_home.doors.ssh.environment import Size
from tui_home.doors.ssh.service import Guest, Visited
from tui_home.doors.ssh.telling.journal import End

_INTERRUPT = b"\x03"


class Early:
    """Stands in for a Guest until there is one.

    Args:
        most: Bytes that are kept, about.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._data = bytearray()
        self._is_all = False
        self._size: Size | None = None
        self._end: End | None = None

    def receive(self, data: bytes) -> None:
        """Keep what the client has sent, up to a number of bytes."""
        if len(self._data) < self._most:
            self._data += data

    def end_of_input(self) -> None:
        """Remember that the client will send no more."""
        self._is_all = True

    def resize(self, size: Size) -> None:
        """Remember another size of the terminal."""
        self._size = size

    def interrupt(self) -> None:
        """Remember a signal as ctrl+c."""
        self.receive(_INTERRUPT)

    def end(self, how: End) -> None:
        """Remember that it is to end."""
        self._end = self._end or how

    async def run(self) -> Visited:
        """Serve nobody."""
        return Visited(self._end or End.LOST)

    def hand_on(self, guest: Guest) -> None:
        """Give `guest` all that has come."""
        if self._end:
            guest.end(self._end)
        if self._size:
            guest.resize(self._size)
        data, self._data = bytes(self._data), bytearray()
        if data:
            guest.receive(data)
        if self._is_all:
            guest.end_of_input()
