"""What rude clients ask for and call themselves, as SSH.md found it; each for some rounds, or until cancelled."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, suppress

import asyncssh

from tests.doors.ssh.attacks.clients import Terminal, connected, raw
from tests.doors.ssh.attacks.rude import Attack

FORGED = "a\x1b[2J\x1b]0;owned\x07\nlevel=error event=forged"
_CROWD = 200


async def nothing(port: int, rounds: int) -> None:
    """Logged in, and opened nothing: still there after 30 s."""
    async with AsyncExitStack() as there:
        for _ in range(min(rounds, 8)):
            await there.enter_async_context(connected(port))
        await asyncio.sleep(rounds)


async def compression(port: int, rounds: int) -> None:
    """A compressed packet: 399 MiB."""
    for _ in range(rounds):
        with suppress(asyncssh.DisconnectError):
            async with connected(port, compression_algs=["zlib", "zlib@openssh.com"]):
                raise AssertionError("compression was agreed on")


async def agents(port: int, rounds: int) -> None:
    """A socket in the temporary folder."""
    for _ in range(rounds):
        async with connected(port) as rude:
            channel, _ = await rude.create_session(Terminal, term_type="xterm", encoding=None)
            assert not await channel._make_request(b"auth-agent-req@openssh.com")


async def help_and_options(port: int, rounds: int) -> None:
    """The end of the whole server, by argparse; and as many options as there is room for."""
    asked = ("show --help", "--help", "papers -h", "show " + "--width=1 " * 100, "show " + "-" * 1000, "cite --he x")
    for number in range(rounds):
        async with connected(port) as rude:
            with suppress(asyncssh.Error):
                await rude.run(asked[number % len(asked)], check=False)


async def files(port: int, rounds: int) -> None:
    """Reads that nobody collects: 1.2 GB."""
    for _ in range(rounds):
        async with connected(port) as rude:
            with suppress(asyncssh.Error, OSError):
                channel, _ = await rude.create_session(Terminal, subsystem="sftp", encoding=None)
                for _ in range(100):
                    channel.write(b"\0\0\0\x05\x01\0\0\0\x03")
            with suppress(asyncssh.Error):
                await rude.run("scp -f /etc/passwd", check=False)


async def a_crowd(port: int, rounds: int) -> None:
    """More connections than there are files: 1,708 tracebacks in 3 s."""
    for _ in range(rounds):
        async with AsyncExitStack() as crowd:
            for _ in range(_CROWD):
                await crowd.enter_async_context(raw(port))


async def forged_names(port: int, rounds: int) -> None:
    """Lines in the log that the server never wrote."""
    for number in range(rounds):
        with suppress(asyncssh.Error, OSError):
            async with connected(port, username="level=error event=forged") as rude:
                await rude.run(FORGED, check=False)
        async with connected(port, client_version="x level=error event=forged") as rude:
            with suppress(asyncssh.Error):
                await rude.run(f"contact {number}", check=False)


async def one_byte_after_the_other(port: int, rounds: int) -> None:
    """Everybody's handshake begins, and none goes on: a byte now and then."""
    version = b"SSH-2.0-slow\r\n"
    async with AsyncExitStack() as slow:
        writers = [await slow.enter_async_context(raw(port)) for _ in range(16)]
        for number in range(rounds):
            for writer in writers:
                # After the version, the beginning of a packet that says it is 32 KiB long.
                writer.write((version + b"\0\0\x7f\xff\x04" + b"\x14" * 64)[number % 80 :][:1] or b"\0")
            await asyncio.sleep(0.01)


ASKING: tuple[Attack, ...] = (
    nothing, compression, agents, help_and_options, files, a_crowd, forged_names, one_byte_after_the_other,
)  # fmt: skip
