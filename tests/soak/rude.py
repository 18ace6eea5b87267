"""Rude visits: what strangers do to a server, by mistake or not. Whatever becomes of them is right, if it ends."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from asyncssh.packet import Boolean, String

from tests.doors.ssh.terminal import Terminal
from tests.soak.caller import Caller

if TYPE_CHECKING:
    import asyncssh

_IGNORE, _GLOBAL_REQUEST, _UNKNOWN = 2, 80, 200
_AT_ONCE = struct.pack("ii", 1, 0)
"""For SO_LINGER: closing sends a reset."""
_KEYS = 200_000


# The line is cut


async def _cut_at_once(caller: Caller) -> None:
    _, writer = await caller.raw()
    taken: socket.socket = writer.get_extra_info("socket")
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
    writer.transport.abort()


async def _cut_after_version(caller: Caller) -> None:
    reader, writer = await caller.raw()
    writer.write(b"SSH-2.0-gone\r\n")
    await reader.readline()
    writer.transport.abort()


async def _cut_anywhere(caller: Caller) -> None:
    """Cut after some bytes: in the key exchange, in the login, or in the midst of a frame."""
    left = [caller.chance.randrange(20, 20_000)]

    def made(connection: asyncssh.SSHClientConnection) -> None:
        received = connection.data_received

        def counted(data: bytes, datatype: int | None = None) -> None:
            left[0] -= len(data)
            if left[0] > 0:
                received(data, datatype)
            elif connection._transport is not None:
                connection._transport.abort()

        connection.data_received = counted  # type: ignore[method-assign]

    # asyncssh's client may wait for ever for what was cut.
    async with asyncio.timeout(caller.patience), caller.connected("cut", made) as connection:
        channel, terminal = await _screen(connection)
        while not terminal.ended.is_set():
            channel.write(b"1234")
            await asyncio.sleep(0.05)


async def _cut_after_login(caller: Caller) -> None:
    async with caller.connected("gone"):
        pass


async def _cut_in_visit(caller: Caller) -> None:
    async with caller.connected("gone") as connection:
        channel, terminal = await _screen(connection)
        await terminal.until(b"leave")
        channel.write(caller.chance.choice((b"2", b"/a", b"?", b"q", b"\x1b")))


# The line is held


async def _silent(caller: Caller) -> None:
    await _until_sent_away(caller, *await caller.raw())


async def _hang_in_login(caller: Caller) -> None:
    reader, writer = await caller.raw()
    writer.write(b"SSH-2.0-waits\r\n")
    await _until_sent_away(caller, reader, writer)


async def _open_nothing(caller: Caller) -> None:
    async with caller.connected("nobody") as connection, asyncio.timeout(caller.patience):
        await connection.wait_closed()


async def _stop_reading(caller: Caller) -> None:
    async with caller.connected("deaf") as connection:
        channel, terminal = await _screen(connection, (200, 60), window=64 << 20)
        await terminal.until(b"leave")
        assert connection._transport is not None
        connection._transport.pause_reading()
        with suppress(TimeoutError):
            async with asyncio.timeout(caller.patience / 4):
                for _ in range(100):
                    channel.write(b"1234")
                    await asyncio.sleep(0.05)


# Too much


async def _flood_keys(caller: Caller) -> None:
    async with caller.connected("keys") as connection:
        channel, terminal = await _screen(connection)
        await terminal.until(b"leave")
        channel.write(b"j" * _KEYS)
        channel.write(b"\x1b[48;60000;60000;1;1t\x1b[1114112u\x1b[200~" + b"x" * 1000)
        await asyncio.sleep(1)


async def _flood_sizes(caller: Caller) -> None:
    async with caller.connected("sizes") as connection:
        channel, terminal = await _screen(connection)
        await terminal.until(b"leave")
        for number in range(500):
            channel.change_terminal_size(80 + number % 40 * 10, 24 + number % 200)
        await asyncio.sleep(1)


async def _flood_environment(caller: Caller) -> None:
    many = [(f"LC_{number}", "x" * 300) for number in range(500)]
    async with caller.connected("env") as connection:
        terminal = Terminal()
        await connection.create_session(lambda: terminal, term_type="xterm", term_size=(0, 0), env=many, encoding=None)
        await terminal.until(b"leave")


async def _flood_channels(caller: Caller) -> None:
    async with caller.connected("channels") as connection:
        made = (_screen(connection) for _ in range(40))
        await asyncio.gather(*made, return_exceptions=True)


async def _flood_rekeys(caller: Caller) -> None:
    async with caller.connected("rekeys") as connection:
        await _screen(connection)
        for _ in range(50):
            connection._kex_complete = False
            connection._send_kexinit()
            connection._kexinit_sent = True
            await asyncio.sleep(0.02)


async def _flood_packets(caller: Caller) -> None:
    async with caller.connected("packets") as connection:
        await _screen(connection)
        for number in range(10_000):
            connection.send_packet(_IGNORE, String(b""))
            if number % 2000 == 0:
                connection.send_packet(_GLOBAL_REQUEST, String(b"keepalive@openssh.com"), Boolean(value=True))
                await asyncio.sleep(0.05)
        for _ in range(20):
            connection.send_packet(_UNKNOWN)


async def _ask_for_more(caller: Caller) -> None:
    async with caller.connected("more") as connection:
        for command in ("rm -rf /", "show --help", "papers --width 100000", "\x1b]0;x\x07", "'", "x" * 5000):
            await connection.run(command, timeout=caller.patience)


# Not SSH at all


async def _garbage_before(caller: Caller) -> None:
    reader, writer = await caller.raw()
    writer.write(caller.chance.randbytes(caller.chance.randrange(1, 70_000)))
    await _until_sent_away(caller, reader, writer)


async def _garbage_within(caller: Caller) -> None:
    reader, writer = await caller.raw()
    writer.write(b"SSH-2.0-odd\r\n" + caller.chance.randbytes(caller.chance.randrange(1, 5000)))
    await _until_sent_away(caller, reader, writer)


async def _garbage_after(caller: Caller) -> None:
    async with caller.connected("garbage") as connection:
        _, terminal = await _screen(connection)
        assert connection._transport is not None
        connection._transport.write(caller.chance.randbytes(5000))
        await terminal.end()


async def _screen(
    connection: asyncssh.SSHClientConnection, size: tuple[int, int] = (80, 24), window: int = 2 << 20
) -> tuple[asyncssh.SSHClientChannel[bytes], Terminal]:
    terminal = Terminal()
    channel, _ = await connection.create_session(
        lambda: terminal, term_type="xterm-256color", term_size=size, encoding=None, window=window
    )
    return channel, terminal


async def _until_sent_away(caller: Caller, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        async with asyncio.timeout(caller.patience):
            await reader.read()
    finally:
        writer.transport.abort()


RUDE: Mapping[str, Callable[[Caller], Awaitable[None]]] = {
    "cut at once": _cut_at_once,
    "cut after version": _cut_after_version,
    "cut anywhere": _cut_anywhere,
    "cut after login": _cut_after_login,
    "cut in the visit": _cut_in_visit,
    "says nothing": _silent,
    "hangs in login": _hang_in_login,
    "opens nothing": _open_nothing,
    "stops reading": _stop_reading,
    "keys": _flood_keys,
    "sizes": _flood_sizes,
    "environment": _flood_environment,
    "channels": _flood_channels,
    "rekeys": _flood_rekeys,
    "packets": _flood_packets,
    "asks for more": _ask_for_more,
    "garbage before": _garbage_before,
    "garbage within": _garbage_within,
    "garbage after": _garbage_after,
}
"""What rude visitors do; each as often as the other."""
