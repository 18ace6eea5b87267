"""One connection from the handshake to its end: what comes in is sliced, what goes out counted, and all of it watched.

asyncssh reads 256 KiB at a time, without end, and writes whatever it likes. Between it and the socket stands a Wire.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from time import thread_time
from typing import TYPE_CHECKING

from tui_home.doors.ssh.addresses import Address
from tui_home.doors.ssh.attendants import Attendant, Attendants
from tui_home.doors.ssh.gates import Admission, Ticket
from tui_home.doors.ssh.inside import Inside
from tui_home.doors.ssh.intake import Intake
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.outgoing import Outgoing
from tui_home.doors.ssh.rates import Allowance
from tui_home.doors.ssh.share import own_context, share_in
from tui_home.doors.ssh.watch import TAKEN_AGAIN, End, Watch

if TYPE_CHECKING:
    from asyncssh import SSHServerConnection


_LOOK_EVERY = 64 * 1024
"""Bytes written until one looks how many are untaken."""
__all__ = ["Attendant", "Wire"]


class Wire:
    """One connection; asyncssh's sessions find it as ``connection.get_extra_info("wire")``.

    Args:
        transport: The socket's.
        admission: What it counts at the gates.
        intake: How it is read.
        limits: The numbers.
        clock: Seconds of any steady clock.
        worked: Seconds of processor time.
    """

    def __init__(
        self,
        transport: asyncio.Transport,
        admission: Admission,
        intake: Intake,
        limits: Limits,
        clock: Callable[[], float],
        worked: Callable[[], float] = thread_time,
    ) -> None:
        self.admission = admission
        self.address: Address | None = None
        """Whose connection this is."""
        self.ended: End | None = None
        """Why we have ended it, if we have."""
        self.sent = 0
        """Bytes that have been written, also those not yet taken."""
        self._attendants = Attendants()
        self._transport = transport
        self._intake = intake
        self._limits = limits
        self._clock, self._worked = clock, worked
        self._context = own_context(clock())
        """In which asyncssh hears of everything: what it starts is billed to this connection."""
        self._connection: SSHServerConnection | None = None
        self._inside: Inside | None = None
        self._outgoing: Outgoing | None = None
        self._left: Callable[[], None] | None = None
        self._watch = Watch(limits, clock())
        self._rekeys = Allowance(limits.max_rekeys, 1 / limits.rekey_interval, clock())

    # What sessions need.

    @property
    def writable(self) -> bool:
        """Whether to draw: little enough of what was written is still untaken."""
        self.look()
        return self._watch.writable and self.ended is None and self._inside is not None

    @property
    def stalled_since(self) -> float | None:
        """Since when (by the clock) the client has left too much untaken; None when it has not."""
        return self._watch.stalled_since

    @property
    def untaken(self) -> int:
        """Bytes that the client has not taken yet, wherever they wait."""
        return 0 if self._inside is None else self._inside.facts(self._transport.get_write_buffer_size()).untaken

    @property
    def received(self) -> int:
        """Bytes that have come in."""
        return self._intake.received

    def attend(self, attendant: Attendant) -> Ticket:
        """Tell `attendant` what happens to the Wire, until the Ticket is given back."""
        return self._attendants.add(attendant)

    def end(self, why: End) -> None:
        """End the connection; with a word, and terminals in order, unless the client takes nothing."""
        if self.ended is not None or self._inside is None:
            return
        self.ended = why
        if not why.untaken:
            self._attendants.ending()
        if why.words:
            with suppress(Exception, SystemExit):
                self._inside.dismiss(why.words)
        if self._outgoing is not None:
            self._outgoing.let_go()
        self._transport.abort()

    def look(self) -> None:
        """See how things are: called now and then, and whenever something has changed."""
        if self.ended is not None or self._inside is None:
            return
        was_writable = self._watch.writable
        facts = self._inside.facts(self._transport.get_write_buffer_size())
        if facts.authenticated:
            self.admission.authenticated()
        why = self._watch.look(facts, self._clock())
        if why is not None:
            self.end(why)
        elif self._watch.writable and not was_writable:
            self._attendants.writable_again()

    # What Arrival, Outgoing and Reading tell.

    def begin(
        self, factory: Callable[[str, int], SSHServerConnection], place: tuple[Address, int], left: Callable[[], None]
    ) -> None:
        """Let asyncssh speak with whoever is at `place`; `left` is called when it is over."""
        self.address, self._left = place[0], left
        told = (str(place[0]), place[1])
        most = self._limits.max_out
        self._transport.set_write_buffer_limits(high=most, low=most // TAKEN_AGAIN)
        try:
            self._connection = factory(*told)
            self._inside = Inside(self._connection, self._request_refused)
            self._outgoing = Outgoing(self._transport, self, told)
            self._context.run(self._connection.connection_made, self._outgoing)
        except (Exception, SystemExit):  # noqa: BLE001 - nobody would watch it, and its place would never be free
            self.ended = self.ended or End.ERROR
            self._transport.abort()

    def feed(self, data: bytes) -> None:
        """Let asyncssh have what has come."""
        if self._connection is None or self._inside is None or self._outgoing is None or self.ended is not None:
            return
        began = self._worked()
        self._outgoing.hold()
        try:
            self._context.run(self._connection.data_received, data)
        except (Exception, SystemExit):  # noqa: BLE001 - one visitor's error ends their connection, not the server
            self.end(End.ERROR)
            return
        finally:
            self._outgoing.let_go()
            if share := share_in(self._context):
                share.hold_up(self._worked() - began, self._clock())
        if self._inside.exchanged():
            now = self._clock()
            if not self._rekeys.has(1, now):
                self.end(End.REKEYS)
                return
            self._rekeys.take(1, now)
        self.look()

    def wrote(self, size: int) -> None:
        """Heed that asyncssh has written so many bytes."""
        before, self.sent = self.sent, self.sent + size
        # From Python 3.12 on, asking the transport takes as long as there are pieces in it: not at every one.
        due = before // _LOOK_EVERY != self.sent // _LOOK_EVERY
        if due and self._transport.get_write_buffer_size() > self._limits.full_out:
            self.end(End.BYTES_OUT)

    def eof_received(self) -> None:
        """Tell asyncssh, which ends the connection."""
        if self._connection is not None:
            try:
                self._context.run(self._connection.eof_received)
            except (Exception, SystemExit):  # noqa: BLE001 - as in feed
                self.end(End.ERROR)

    def lost(self, exc: Exception | None) -> None:
        """Give back all that was counted, and let go of everything."""
        inside, connection, left = self._inside, self._connection, self._left
        self._inside = self._connection = self._outgoing = self._left = None
        # First what others wait for: whatever asyncssh makes of the news.
        self._attendants.clear()
        self.admission.leave()
        if connection is not None:
            try:
                self._context.run(connection.connection_lost, exc)
            except (Exception, SystemExit):  # noqa: BLE001 - it is over
                self.ended = self.ended or End.ERROR
        if inside is not None:
            inside.leave()
        if left is not None:
            left()

    def _request_refused(self) -> None:
        if self.admission.request_refused():
            # Not now: asyncssh is in the middle of it.
            asyncio.get_running_loop().call_soon(self.end, End.REQUESTS)
