"""SSH.md's attacks with what a client sends: each is bounded by a number, not by how fast we are."""

from __future__ import annotations

from contextlib import suppress

import asyncssh
import pytest
from asyncssh.packet import String, UInt32

from tests.doors.ssh.attacks.line import (
    MSG_IGNORE,
    MSG_UNKNOWN,
)
from tests.doors.ssh.house import client, house, until
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.watch import End


async def rekey(rude: asyncssh.SSHClientConnection) -> None:
    rude._kex_complete = False
    rude._send_kexinit()
    rude._kexinit_sent = True
    await until(lambda: rude._kex_complete or rude.is_closed())


async def test_a_flood_of_messages_that_say_nothing_waits_in_the_flooders_machine() -> None:
    async with house() as here, client(here.port) as rude:
        await rude.open_session("wait")
        for _ in range(40_000):
            rude.send_packet(MSG_IGNORE, String(b""))
        (wire,) = here.wires
        await until(lambda: wire.received >= 2**18 - here.limits.max_slice)
        async with client(here.port) as polite:
            assert (await polite.run("who")).exit_status == 0
        # The clock stands still: nothing more may come than at once.
        assert wire.received <= 2**18 + here.limits.max_slice
        assert rude._transport is not None
        assert len(here.connections[0]._inpbuf) <= here.limits.max_slice


async def test_one_connection_sends_so_much_in_all() -> None:
    async with house(Limits(max_in=64 * 1024)) as here, client(here.port) as rude:
        await rude.open_session("wait")
        for _ in range(4000):
            rude.send_packet(MSG_IGNORE, String(b""))
        await rude.wait_closed()
        await until(lambda: here.tunnel.ended == {End.BYTES_IN: 1})
        assert here.sessions[0].told == ["ending"]


async def test_a_key_exchange_after_the_other_is_too_many() -> None:
    async with house() as here, client(here.port) as rude:
        await rude.open_session("wait")
        for exchange in range(9):
            assert not rude.is_closed(), exchange
            await rekey(rude)
        await until(lambda: here.tunnel.ended == {End.REKEYS: 1})
    async with house() as here, client(here.port) as patient:
        await patient.open_session("wait")
        for _ in range(12):
            await rekey(patient)
            here.clock.now += here.limits.rekey_interval
        assert (await patient.run("true")).exit_status == 0


async def test_eight_refused_requests_end_it_whatever_they_are() -> None:
    async with house() as here, client(here.port) as rude:
        await rude.open_session("wait")
        for number in range(8):
            assert not rude.is_closed()
            if number % 2:
                await rude._make_global_request(b"tcpip-forward", String(b""), UInt32(0))
            else:
                with suppress(asyncssh.Error):
                    await rude.open_connection("192.0.2.1", 80)
        with suppress(asyncssh.DisconnectError):
            await rude.wait_closed()
        await until(lambda: here.tunnel.ended == {End.REQUESTS: 1})
        assert here.sessions[0].told == ["ending"]


async def test_messages_that_nobody_knows_are_refused_requests_too() -> None:
    async with house() as here, client(here.port) as rude:
        await until(lambda: bool(here.connections) and here.connections[0]._auth_complete)
        for _ in range(8):
            rude.send_packet(MSG_UNKNOWN)
        with suppress(asyncssh.DisconnectError):
            await rude.wait_closed()
        await until(lambda: here.tunnel.ended == {End.REQUESTS: 1})


async def test_questions_whether_we_are_there_are_no_refused_requests() -> None:
    async with house() as here, client(here.port) as polite:
        await polite.open_session("wait")
        for _ in range(50):
            await polite._make_keepalive_request()
        assert (await polite.run("true")).exit_status == 0


async def test_compression_is_never_agreed_on() -> None:
    async with house() as here:
        with pytest.raises(asyncssh.KeyExchangeFailed):
            async with client(here.port, compression_algs=["zlib@openssh.com", "zlib"]):
                pass
        async with client(here.port, compression_algs=["zlib@openssh.com", "none"]):
            assert here.connections[-1]._decompressor is None
            assert here.connections[-1].get_extra_info("recv_compression") == "none"
