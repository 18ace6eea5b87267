"""A connection before asyncssh hears of it: asked at the gates, and who it is if a proxy passes it on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, cast

from tui_home.doors.ssh.addresses import Address, address
from tui_home.doors.ssh.gates import Admission, Gate, Gates, Refusal
from tui_home.doors.ssh.intake import Intake
from tui_home.doors.ssh.networks import Networks
from tui_home.doors.ssh.proxy import Header, HeaderError, Origin
from tui_home.doors.ssh.reading import Reading
from tui_home.doors.ssh.turns import Turns
from tui_home.doors.ssh.watch import End
from tui_home.doors.ssh.wire import Wire

if TYPE_CHECKING:
    from asyncssh import SSHServerConnection

Factory = Callable[[str, int], "SSHServerConnection"]


class Attended(Protocol):
    """A connection that is there, and looked at from time to time."""

    @property
    def address(self) -> Address | None:
        """Whose it is; None while nobody knows."""

    def check(self) -> None:
        """Do what is due now and then."""

    def end(self, why: End) -> None:
        """End it."""


@dataclass(frozen=True, slots=True)
class House:
    """What all connections of a server share."""

    gates: Gates
    trusted: Networks
    """Proxies: they must begin with a PROXY header, and nobody else may."""
    clock: Callable[[], float]
    turns: Turns
    present: set[Attended]
    """Who was let in and has not left."""
    ended: Callable[[End], None]
    """Called when we have ended a connection."""
    refused: Callable[[Gate, Address], None] = lambda _gate, _address: None
    """Called when somebody was not let in, with what refused them."""
    left: Callable[[int, int], None] = lambda _received, _sent: None
    """Called when a connection is over, with its bytes in and out."""


class Arrival(asyncio.BufferedProtocol):
    """One connection that has just been accepted; leaves the rest to a Wire.

    Args:
        house: The server's.
        factory: Makes asyncssh's own protocol for an address and a port.
    """

    def __init__(self, house: House, factory: Factory) -> None:
        self._house = house
        self._factory = factory
        self.address: Address | None = None
        """Not known before a proxy has named it; then this is left to a Wire."""
        self._began = 0.0
        self._waits: _Waiting | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask at the gates."""
        taken = cast("asyncio.Transport", transport)
        peer = taken.get_extra_info("peername")
        try:
            whose, port = address(peer[0]), int(peer[1])
        except (TypeError, ValueError, LookupError):
            # Gone before we could look.
            taken.abort()
            return
        house = self._house
        proxied = whose in house.trusted
        found = house.gates.proxied() if proxied else house.gates.connection(whose)
        if isinstance(found, Refusal):
            # First of all: nothing that goes wrong in telling may leave a connection that nobody counts.
            taken.abort()
            house.refused(found.gate, whose)
            return
        waits = _Waiting(taken, found, Intake(taken, house.gates.limits, house.clock, house.turns), whose, port)
        if proxied:
            self._waits = waits
            self._began = house.clock()
            house.present.add(self)
        else:
            self._pass_on(waits, Origin(whose, port, b""))

    def get_buffer(self, sizehint: int) -> memoryview:  # noqa: ARG002 - nobody is asked for more than a slice
        """Return where the next bytes go."""
        return self._waits.intake.buffer() if self._waits else memoryview(bytearray(1))

    def buffer_updated(self, nbytes: int) -> None:
        """Read the header."""
        waits = self._waits
        if waits is None:
            return
        try:
            origin = waits.header.feed(waits.intake.take(nbytes))
        except HeaderError:
            self.end(End.HEADER)
            return
        if origin is None:
            return
        found = None if origin.address is None else waits.admission.comes_from(origin.address)
        if isinstance(found, Refusal):
            waits.transport.abort()
            self._house.refused(found.gate, origin.address or waits.whose)
            return
        self._house.present.discard(self)
        self._waits = None
        self._pass_on(waits, origin)

    def check(self) -> None:
        """End it if the header has not come in time."""
        if self._house.clock() - self._began >= self._house.gates.limits.header_time:
            self.end(End.HEADER)

    def end(self, why: End) -> None:
        """End it: a proxy without a header, or the server stops."""
        waits = self._waits
        if waits is not None and not waits.transport.is_closing():
            waits.transport.abort()
            if why is End.HEADER:
                self._house.refused(self._house.gates.refuse(Gate.HEADER).gate, waits.whose)
            self._house.ended(why)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - why does not matter
        """Give back what was counted."""
        self._house.present.discard(self)
        if self._waits is not None:
            self._waits.intake.stop()
            self._waits.admission.leave()
            self._waits = None

    def _pass_on(self, waits: _Waiting, origin: Origin) -> None:
        """Let asyncssh speak, with whoever it is: the proxy itself, if it names nobody."""
        house = self._house
        named = origin.address is not None
        place = (origin.address or waits.whose, origin.port if named else waits.port)
        wire = Wire(waits.transport, waits.admission, waits.intake, house.gates.limits, house.clock)

        def left() -> None:
            house.present.discard(wire)
            house.left(wire.received, wire.sent)
            if wire.ended is not None:
                house.ended(wire.ended)

        house.present.add(wire)
        waits.transport.set_protocol(Reading(wire, waits.intake))
        wire.begin(self._factory, place, left)
        if origin.rest:
            wire.feed(origin.rest)


@dataclass(slots=True)
class _Waiting:
    """What is known of a connection before asyncssh hears of it."""

    transport: asyncio.Transport
    admission: Admission
    intake: Intake
    whose: Address
    port: int
    header: Header = field(default_factory=Header)
