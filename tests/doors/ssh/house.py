"""A small SSH server behind our listener, whose clock stands still unless it is told otherwise; and its clients."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import asyncssh

from tui_home.doors.ssh.algorithms import options
from tui_home.doors.ssh.denied import DenyFile
from tui_home.doors.ssh.gates import Gate, Gates
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.listener import Tunnel
from tui_home.doors.ssh.networks import Networks
from tui_home.doors.ssh.starting.sockets import open_sockets
from tui_home.doors.ssh.wire import Wire

HERE = "127.0.0.1"
PATIENCE = 30.0
"""Seconds for a machine that does other things, too."""
HOST_KEY = asyncssh.generate_private_key("ssh-ed25519")


class Clock:
    """Stands still."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Session(asyncssh.SSHServerSession[bytes]):
    """Does what the command says; tells what happens to it."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.command = ""
        self.told: list[str] = []
        house.sessions.append(self)

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        self.channel = chan
        self.wire: Wire = chan.get_extra_info("connection").get_extra_info("wire")
        self.wire.attend(self)

    def shell_requested(self) -> bool:
        return True

    def exec_requested(self, command: str) -> bool:
        self.command = command
        if self.command == "fall":
            raise SystemExit(3)
        return True

    def session_started(self) -> None:
        if self.command == "who":
            peer = self.channel.get_extra_info("peername")
            self.channel.write(f"{self.wire.address} {peer[0]}\n".encode())
        if self.command in {"true", "who"}:
            self.channel.exit(0)

    def eof_received(self) -> bool:
        return True

    def writable_again(self) -> None:
        self.told.append("writable")

    def ending(self) -> None:
        self.told.append("ending")


class Server(asyncssh.SSHServer):
    def __init__(self, house: House) -> None:
        self.house = house

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        self.house.connections.append(conn)

    def begin_auth(self, username: str) -> bool:  # noqa: ARG002
        return False

    def session_requested(self) -> Session:
        return Session(self.house)


@dataclass
class House:
    clock: Clock
    limits: Limits
    tunnel: Tunnel = field(init=False)
    port: int = 0
    connections: list[asyncssh.SSHServerConnection] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    refused: list[tuple[Gate, str]] = field(default_factory=list)

    @property
    def wires(self) -> list[Wire]:
        return [each for each in self.tunnel.present if isinstance(each, Wire)]

    def later(self, seconds: float) -> None:
        """Let time go by, and look."""
        self.clock.now += seconds
        self.tunnel.look()

    @property
    def empty(self) -> bool:
        return nothing_left(self.tunnel.gates) and not self.tunnel.present


def nothing_left(gates: Gates) -> bool:
    """Tell whether all that was counted at the gates has been given back."""
    totals = (gates.connections, gates.unauthenticated, gates.visits, gates.apps)
    return not any(each.present for each in totals) and not gates.at_once.present


@asynccontextmanager
async def house(
    limits: Limits | None = None,
    *,
    trusted: Iterable[str] = (),
    denied: DenyFile | None = None,
    chance: Callable[[], float] = lambda: 0.0,
    host: str | None = HERE,
    sockets: list[Any] | None = None,
    **instead: object,
) -> AsyncIterator[House]:
    """Serve on a free port, with `instead` of asyncssh's options; on leaving everything must have been given back."""
    made = House(Clock(), limits or Limits())
    made.tunnel = Tunnel(
        open_sockets(host, 0) if sockets is None else sockets,
        made.limits,
        trusted=Networks.of(*trusted),
        denied=denied,
        refused=lambda gate, address: made.refused.append((gate, str(address))),
        clock=made.clock,
        chance=chance,
    )
    asked = options(made.limits) | instead
    acceptor = await asyncssh.listen(
        tunnel=made.tunnel, server_factory=lambda: Server(made), server_host_keys=[HOST_KEY], **asked
    )
    made.port = acceptor.get_port()
    try:
        yield made
    finally:
        acceptor.close()
        made.tunnel.end_all()
        await until(lambda: made.empty)


async def until(holds: Callable[[], bool]) -> None:
    """Let the loop turn until it `holds`."""
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.002)


@asynccontextmanager
async def client(port: int, address: str = HERE, **more: object) -> AsyncIterator[asyncssh.SSHClientConnection]:
    """Connect with asyncssh's own client, which can be made to misbehave."""
    given: dict[str, Any] = {"local_addr": (address, 0)} if "sock" not in more else {}
    connection = await asyncssh.connect(
        HERE, port, username="anybody", known_hosts=None, client_keys=None, agent_path=None, config=None,
        **given, **more,
    )  # fmt: skip
    try:
        yield connection
    finally:
        connection.abort()
        with suppress(Exception):
            await connection.wait_closed()


async def raw(port: int, address: str = HERE) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Connect without a word."""
    return await asyncio.open_connection(HERE, port, local_addr=(address, 0))


async def hears(reader: asyncio.StreamReader) -> bytes:
    """Return all that is sent until the other end closes."""
    async with asyncio.timeout(PATIENCE):
        try:
            return await reader.read()
        except ConnectionResetError:
            return b""
