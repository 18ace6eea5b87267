"""One session of one connection: what is wished for is served by one Guest; nothing that goes wrong goes further."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import asyncssh

from tui_home.doors.ssh.choosing import Wish, guest_for
from tui_home.doors.ssh.early import Early
from tui_home.doors.ssh.environment import Size, Told
from tui_home.doors.ssh.gates import Ticket
from tui_home.doors.ssh.line import Line
from tui_home.doors.ssh.reception import Reception
from tui_home.doors.ssh.service import FAILED, Careful, Guest, Newcomer, Visited
from tui_home.doors.ssh.telling.journal import End, Way
from tui_home.doors.ssh.watch import End as Ended
from tui_home.verbs.outcome import Outcome

if TYPE_CHECKING:
    from tui_home.doors.ssh.connection import Connection

_HEARD_AS_CTRL_C = frozenset({"INT", "QUIT"})
_HEARD_AS_LEAVING = frozenset({"TERM", "HUP", "KILL"})
_ENDS = {
    Ended.STALLED: End.STALLED,
    Ended.BYTES_OUT: End.STALLED,
    Ended.REQUESTS: End.RUDE,
    Ended.PACKETS: End.RUDE,
    Ended.BYTES_IN: End.RUDE,
    Ended.REKEYS: End.RUDE,
    Ended.DENIED: End.DENIED,
    Ended.STOPPED: End.DRAINED,
}
"""Why a visit has ended when its connection was ended by us."""


class Session(asyncssh.SSHServerSession[bytes]):
    """Serves a shell or a command; there is one class for both, since nobody knows before it is asked for.

    Args:
        connection: Whose session it is.
        ticket: What is counted for it.
    """

    def __init__(self, connection: Connection, ticket: Ticket) -> None:
        self._connection = connection
        self._service = connection.service
        self._ticket = ticket
        self._channel: asyncssh.SSHServerChannel[bytes] | None = None
        self._wish = Wish(connection.user, None, Told())
        self._line: Line | None = None
        self._early = Early(self._service.limits.window)
        self._guest: Guest = self._early
        self._task: asyncio.Task[None] | None = None
        self._received = 0

    @property
    def _careful(self) -> Careful:
        # Not kept: it knows this session.
        return Careful(self._service.journal, self._give_up)

    # What the channel tells

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        """Heed that the channel is open."""
        self._channel = chan

    def begin(self, command: bytes | None, told: Told) -> bool:
        """Heed what is wished for: a command, or (None) a shell."""
        self._wish = self._wish._replace(command=command, told=told)
        return True

    def session_started(self) -> None:
        """Begin to serve."""
        if self._channel is not None:
            terminal = self._wish.told.term is not None
            self._line = Line(self._channel, self._connection.wire, terminal=terminal)
            self._task = asyncio.get_running_loop().create_task(self._serve(self._line))

    def data_received(self, data: bytes, datatype: int | None) -> None:  # noqa: ARG002 - asyncssh's signature
        """Take what the client sends."""
        self._received += len(data)
        with self._careful:
            self._guest.receive(data)

    def eof_received(self) -> bool:
        """Heed that no more will be sent; our side stays open."""
        with self._careful:
            self._guest.end_of_input()
        return True

    def resized(self, size: Size) -> None:
        """Heed another size of the window."""
        with self._careful:
            self._guest.resize(size)

    def signal_received(self, signal: str) -> None:
        """Heed a signal; of most nothing is known here."""
        with self._careful:
            if signal in _HEARD_AS_CTRL_C:
                self._guest.interrupt()
            elif signal in _HEARD_AS_LEAVING:
                self.end(End.LEFT)

    def break_received(self, msec: int) -> bool:  # noqa: ARG002 - asyncssh's signature
        """Heed a break (~B) as ctrl+c."""
        with self._careful:
            self._guest.interrupt()
        return True

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncssh's signature
        """Heed that nobody is there any more."""
        if self._line:
            self._line.lose()
        ended = self._connection.wire.ended
        self.end(_ENDS.get(ended, End.LOST) if ended else End.LOST)
        if self._task is None:
            self._over()

    # Serving

    def end(self, how: End) -> None:
        """End it as soon as may be."""
        with self._careful:
            self._guest.end(how)

    def _give_up(self) -> None:
        """End this session after a mistake of ours: in order if that can be."""
        try:
            if self._guest is not self._early:
                self._guest.end(End.CRASHED)
                return
        except (Exception, SystemExit) as error:  # noqa: BLE001 - two mistakes are no worse than one
            self._service.journal.crashed(error)
        if self._task:
            self._task.cancel()

    async def _serve(self, line: Line) -> None:
        reception = Reception(self._connection, self._wish, line, lambda: self._received)
        status = FAILED
        try:
            status = await reception.receive(self._visit)
        finally:
            line.end(status)
            self._over()

    def _over(self) -> None:
        self._guest = self._early
        self._ticket.leave()
        self._connection.session_ended(self)

    async def _visit(self, who: Newcomer, way: Way) -> Visited:
        made = await guest_for(who, way, self._wish, self._hold, self._go_on)
        if isinstance(made, Outcome):
            who.line.say(made.text)
            who.line.complain(made.error)
            return Visited(End.DONE, made.status)
        self._guest = made
        if self._channel is not None and self._channel.is_closing():
            made.end(End.LOST)
        self._early.hand_on(made)
        return await made.run()

    def _hold(self) -> None:
        """Take no more input for now."""
        if self._channel is not None and not self._channel.is_closing():
            self._channel.pause_reading()

    def _go_on(self) -> None:
        """Take input again."""
        if self._channel is not None and not self._channel.is_closing():
            self._channel.resume_reading()
