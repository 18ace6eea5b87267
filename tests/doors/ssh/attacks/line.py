"""What attacks on a connection have in common."""

from __future__ import annotations

import asyncio

import asyncssh

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
