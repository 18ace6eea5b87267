"""The socket's side of a Wire: what the loop tells of it."""

from __future__ import annotations

import asyncio

from tui_home.doors.ssh.intake import Intake
from tui_home.doors.ssh.watch import End
from tui_home.doors.ssh.wire import Wire


class Reading(asyncio.BufferedProtocol):
    """Takes slices from the socket for one Wire.

    Args:
        wire: Whose they are.
        intake: How many, and how large.
    """

    def __init__(self, wire: Wire, intake: Intake) -> None:
        self._wire = wire
        self._intake = intake

    def get_buffer(self, sizehint: int) -> memoryview:  # noqa: ARG002 - nobody is asked for more than a slice
        """Return where the next bytes go."""
        return self._intake.buffer()

    def buffer_updated(self, nbytes: int) -> None:
        """Take a slice."""
        data = self._intake.take(nbytes)
        if self._intake.too_much:
            self._wire.end(End.BYTES_IN)
        else:
            self._wire.feed(data)

    def eof_received(self) -> bool:
        """Tell asyncssh, which ends the connection."""
        self._wire.eof_received()
        return False

    def pause_writing(self) -> None:
        """See how much is untaken, and hear nothing from who takes nothing: asyncssh would go on answering."""
        self._intake.hold()
        self._wire.look()

    def resume_writing(self) -> None:
        """Hear on, and see whether drawing may go on."""
        self._intake.release()
        self._wire.look()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of everything."""
        self._intake.stop()
        self._wire.lost(exc)
