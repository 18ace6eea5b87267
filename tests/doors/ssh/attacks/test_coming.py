"""SSH.md's attacks by those who come, stay without a word, vanish, or make us fail."""

from __future__ import annotations

import asyncio
import random
import socket
from contextlib import suppress
from pathlib import Path

import asyncssh
import pytest

from tests.doors.ssh.attacks.line import (
    open_channel,
)
from tests.doors.ssh.house import HERE, client, hears, house, raw, until
from tui_home.doors.ssh.gates import Gate
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.watch import End

FILES = Path("/proc/self/fd")


def open_files() -> int:
    return len(list(FILES.iterdir()))


async def test_who_logs_in_and_opens_nothing_is_sent_away() -> None:
    async with house() as here, client(here.port) as rude:
        await until(lambda: bool(here.wires) and here.connections[0]._auth_complete)
        here.later(0)
        here.later(9.9)
        assert here.wires
        here.later(0.1)
        with suppress(asyncssh.DisconnectError):
            await rude.wait_closed()
        await until(lambda: here.tunnel.ended == {End.SESSION: 1})


async def test_half_open_handshakes_leave_room_by_chance_and_then_leave() -> None:
    lucky = [0.0]
    limits = Limits(max_unauthenticated=3, full_unauthenticated=6)
    async with house(limits, chance=lambda: lucky[0]) as here:
        rude = [await raw(here.port, f"127.0.0.{last}") for last in range(2, 5)]
        for number, (_, writer) in enumerate(rude):
            writer.write(b"SSH-2.0-slow\r\n" * (number == 0) + b"SS" * (number == 1))
        await until(lambda: len(here.connections) == 3)
        reader, writer = await raw(here.port)
        assert await hears(reader) == b""
        writer.close()
        assert here.tunnel.gates.refused == {Gate.UNAUTHENTICATED: 1}
        lucky[0] = 0.999
        async with client(here.port) as polite:
            assert (await polite.run("true")).exit_status == 0
        await until(lambda: len(here.wires) == 3)
        here.later(15)
        for reader, writer in rude:
            await hears(reader)
            writer.close()
        await until(lambda: here.tunnel.ended == {End.LOGIN: 3})


async def test_the_login_gives_its_place_back_to_those_who_come() -> None:
    async with house(Limits(max_unauthenticated=1, full_unauthenticated=1)) as here, client(here.port) as first:
        await first.open_session("wait")
        assert here.tunnel.gates.unauthenticated.present == 0
        async with client(here.port) as second:
            assert (await second.run("true")).exit_status == 0


@pytest.mark.skipif(not FILES.exists(), reason="no /proc here")
async def test_a_thousand_connections_are_refused_without_a_file_left_open() -> None:
    async with house(Limits(max_per_address=4)) as here:
        rude = [await raw(here.port) for _ in range(4)]
        before = open_files()
        for _ in range(20):
            many = [await raw(here.port) for _ in range(50)]
            await asyncio.gather(*(hears(reader) for reader, _ in many))
            for _, writer in many:
                writer.close()
        assert here.tunnel.gates.refused == {Gate.ADDRESS: 1000}
        assert len(here.connections) == 4
        await until(lambda: open_files() <= before)
        for _, writer in rude:
            writer.close()


async def test_an_attempt_to_leave_the_program_leaves_the_connection() -> None:
    async with house() as here, client(here.port) as polite:
        await polite.open_session("wait")
        async with client(here.port) as rude:
            with suppress(asyncssh.Error):
                await rude.open_session("fall")
            await until(lambda: here.tunnel.ended == {End.ERROR: 1})
        assert (await polite.run("true")).exit_status == 0


async def test_random_bytes_end_their_own_connection_only() -> None:
    chance = random.Random(5)  # noqa: S311 - the same each time
    async with house(Limits(rate_per_address=1000, max_per_address=100)) as here:
        for length in (1, 10, 100, 5000, 70_000):
            for opening in (b"", b"SSH-2.0-x\r\n", b"SSH-2.0-\xff\r\n", b"SSH-1.5-x\r\n", b"\n" * 50):
                reader, writer = await raw(here.port)
                writer.write(opening + chance.randbytes(length))
                with suppress(ConnectionError):
                    writer.write_eof()
                    await writer.drain()
                await hears(reader)
                writer.close()
        await until(lambda: here.empty)
        async with client(here.port) as polite:
            assert (await polite.run("true")).exit_status == 0


async def test_who_vanishes_at_once_leaves_nothing() -> None:
    async with house(Limits(rate_per_address=1000)) as here:
        for _ in range(50):
            made = socket.socket()
            made.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            made.connect((HERE, here.port))
            made.close()
        async with client(here.port) as polite:
            assert (await polite.run("true")).exit_status == 0
        await until(lambda: here.empty)


async def test_a_channel_in_which_nothing_is_asked_for_is_no_session() -> None:
    async with house() as here, client(here.port) as rude:
        await until(lambda: bool(here.wires) and here.connections[0]._auth_complete)
        await open_channel(rude)
        here.later(0)
        here.later(9.9)
        assert here.wires
        here.later(0.1)
        with suppress(asyncssh.DisconnectError):
            await rude.wait_closed()
        await until(lambda: here.tunnel.ended == {End.SESSION: 1})


async def test_who_stays_when_their_session_is_over_is_sent_away() -> None:
    async with house() as here, client(here.port) as rude:
        assert (await rude.run("true")).exit_status == 0
        await until(lambda: not here.connections[0]._channels)
        here.later(0)
        here.later(9.9)
        assert here.wires
        here.later(0.1)
        await until(lambda: here.tunnel.ended == {End.SESSION: 1})


@pytest.mark.parametrize("error", [RuntimeError, SystemExit])
@pytest.mark.parametrize("where", ["connection_made", "connection_lost", "eof_received"])
async def test_a_mistake_in_asyncssh_keeps_nobodys_place(
    where: str, error: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(asyncssh.SSHServerConnection, where, fail)
    async with house() as here:
        reader, writer = await raw(here.port)
        await until(lambda: sum(here.tunnel.gates.refused.values()) == 0)
        with suppress(ConnectionError):
            writer.write_eof()
        await hears(reader)
        writer.close()
        await until(lambda: here.tunnel.ended == {End.ERROR: 1} and here.empty)
