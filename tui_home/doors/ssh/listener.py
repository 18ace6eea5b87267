"""The gate before the handshake: `asyncssh.listen(tunnel=Tunnel(…), **options(limits))`.

asyncssh asks its `tunnel=` for a listener instead of the loop; ours puts a Wire between each connection and it, so that
whoever is refused costs some microseconds and no handshake. `listen(acceptor=)` would be asked only after the login.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from tui_home.doors.ssh.addresses import Address
from tui_home.doors.ssh.arrival import Arrival, Attended, House
from tui_home.doors.ssh.denied import DenyFile
from tui_home.doors.ssh.gates import Gate, Gates
from tui_home.doors.ssh.limits import ACCEPTED_AT_ONCE, Limits
from tui_home.doors.ssh.networks import Networks
from tui_home.doors.ssh.turns import Turns
from tui_home.doors.ssh.watch import End
from tui_home.doors.ssh.wire import Wire

if TYPE_CHECKING:
    import socket

    from asyncssh import SSHServerConnection

_ROUND = 1.0
"""Seconds between two looks at all connections, and at the file of the denied."""


class Tunnel:
    """Everything of the server that is before and around asyncssh.

    Args:
        sockets: Where to listen (`sockets.open_sockets`, `sockets.taken_over`); closed with the listener.
        limits: The numbers.
        trusted: Proxies, from which a PROXY header is required.
        denied: Who is not let in; `refresh` must have been called once.
        tell: Writes a line for the owner.
        refused: Told whom a gate has not let in.
        clock: Seconds of any steady clock.
        chance: A number in [0, 1) each time.
    """

    def __init__(  # noqa: PLR0913 - clock and chance are for tests
        self,
        sockets: Sequence[socket.socket],
        limits: Limits,
        *,
        trusted: Networks | None = None,
        denied: DenyFile | None = None,
        tell: Callable[[str], None] = lambda _: None,
        refused: Callable[[Gate, Address], None] = lambda _gate, _address: None,
        clock: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.gates = Gates(limits, clock, chance, frozenset() if denied is None else denied)
        self.present: set[Attended] = set()
        """The connections that have been let in and are still there."""
        self.ended: Counter[End] = Counter()
        """How often we have ended a connection that had been let in, and why."""
        self._sockets = sockets
        self._denied = denied
        self._tell = tell
        self._house = House(
            self.gates,
            trusted or Networks(),
            clock,
            Turns(limits.max_turn, limits.max_slice),
            self.present,
            self._count,
            refused,
            self._left,
        )
        self._gone = (0, 0)
        self._listener: Listener | None = None

    @property
    def traffic(self) -> tuple[int, int]:
        """Bytes that have come in and that were written, over all connections that were let in."""
        wires = [each for each in self.present if isinstance(each, Wire)]
        return self._gone[0] + sum(each.received for each in wires), self._gone[1] + sum(each.sent for each in wires)

    async def create_server(self, factory: Callable[[str, int], SSHServerConnection], host: str, port: int) -> Listener:
        """Begin to accept; called by asyncssh, whose `host` and `port` are ours already."""
        del host, port
        loop = asyncio.get_running_loop()
        servers = [
            await loop.create_server(lambda: Arrival(self._house, factory), sock=each, backlog=ACCEPTED_AT_ONCE)
            for each in self._sockets
        ]
        tasks = [loop.create_task(self._rounds())]
        if self._denied is not None:
            tasks.append(loop.create_task(self._readings(self._denied)))
        self._listener = Listener(servers, tasks)
        return self._listener

    def pause(self) -> None:
        """Accept nobody any more; who has been accepted comes to the gates still."""
        if self._listener:
            self._listener.pause()

    def look(self) -> None:
        """Check every connection once; whose address has been denied meanwhile has to go."""
        for each in list(self.present):
            try:
                if self._denied is not None and each.address in self._denied:
                    each.end(End.DENIED)
                each.check()
            except Exception as error:  # noqa: BLE001 - what is odd with one must not keep the others from being seen
                self._tell(f"a connection could not be watched ({type(error).__name__}), and was ended")
                with suppress(Exception):
                    each.end(End.ERROR)

    def end_all(self, why: End = End.STOPPED) -> None:
        """End every connection that is still there."""
        for each in list(self.present):
            each.end(why)

    def _left(self, received: int, sent: int) -> None:
        self._gone = (self._gone[0] + received, self._gone[1] + sent)

    def _count(self, why: End) -> None:
        self.ended[why] += 1
        if why is End.ERROR:
            self._tell("a connection was ended because of a mistake of ours")

    async def _rounds(self) -> None:
        while True:
            await asyncio.sleep(_ROUND)
            self.look()

    async def _readings(self, denied: DenyFile) -> None:
        # By itself: a disk that does not answer must not keep connections from being looked at.
        while True:
            await asyncio.sleep(_ROUND)
            try:
                for line in await asyncio.to_thread(denied.refresh):
                    self._tell(line)
            except Exception as error:  # noqa: BLE001 - who was denied stays so, and it is tried again
                self._tell(f"the file of the denied could not be read ({type(error).__name__})")


class Listener:
    """What asyncssh is given for its server: closing it refuses new connections, and lets those that are there be."""

    def __init__(self, servers: Sequence[asyncio.Server], tasks: Sequence[asyncio.Task[None]]) -> None:
        self._servers = servers
        self._tasks = tasks
        """Held here, or the loop might lose them; they end with it, as whoever is there is watched to the last."""
        self._addresses = [each.getsockname() for server in servers for each in server.sockets]

    def get_addresses(self) -> list[tuple[str, int]]:
        """Return where it listens."""
        return self._addresses

    def get_port(self) -> int:
        """Return the port that it listens on; 0 if there are several."""
        ports = {address[1] for address in self._addresses}
        return ports.pop() if len(ports) == 1 else 0

    def pause(self) -> None:
        """Accept nobody any more, but let those in who have been accepted; on systemd's sockets the others wait."""
        # A server that is closed would lose whom it has accepted in this very turn of the loop.
        with suppress(NotImplementedError):  # Windows has another loop
            loop = asyncio.get_running_loop()
            for server in self._servers:
                for each in server.sockets:
                    loop.remove_reader(each.fileno())

    def close(self) -> None:
        """Accept nobody any more. Who is there is watched on."""
        for server in self._servers:
            server.close()

    async def wait_closed(self) -> None:
        """Return at once: asyncio's own would wait for all visitors from Python 3.12 on."""
