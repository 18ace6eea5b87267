"""Who is let in, and how far: small gates in one visible order. What they count is given back exactly once.

    before the handshake   DENIED, ADDRESS (at once), RATE (a minute), DRAINING, CONNECTIONS, UNAUTHENTICATED
    after the login        CHANNELS (of one connection), SESSIONS (likewise, in all), VISITS, APPS

No I/O: clock and randomness are handed in. A refusal costs a few look-ups.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container
from dataclasses import dataclass
from enum import Enum

from tui_home.doors.ssh.addresses import Address, Bucket, buckets
from tui_home.doors.ssh.counts import AtOnce, PerMinute, RandomEarlyDrop, Total
from tui_home.doors.ssh.limits import Limits


class Gate(Enum):
    """What refused somebody; a closed list, so that metrics may have it for a label."""

    DENIED = "denied"
    ADDRESS = "address"
    RATE = "rate"
    DRAINING = "draining"
    CONNECTIONS = "connections"
    UNAUTHENTICATED = "unauthenticated"
    HEADER = "header"
    """No PROXY header from a trusted proxy."""
    CHANNELS = "channels"
    SESSIONS = "sessions"
    VISITS = "visits"
    APPS = "apps"
    GONE = "gone"
    """The connection has ended already."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Not let in, and by what."""

    gate: Gate


class Ticket:
    """One thing that was counted: `leave` gives it back, once, however often it is called."""

    __slots__ = ("_leave",)

    def __init__(self, leave: Callable[[Ticket], None]) -> None:
        self._leave: Callable[[Ticket], None] | None = leave

    @classmethod
    def free(cls) -> Ticket:
        """Return one for what nobody counts."""
        return cls(lambda _: None)

    def leave(self) -> None:
        """Give back what was counted."""
        leave, self._leave = self._leave, None
        if leave:
            leave(self)


class Gates:
    """The gates of one server.

    Args:
        limits: Their numbers.
        clock: Seconds of any steady clock.
        random: A number in [0, 1) each time.
        denied: Addresses that are not let in; asked for each connection, so that it may change.
    """

    def __init__(
        self,
        limits: Limits,
        clock: Callable[[], float],
        random: Callable[[], float],
        denied: Container[Address] = frozenset(),
    ) -> None:
        self.limits = limits
        self.draining = False
        """Once set, nobody new is let in, and nobody begins a second visit; who is there may go on."""
        self.refused: Counter[Gate] = Counter()
        """How often each gate has refused somebody."""
        self.connections = Total(limits.max_connections)
        self.unauthenticated = RandomEarlyDrop(
            limits.max_unauthenticated, limits.full_unauthenticated, limits.early_drop, random
        )
        self.visits = Total(limits.max_visits)
        self.apps = Total(limits.max_apps)
        narrow, wide = limits.max_per_address, limits.max_per_network
        self.at_once = AtOnce({"4": narrow, "6/64": narrow, "6/48": wide})
        narrow, wide = limits.rate_per_address, limits.rate_per_network
        self.a_minute = PerMinute({"4": narrow, "6/64": narrow, "6/48": wide}, limits.address_table)
        self._clock = clock
        self._denied = denied

    def connection(self, address: Address) -> Admission | Refusal:
        """Let a connection in, or not, before anything of it has been read."""
        counted = buckets(address)
        gate = self._closed_to(address, counted) or self._closed()
        return self.refuse(gate) if gate else Admission(self, counted)

    def proxied(self) -> Admission | Refusal:
        """Let a trusted proxy's connection in, or not; whose it is will be known later: `Admission.comes_from`."""
        gate = self._closed()
        return self.refuse(gate) if gate else Admission(self)

    def enter_from(self, address: Address) -> Refusal | Callable[[], None]:
        """Count a connection that is in already as coming from `address`; return how that is given back."""
        counted = buckets(address)
        gate = self._closed_to(address, counted)
        return self.refuse(gate) if gate else self.count(counted)

    def count(self, counted: tuple[Bucket, ...]) -> Callable[[], None]:
        """Count a connection by where it comes from; return how that is given back."""
        self.at_once.enter(counted)
        self.a_minute.enter(counted, self._clock())
        return lambda: self.at_once.leave(counted)

    def refuse(self, gate: Gate) -> Refusal:
        """Count a refusal, and return it."""
        self.refused[gate] += 1
        return Refusal(gate)

    def _closed_to(self, address: Address, counted: tuple[Bucket, ...]) -> Gate | None:
        if address in self._denied:
            return Gate.DENIED
        if not self.at_once.open(counted):
            return Gate.ADDRESS
        return None if self.a_minute.open(counted, self._clock()) else Gate.RATE

    def _closed(self) -> Gate | None:
        if self.draining:
            return Gate.DRAINING
        if not self.connections.open():
            return Gate.CONNECTIONS
        return None if self.unauthenticated.open() else Gate.UNAUTHENTICATED


class Admission:
    """One connection that was let in, and all that is counted for it; made by Gates."""

    def __init__(self, gates: Gates, counted: tuple[Bucket, ...] | None = None) -> None:
        self._gates = gates
        self._held: dict[Ticket, None] = {}
        self._channels = Total(gates.limits.max_channels)
        self._sessions = 0
        self._requests = 0
        self._visited = False
        self._present = True
        self._hold(gates.connections)
        self._unauthenticated = self._hold(gates.unauthenticated)
        if counted is not None:
            self._keep(gates.count(counted))

    def comes_from(self, address: Address) -> Refusal | None:
        """Heed whose connection a proxy has passed on; leave, and say what refused them, if they are not let in."""
        found = self._gates.enter_from(address)
        if isinstance(found, Refusal):
            self.leave()
            return found
        self._keep(found)
        return None

    def authenticated(self) -> None:
        """Heed that the login is over."""
        self._unauthenticated.leave()

    def session(self) -> Ticket | Refusal:
        """Let one more channel be opened, or not."""
        if self._sessions >= self._gates.limits.max_sessions:
            return self._gates.refuse(Gate.SESSIONS)
        found = self._through(self._channels, Gate.CHANNELS)
        self._sessions += isinstance(found, Ticket)
        return found

    def visit(self) -> Ticket | Refusal:
        """Let one more visit begin, or not; also those that only ask for a verb are some.

        While the last visitors are seen out, whoever had come in before may still have the one they came for: a restart
        behind systemd's socket refuses nobody.
        """
        if self._gates.draining and self._visited:
            return self._gates.refuse(Gate.DRAINING)
        found = self._through(self._gates.visits, Gate.VISITS)
        self._visited |= isinstance(found, Ticket)
        return found

    def app(self) -> Ticket | Refusal:
        """Let one more visitor act, with an app of their own, or not."""
        return self._through(self._gates.apps, Gate.APPS)

    def request_refused(self) -> bool:
        """Count a request of the client that was refused; True when there have been enough to close the connection."""
        self._requests += 1
        return self._requests >= self._gates.limits.max_refused

    def leave(self) -> None:
        """Give back what is counted for this connection; what it has asked for is given back when that is over."""
        self._present = False
        for ticket in list(self._held):
            ticket.leave()

    def _through(self, gate: Total, name: Gate) -> Ticket | Refusal:
        if not self._present:
            return self._gates.refuse(Gate.GONE)
        if not gate.open():
            return self._gates.refuse(name)
        gate.enter()
        # Not kept with the connection: its visit, and the app of that, may well end later.
        return Ticket(lambda _: gate.leave())

    def _hold(self, gate: Total | RandomEarlyDrop) -> Ticket:
        gate.enter()
        return self._keep(gate.leave)

    def _keep(self, give_back: Callable[[], None]) -> Ticket:
        def leave(ticket: Ticket) -> None:
            self._held.pop(ticket, None)
            give_back()

        ticket = Ticket(leave)
        self._held[ticket] = None
        return ticket
