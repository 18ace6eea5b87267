"""What rude clients do on the full screen and around it, as SSH.md found it; each for some rounds, or until cancelled.

The tests look at what the server does meanwhile, `python -m tests.benchmarks.attacks` at how late it is.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from itertools import count

import asyncssh
from asyncssh.packet import Boolean, String, UInt32

from tests.doors.ssh.attacks.clients import Terminal, connected, raw, visiting
from tests.doors.ssh.attacks.line import LARGE_WINDOW, MSG_IGNORE

HUGE = (500, 200)
BIG_RESIZE = b"\x1b[48;60000;60000;1;1t"
SURROGATE, BEYOND = b"\x1b[55296u", b"\x1b[1114112u"
UNFINISHED_PASTE = b"\x1b[200~" + b"x" * 4096
LONG_STRINGS = tuple(begin + b"y" * 8192 for begin in (b"\x1b]52;c;", b"\x1bP+r", b"\x1b_G", b"\x1bX", b"\x1b^"))
MSG_CHANNEL_OPEN = 90
Attack = Callable[[int, int], Awaitable[None]]
"""Of a port, and how many rounds."""


async def _typing(port: int, rounds: int, sent: Callable[[int], bytes], size: tuple[int, int] = (80, 24)) -> None:
    async with visiting(port, size) as visitor:
        with suppress(OSError):
            for number in range(rounds):
                visitor.channel.write(sent(number))
                visitor.terminal.forget()
                await drained(visitor.connection)


async def in_band_resizes(port: int, rounds: int) -> None:
    """24 bytes: 9 s of blocked loop, 721 MiB."""
    await _typing(port, rounds, lambda number: BIG_RESIZE * 16 + f"\x1b[48;{number};1;1;1t".encode())


async def keys_held_down(port: int, rounds: int) -> None:
    """256 KiB of `j`: 3 to 7 s."""
    await _typing(port, rounds, lambda _: b"j" * 16 * 1024)


async def sections_at_a_huge_size(port: int, rounds: int) -> None:
    """Pages of 100,000 cells, one after the other."""
    await _typing(port, rounds, lambda _: b"1234" * 16, HUGE)


async def themes_at_a_huge_size(port: int, rounds: int) -> None:
    """Themes and what is laid out anew, in 100,000 cells."""
    await _typing(port, rounds, lambda _: b"tstj" * 16, HUGE)


async def broken_input(port: int, rounds: int) -> None:
    """Code points that are none, pastes and strings that do not end."""
    parts = (SURROGATE + BEYOND, UNFINISHED_PASTE, *LONG_STRINGS)
    await _typing(port, rounds, lambda number: parts[number % len(parts)])


async def window_changes(port: int, rounds: int) -> None:
    """A layout each."""
    async with visiting(port) as visitor:
        for number in range(rounds):
            with suppress(OSError):
                visitor.channel.change_terminal_size(500 - number % 97, 200 - number % 89)
            visitor.terminal.forget()
            if not number % 50:
                await drained(visitor.connection)


async def reading_nothing(port: int, rounds: int) -> None:
    """Frames that nobody takes: 22 MB in the transport."""
    async with visiting(port, HUGE, window=LARGE_WINDOW) as visitor:
        assert visitor.connection._transport is not None
        visitor.connection._transport.pause_reading()
        with suppress(OSError):
            for _ in range(rounds):
                visitor.channel.write(b"1234" * 8)
                await drained(visitor.connection)


async def rekeying_for_ever(port: int, rounds: int) -> None:
    """Frames that wait for a key exchange which never ends: 26 MB."""
    async with visiting(port, HUGE, window=LARGE_WINDOW) as visitor:
        connection = visitor.connection
        connection.data_received = lambda *_: None  # type: ignore[method-assign]
        for _ in range(min(rounds, 16)):
            visitor.channel.write(b"1234" * 16)
        connection._send_kexinit()
        for _ in range(rounds):
            await asyncio.sleep(0.01)


async def messages_that_say_nothing(port: int, rounds: int) -> None:
    """1.4 MB of empty MSG_IGNORE: 250 ms."""
    async with connected(port) as rude:
        await rude.create_session(Terminal, term_type="xterm", encoding=None)
        for _ in range(rounds):
            for _ in range(1000):
                rude.send_packet(MSG_IGNORE, String(b""))
            await drained(rude)
            if rude.is_closed():
                return


async def key_exchanges(port: int, rounds: int) -> None:
    """1,300 a second."""
    for _ in range(rounds):
        async with connected(port) as rude:
            for _ in range(32):
                rude._kex_complete = False
                rude._send_kexinit()
                rude._kexinit_sent = True
                while not (rude._kex_complete or rude.is_closed()):  # noqa: ASYNC110 - it has no event
                    await asyncio.sleep(0.001)
                if rude.is_closed():
                    break


async def channels(port: int, rounds: int) -> None:
    """5,000 of them."""
    for _ in range(rounds):
        async with connected(port) as rude:
            for number in count(100):
                if rude.is_closed() or number > 1100:
                    break
                rude.send_packet(MSG_CHANNEL_OPEN, String(b"session"), UInt32(number), UInt32(2**15), UInt32(2**15))
                await asyncio.sleep(0)


async def variables(port: int, rounds: int) -> None:
    """200 MB of them."""
    async with connected(port) as rude:
        channel, _ = await rude.create_session(Terminal, term_type="xterm", encoding=None)
        with suppress(OSError):
            for number in range(rounds):
                for part in range(16):
                    name = f"LC_{number}_{part}".encode()
                    channel._send_request(b"env", String(name), String(b"x" * 30_000))
                await drained(rude)


async def refused_requests(port: int, rounds: int) -> None:
    """Forwarding, agents, subsystems: whatever is refused, again and again."""
    for _ in range(rounds):
        async with connected(port) as rude:
            with suppress(asyncssh.Error, OSError):
                while not rude.is_closed():
                    await rude._make_global_request(b"tcpip-forward", String(b""), UInt32(0))
                    await asyncio.sleep(0)


async def handshakes(port: int, rounds: int) -> None:
    """Half-open ones, and whole ones that end at once."""
    for _ in range(rounds):
        async with AsyncExitStack() as halves:
            for _ in range(8):
                (await halves.enter_async_context(raw(port))).write(b"SSH-2.0-half\r\n")
            async with connected(port):
                pass


async def garbage(port: int, rounds: int) -> None:
    """Random bytes instead of SSH."""
    chance = random.Random(7)  # noqa: S311 - the same each time
    for _ in range(rounds):
        async with raw(port) as writer:
            with suppress(OSError):
                writer.write(b"SSH-2.0-x\r\n" + chance.randbytes(40_000))
                await writer.drain()


async def commands(port: int, rounds: int) -> None:
    """Everything that can be asked for, in every width."""
    for number in range(rounds):
        async with connected(port) as rude:
            for width in (40 + number % 400, 41 + number % 400):
                with suppress(asyncssh.Error):
                    await rude.run(f"show all --format ansi --width {width}", check=False)


async def keepalives(port: int, rounds: int) -> None:
    """Questions to which each gets an answer."""
    async with connected(port) as rude:
        await rude.create_session(Terminal, term_type="xterm", encoding=None)
        with suppress(OSError):
            for _ in range(rounds):
                for _ in range(500):
                    rude.send_packet(80, String(b"keepalive@openssh.com"), Boolean(value=True))
                await drained(rude)


async def drained(connection: asyncssh.SSHClientConnection) -> None:
    """Wait until the system has taken what was sent: as fast as the server takes it."""
    transport = connection._transport
    while transport is not None and not transport.is_closing() and transport.get_write_buffer_size():  # noqa: ASYNC110
        await asyncio.sleep(0.001)
    await asyncio.sleep(0)


ATTACKS: tuple[Attack, ...] = (
    in_band_resizes, keys_held_down, sections_at_a_huge_size, themes_at_a_huge_size, broken_input, window_changes,
    reading_nothing, rekeying_for_ever, messages_that_say_nothing, key_exchanges, channels, variables,
    refused_requests, handshakes, garbage, commands, keepalives,
)  # fmt: skip
