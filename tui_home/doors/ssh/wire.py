"""One connection from the handshake to its end: what comes in is sliced, what goes out counted, and all of it watched.

asyncssh reads 256 KiB at a time, without end, and writes whatever it likes. Between it and the socket stands a Wire.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_home.doors.ssh.addresses import Address
from tui_home.doors.ssh.attendants import Attendant, Attendants
from tui_home.doors.ssh.gates import Admission, Ticket
from tui_home.doors.ssh.intake import Intake
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.outgoing import Outgoing
from tui_home.doors.ssh.talk import Talk
from tui_home.doors.ssh.watch import TAKEN_AGAIN, End, Watch

if TYPE_CHECKING:
    from asyncssh import SSHServerConnection

    from tui_home.doors.ssh.inside import Inside


_LOOK_EVERY = 64 * 1024
"""Bytes written until one looks how many are untaken."""


class Wire:
    """One connection; asyncssh's sessions find it as ``connection.get_extra_info("wire")``.

    Args:
        transport: The socket's.
        admission: What it counts at the gates.
        intake: How it is read.
        limits: The numbers.
        clock: Seconds of any steady clock.
    """

    def __init__(
        self,
        transport: asyncio.Transport,
        admission: Admission,
        intake: Intake,
        limits: Limits,
        clock: Callable[[], float],
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
        self._limits, self._clock = limits, clock
        self._talk = Talk(limits, clock)
        self._left: Callable[[], None] | None = None
        self._watch = Watch(limits, clock())
        self._is_settled = False
        """Whether nothing is waited for, and nothing has been written, or may have been, since that was seen."""

    # What sessions need.

    @property
    def writable(self) -> bool:
        """Whether to draw: little enough of what was written is still untaken."""
        self.look()
        # Of what goes into a window that is shut `wrote` does not hear.
        self._is_settled = False
        return self._watch.writable and self.ended is None and self.inside is not None

    @property
    def untaken(self) -> int:
        """Bytes that the client has not taken yet, wherever they wait."""
        return 0 if self.inside is None else self.inside.facts(self._transport.get_write_buffer_size()).untaken

    @property
    def inside(self) -> Inside | None:
        """What only asyncssh knows of it; None before the beginning and after the end."""
        return self._talk.inside

    @property
    def received(self) -> int:
        """Bytes that have come in."""
        return self._intake.received

    def attend(self, attendant: Attendant) -> Ticket:
        """Tell `attendant` what happens to the Wire, until the Ticket is given back."""
        return self._attendants.add(attendant)

    def end(self, why: End) -> None:
        """End the connection; with a word, and terminals in order, unless the client takes nothing."""
        if self.ended is not None or self.inside is None:
            return
        self.ended = why
        if not why.untaken:
            self._attendants.ending()
        self._talk.dismiss(why.words)
        self._transport.abort()

    def check(self) -> None:
        """See how things are now and then, unless nothing can have changed; ask one who says nothing for an answer."""
        is_silent = self._talk.is_silent(self.received)
        if is_silent or not self._is_settled:
            self.look()
        if is_silent and self.ended is None and not self._talk.ask():
            # Gone without a word, as the system tells of others.
            self._transport.abort()

    def look(self) -> None:
        """See how things are: called when something has changed."""
        if self.ended is not None or self.inside is None:
            return
        was_writable = self._watch.writable
        facts = self.inside.facts(self._transport.get_write_buffer_size())
        if facts.authenticated:
            self.admission.authenticated()
        why = self._watch.look(facts, self._clock())
        self._is_settled = not (facts.untaken or self._watch.waits)
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
        self._transport.set_write_buffer_limits(high=self._limits.max_out, low=self._limits.max_out // TAKEN_AGAIN)
        outgoing = Outgoing(self._transport, self, told)
        if not self._talk.begin(lambda: factory(*told), outgoing, self._request_refused):
            # Nobody would watch it, and its place would never be free.
            self.ended = self.ended or End.ERROR
            self._transport.abort()

    def feed(self, data: bytes) -> None:
        """Let asyncssh have what has come."""
        if self.ended is not None:
            return
        if why := self._talk.hear(data):
            self.end(why)
        else:
            self.look()

    def wrote(self, size: int) -> None:
        """Heed that asyncssh has written so many bytes."""
        self._is_settled = False
        before, self.sent = self.sent, self.sent + size
        # From Python 3.12 on, asking the transport takes as long as there are pieces in it: not at every one.
        due = before // _LOOK_EVERY != self.sent // _LOOK_EVERY
        if due and self._transport.get_write_buffer_size() > self._limits.full_out:
            self.end(End.BYTES_OUT)

    def eof_received(self) -> None:
        """Tell asyncssh, which ends the connection."""
        if not self._talk.hear_all():
            self.end(End.ERROR)

    def lost(self, exc: Exception | None) -> None:
        """Give back all that was counted, and let go of everything."""
        left, self._left = self._left, None
        # First what others wait for: whatever asyncssh makes of the news.
        self._attendants.clear()
        self.admission.leave()
        if not self._talk.end(exc):
            self.ended = self.ended or End.ERROR
        if left is not None:
            left()

    def _request_refused(self) -> None:
        if self.admission.request_refused():
            # Not now: asyncssh is in the middle of it.
            asyncio.get_running_loop().call_soon(self.end, End.REQUESTS)
