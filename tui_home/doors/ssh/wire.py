"""One connection from the handshake to its end: what comes in is sliced, what goes out counted, and all of it watched.

asyncssh reads 256 KiB at a time, without end, and writes whatever it likes. Between it and the socket stands a Wire.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import thread_time
from typing import TYPE_CHECKING

from tui_home.doors.ssh.addresses import Address
from tui_home.doors.ssh.attendants import Attendant, Attendants
from tui_home.doors.ssh.conversation import Conversation
from tui_home.doors.ssh.gates import Admission, Ticket
from tui_home.doors.ssh.intake import Intake
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.outgoing import Outgoing
from tui_home.doors.ssh.watch import TAKEN_AGAIN, End, Watch

if TYPE_CHECKING:
    from asyncssh import SSHServerConnection

    from tui_home.doors.ssh.inside import Inside


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
        self._clock = clock
        self._talk = Conversation(limits, clock, worked)
        self._left: Callable[[], None] | None = None
        self._watch = Watch(limits, clock())

    # What sessions need.

    @property
    def writable(self) -> bool:
        """Whether to draw: little enough of what was written is still untaken."""
        self.look()
        return self._watch.writable and self.ended is None and self.inside is not None

    @property
    def stalled_since(self) -> float | None:
        """Since when (by the clock) the client has left too much untaken; None when it has not."""
        return self._watch.stalled_since

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

    def look(self) -> None:
        """See how things are: called now and then, and whenever something has changed."""
        if self.ended is not None or self.inside is None:
            return
        was_writable = self._watch.writable
        facts = self.inside.facts(self._transport.get_write_buffer_size())
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
        outgoing = Outgoing(self._transport, self, told)
        if not self._talk.begin(lambda: factory(*told), outgoing, self._request_refused):
            # Nobody would watch it, and its place would never be free.
            self.ended = self.ended or End.ERROR
            self._transport.abort()

    def feed(self, data: bytes) -> None:
        """Let asyncssh have what has come."""
        if self.ended is not None:
            return
        if not self._talk.hear(data):
            self.end(End.ERROR)
        elif self._talk.has_too_many_keys():
            self.end(End.REKEYS)
        else:
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
