"""SSH.md's attacks by clients that do not take what they are sent."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import asyncssh

from tests.doors.ssh.attacks.line import (
    CHUNK,
    LARGE_WINDOW,
    ended,
    hold_up,
    open_channel,
)
from tests.doors.ssh.house import Session, client, house, until
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.watch import End

if TYPE_CHECKING:
    import pytest


def draw(session: Session) -> None:
    """Write for as long as one may."""
    for _ in range(10_000):
        if not session.wire.writable:
            break
        session.channel.write(bytes(CHUNK))


def bounded(session: Session) -> bool:
    return session.wire.untaken <= session.house.limits.max_out + 2 * CHUNK


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
        assert wire.untaken > here.limits.max_out
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


async def test_what_is_written_into_a_shut_window_is_seen_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    async with house() as here, client(here.port) as rude:
        await rude.open_session("wait", window=1000, encoding=None)
        (session,), (wire,) = here.sessions, here.wires
        monkeypatch.setattr(rude, "data_received", lambda *_: None)
        session.channel.write(bytes(1000))
        here.later(0)
        assert wire.writable
        session.channel.write(bytes(here.limits.full_out + 1))
        here.later(0)
        assert ended(wire) is End.BYTES_OUT


async def test_who_takes_no_answers_is_answered_no_more() -> None:
    limits = Limits(max_out=64 * 1024, burst_in=2**24, max_in=2**26)
    async with house(limits) as here, client(here.port) as rude:
        wire = await hold_up(here, rude)
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
