"""What attacks on a connection have in common."""

from __future__ import annotations

import asyncio
import socket

import asyncssh
from asyncssh.packet import Boolean, String

from tests.doors.ssh.house import House, until
from tui_home.doors.ssh.watch import End
from tui_home.doors.ssh.wire import Wire

MSG_IGNORE, MSG_GLOBAL_REQUEST, MSG_UNKNOWN = 2, 80, 200
LARGE_WINDOW = 64 * 1024 * 1024
CHUNK = 16 * 1024


def ended(wire: Wire) -> End | None:
    return wire.ended


async def open_channel(rude: asyncssh.SSHClientConnection, packet: int = 2**12) -> None:
    """Open a channel, and ask for nothing in it."""
    channel = asyncssh.SSHClientChannel[bytes](
        rude, asyncio.get_running_loop(), "strict", None, "strict", 2**15, packet
    )
    await channel._open(b"session")


async def hold_up(here: House, rude: asyncssh.SSHClientConnection) -> Wire:
    """Take no answers until nothing more is read of what is asked; return the server's end."""
    await rude.open_session("wait")
    (wire,), transport = here.wires, rude._transport
    assert transport is not None
    wire._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    transport.pause_reading()
    for _ in range(10_000):
        rude.send_packet(MSG_GLOBAL_REQUEST, String(b"keepalive@openssh.com"), Boolean(value=True))
    await until(lambda: not wire.writable)
    return wire
