"""SSH.md's attacks on what is before and around the handshake; each is bounded by a number, not by how fast we are."""

from __future__ import annotations

import asyncio
import random
import socket
from contextlib import suppress
from pathlib import Path

import asyncssh
import pytest
from asyncssh.packet import Boolean, String, UInt32

from tests.doors.ssh.house import HERE, Session, client, hears, house, raw, until
from tui_home.doors.ssh.gates import Gate
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.watch import End
from tui_home.doors.ssh.wire import Wire

MSG_IGNORE, MSG_GLOBAL_REQUEST, MSG_UNKNOWN = 2, 80, 200
LARGE_WINDOW = 64 * 1024 * 1024
CHUNK = 16 * 1024


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


async def rekey(rude: asyncssh.SSHClientConnection) -> None:
    rude._kex_complete = False
    rude._send_kexinit()
    rude._kexinit_sent = True
    await until(lambda: rude._kex_complete or rude.is_closed())


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


async def test_a_key_exchange_that_is_never_ended_hides_nothing_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    async with house() as here, client(here.port) as rude:
        await rude.open_session("wait", window=LARGE_WINDOW)
        monkeypatch.setattr(rude, "data_received", lambda *_: None)
        rude._send_kexinit()
        await until(lambda: not here.connections[0]._kex_complete)
        (wire,), (session,) = here.wires, here.sessions
        draw(session)
        assert len(here.connections[0]._deferred_packets) > 10
        assert wire.untaken > here.limits.max_out
        assert bounded(session)
        here.later(14)
        assert ended(wire) is None
        here.later(1)
        assert ended(wire) is End.REKEY


def ended(wire: Wire) -> End | None:
    return wire.ended


def draw(session: Session) -> None:
    """Write for as long as one may."""
    for _ in range(10_000):
        if not session.wire.writable:
            break
        session.channel.write(bytes(CHUNK))


def bounded(session: Session) -> bool:
    return session.wire.untaken <= session.house.limits.max_out + 2 * CHUNK


async def test_who_stops_reading_is_drawn_for_no_more_and_dropped() -> None:
    async with house() as here, client(here.port) as rude:
        await rude.open_session("wait", window=LARGE_WINDOW, encoding=None)
        assert rude._transport is not None
        rude._transport.pause_reading()
        (session,), (wire,) = here.sessions, here.wires
        for _ in range(200):
            draw(session)
            await asyncio.sleep(0)
        assert not wire.writable
        assert wire.stalled_since == here.clock.now
        assert bounded(session)
        here.later(29)
        assert ended(wire) is None
        here.later(1)
        assert ended(wire) is End.STALLED
        await until(lambda: not here.tunnel.present)
        assert session.told == []


async def test_who_reads_on_is_drawn_for_again() -> None:
    async with house() as here, client(here.port) as slow:
        await slow.open_session("wait", window=LARGE_WINDOW, encoding=None)
        assert slow._transport is not None
        slow._transport.pause_reading()
        (session,), (wire,) = here.sessions, here.wires
        for _ in range(200):
            draw(session)
            await asyncio.sleep(0)
        assert wire.stalled_since is not None
        slow._transport.resume_reading()
        await until(lambda: session.told == ["writable"])
        assert wire.writable
        assert wire.untaken <= here.limits.max_out // 4
        assert wire.sent > here.limits.max_out


async def test_a_window_that_is_never_opened_hides_nothing_either() -> None:
    async with house() as here, client(here.port) as rude:
        await rude.open_session("wait", window=1000, encoding=None)
        (session,), (wire,) = here.sessions, here.wires
        # Nothing waits in the transport: all of it in the channel.
        draw(session)
        assert not wire.writable
        assert session.channel.get_write_buffer_size() > here.limits.max_out - 2000
        assert bounded(session)
        session.channel.write(bytes(here.limits.full_out))
        here.tunnel.look()
        assert ended(wire) is End.BYTES_OUT


async def test_who_takes_no_answers_is_answered_no_more() -> None:
    limits = Limits(max_out=64 * 1024, burst_in=2**24, max_in=2**26)
    async with house(limits) as here, client(here.port) as rude:
        await rude.open_session("wait")
        (wire,), transport = here.wires, rude._transport
        assert transport is not None
        wire._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        transport.pause_reading()
        for _ in range(10_000):
            rude.send_packet(MSG_GLOBAL_REQUEST, String(b"keepalive@openssh.com"), Boolean(True))
        await until(lambda: wire.stalled_since is not None)
        heard = wire.received
        async with client(here.port) as polite:
            assert (await polite.run("true")).exit_status == 0
        assert wire.received == heard
        assert wire.untaken < limits.max_out + 4 * limits.max_slice
        here.later(30)
        assert ended(wire) is End.STALLED


async def test_what_is_not_taken_in_time_after_we_have_closed_is_dropped() -> None:
    async with house() as here, client(here.port) as rude:
        await rude.open_session("wait", window=1000, encoding=None)
        (session,), (wire,) = here.sessions, here.wires
        session.channel.write(bytes(100_000))
        session.channel.exit(0)
        here.later(0)
        here.later(9.9)
        assert ended(wire) is None
        here.later(0.1)
        assert ended(wire) is End.CLOSE


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


FILES = Path("/proc/self/fd")


def open_files() -> int:
    return len(list(FILES.iterdir()))


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


async def open_channel(rude: asyncssh.SSHClientConnection, packet: int = 2**12) -> None:
    """Open a channel, and ask for nothing in it."""
    channel = asyncssh.SSHClientChannel[bytes](
        rude, asyncio.get_running_loop(), "strict", None, "strict", 2**15, packet
    )
    await channel._open(b"session")


async def test_a_client_with_tiny_packets_is_sent_away_before_a_frame_is_cut_into_thousands() -> None:
    async with house() as here, client(here.port) as rude:
        with suppress(asyncssh.Error):
            await open_channel(rude, here.limits.min_packet - 1)
        await until(lambda: here.tunnel.ended == {End.PACKETS: 1})
    async with house() as here, client(here.port) as modest:
        await open_channel(modest, here.limits.min_packet)
        assert (await modest.run("true")).exit_status == 0


async def test_far_too_much_written_at_once_waits_for_no_look() -> None:
    async with house() as here, client(here.port) as rude:
        await rude.open_session("wait", window=LARGE_WINDOW, encoding=None)
        assert rude._transport is not None
        rude._transport.pause_reading()
        (session,), (wire,) = here.sessions, here.wires
        for _ in range(32):
            session.channel.write(bytes(2**20))
        assert ended(wire) is End.BYTES_OUT


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
