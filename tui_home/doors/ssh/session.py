"""One session of one connection: what is wished for is served by one Guest; nothing that goes wrong goes further."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import asyncssh

from tui_home.doors.ssh.calling import READ
from tui_home.doors.ssh.environment import Size, Told
from tui_home.doors.ssh.gates import Refusal, Ticket
from tui_home.doors.ssh.journal import End, Visit, Way
from tui_home.doors.ssh.line import Line
from tui_home.doors.ssh.linear_visit import LinearVisit
from tui_home.doors.ssh.printed_visit import PrintedVisit
from tui_home.doors.ssh.requests import words_of
from tui_home.doors.ssh.service import Arrival, Careful, Guest, Visited
from tui_home.doors.ssh.stay import farewell
from tui_home.doors.ssh.watch import End as Ended
from tui_home.linear.verb import read_options
from tui_home.terminal.capabilities import capabilities
from tui_home.verbs.outcome import WRONG_USAGE, Outcome, UsageError
from tui_home.verbs.show import begun_with

if TYPE_CHECKING:
    from tui_home.doors.ssh.connection import Connection

FAILED = 1
LATER = 75
"""Refused now, later it may go (EX_TEMPFAIL of sysexits.h)."""
_FULL = "Many are reading just now, and there is no place left. Please try again in a minute"
_HEARD_AS_CTRL_C = frozenset({"INT", "QUIT"})
_HEARD_AS_LEAVING = frozenset({"TERM", "HUP", "KILL"})


_ENDS = {
    Ended.STALLED: End.STALLED,
    Ended.BYTES_OUT: End.STALLED,
    Ended.REQUESTS: End.RUDE,
    Ended.PACKETS: End.RUDE,
    Ended.BYTES_IN: End.RUDE,
    Ended.REKEYS: End.RUDE,
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
        self._wish: tuple[bytes | None, Told] = (None, Told())
        self._line: Line | None = None
        self._guest: Guest | None = None
        self._task: asyncio.Task[None] | None = None
        self._received = 0
        self._careful = Careful(self._service.journal, self._give_up)
        self._early = bytearray()
        """What was sent before there was anybody to take it."""
        self._ended_early = False

    # What the channel tells

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        """Heed that the channel is open."""
        self._channel = chan

    def begin(self, command: bytes | None, told: Told) -> bool:
        """Heed what is wished for: a command, or (None) a shell."""
        self._wish = (command, told)
        return True

    def session_started(self) -> None:
        """Begin to serve."""
        if self._channel is not None:
            told = self._wish[1]
            self._line = Line(self._channel, self._connection.wire, terminal=told.term is not None)
            self._task = asyncio.get_running_loop().create_task(self._serve(self._line))

    def data_received(self, data: bytes, datatype: int | None) -> None:  # noqa: ARG002 - asyncssh's signature
        """Take what the client sends."""
        self._received += len(data)
        with self._careful:
            if self._guest:
                self._guest.receive(data)
            elif len(self._early) < self._service.limits.window:
                self._early += data

    def eof_received(self) -> bool:
        """Heed that no more will be sent; our side stays open."""
        with self._careful:
            if self._guest:
                self._guest.end_of_input()
            self._ended_early = self._guest is None
        return True

    def resized(self, size: Size) -> None:
        """Heed another size of the window."""
        with self._careful:
            if self._guest:
                self._guest.resize(size)

    def signal_received(self, signal: str) -> None:
        """Heed a signal; of most nothing is known here."""
        with self._careful:
            if self._guest and signal in _HEARD_AS_CTRL_C:
                self._guest.interrupt()
            elif signal in _HEARD_AS_LEAVING:
                self.end(End.LEFT)

    def break_received(self, msec: int) -> bool:  # noqa: ARG002 - asyncssh's signature
        """Heed a break (~B) as ctrl+c."""
        with self._careful:
            if self._guest:
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
            if self._guest:
                self._guest.end(how)

    def _give_up(self) -> None:
        """End this session after a mistake of ours: in order if that can be."""
        try:
            if self._guest:
                self._guest.end(End.CRASHED)
                return
        except (Exception, SystemExit) as error:  # noqa: BLE001 - two mistakes are no worse than one
            self._service.journal.crashed(error)
        if self._task:
            self._task.cancel()

    async def _serve(self, line: Line) -> None:
        visited = Visited(End.CRASHED, FAILED)
        way, began, entry = self._way(), self._service.clock(), None
        admission = self._connection.admission
        tickets = list[Ticket]()
        try:
            for gate in (admission.visit, *((admission.app,) if way is Way.SCREEN else ())):
                if isinstance(ticket := gate(), Refusal):
                    self._service.journal.refused(ticket.gate, self._connection.address)
                    line.complain(f"{_FULL}, or line by line: {self._service.calling().in_lines()}\n")
                    visited = Visited(End.DONE, LATER)
                    return
                tickets.append(ticket)
            entry = Visit(self._service.number(), self._connection.address, way, self._connection.client)
            self._service.journal.begun(entry)
            visited = await self._visit(line, way)
        except asyncio.CancelledError:
            # By us, when nothing else helps, or at the very end of the server: nobody waits for this task.
            self._apologize(line)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, it ends this visit and no other
            self._service.journal.crashed(error, entry)
            self._apologize(line)
        finally:
            for ticket in tickets:
                ticket.leave()
            if entry:
                self._connection.account(entry, visited, began, self._received, line.sent)
            line.end(visited.status)
            self._over()

    def _apologize(self, line: Line) -> None:
        line.complain(farewell(End.CRASHED, self._service.calling().command()))

    def _over(self) -> None:
        self._guest = None
        self._ticket.leave()
        self._connection.session_ended(self)

    def _way(self) -> Way:
        """Return in which way this session is served."""
        command, told = self._wish
        words = words_of(command, self._service.limits) if command else ()
        if (command is None and self._connection.user == READ) or (words and words[0].lower() == READ):
            return Way.LINES
        if command is not None or told.term is None:
            return Way.WORDS
        return Way.SCREEN if capabilities(told.environment()).interactive else Way.LINES

    async def _visit(self, line: Line, way: Way) -> Visited:
        command, told = self._wish
        homepage = await self._service.houses.find(self._connection.user)
        if homepage is None:
            line.complain("There is no homepage of that name.\n")
            return Visited(End.DONE, WRONG_USAGE)
        arrival = Arrival(self._service, homepage, told, line)
        if way is Way.LINES:
            made = self._linear(arrival, command or b"")
            if isinstance(made, Outcome):
                line.say(made.text)
                line.complain(made.error)
                return Visited(End.DONE, made.status)
            self._guest = made
        elif way is Way.WORDS:
            self._guest = PrintedVisit(arrival, command or b"")
        else:
            from tui_home.doors.ssh.visit import ScreenVisit  # noqa: PLC0415 - Textual is for the full screen only

            self._guest = ScreenVisit(arrival)
        return await self._host(self._guest)

    async def _host(self, guest: Guest) -> Visited:
        if self._channel is not None and self._channel.is_closing():
            guest.end(End.LOST)
        early, self._early = bytes(self._early), bytearray()
        if early:
            guest.receive(early)
        if self._ended_early:
            guest.end_of_input()
        return await guest.run()

    def _linear(self, arrival: Arrival, command: bytes) -> Guest | Outcome:
        words = words_of(command, self._service.limits)
        program = arrival.service.calling().command()
        options = read_options(words[1:] if isinstance(words, tuple) else ())
        if isinstance(options, Outcome):
            return options
        try:
            section = begun_with(arrival.homepage.site, options.section) or ""
        except UsageError as error:
            return Outcome(status=WRONG_USAGE, error=f"{program}: {error}\n")
        return LinearVisit(arrival, section, options.width, self._hold, self._go_on)

    def _hold(self) -> None:
        """Take no more input for now."""
        if self._channel is not None and not self._channel.is_closing():
            self._channel.pause_reading()

    def _go_on(self) -> None:
        """Take input again."""
        if self._channel is not None and not self._channel.is_closing():
            self._channel.resume_reading()
