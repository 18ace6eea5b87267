"""Clients that are gone without a word, or of whose end no word comes through: nobody keeps a place for long.

Not answering is the same to a server as a machine that is no longer there: the system of either takes what fits into
its buffers.
"""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING

import pytest

from tests.doors.ssh.attacks.line import LARGE_WINDOW, MSG_GLOBAL_REQUEST, hold_up
from tests.doors.ssh.house import House, client, house, raw, until
from tui_home.doors.ssh.algorithms import options
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.silence import UNANSWERED
from tui_home.doors.ssh.watch import End

if TYPE_CHECKING:
    import asyncssh

_RESET = struct.pack("ii", 1, 0)
"""For SO_LINGER: closing sends a reset."""


def test_after_two_minutes_without_an_answer_nobody_is_there_any_more() -> None:
    assert Limits().keepalive_time * (UNANSWERED + 1) == 120
    asked = options(Limits())
    assert not asked["keepalive_interval"], "asyncssh does not ask, too"
    assert asked["tcp_keepalive"], "also before the login, should the listener's own watch fail"


@pytest.mark.parametrize("command", ["wait", "draw"])
async def test_who_has_vanished_is_found_out_and_leaves_nothing(command: str) -> None:
    async with house() as here, client(here.port) as gone:
        await gone.open_session(command, window=LARGE_WINDOW, encoding=None)
        if command == "draw":
            here.sessions[0].channel.write(bytes(here.limits.max_out // 2))
        vanish(gone)
        intervals(here, UNANSWERED)
        assert not here.empty
        intervals(here, 1)
        await until(lambda: here.empty)
        assert not here.tunnel.ended, "found out by asking"


async def test_who_vanishes_while_nothing_is_read_of_them_is_found_out() -> None:
    limits = Limits(max_out=64 * 1024, burst_in=2**24, max_in=2**26, stall_time=600, idle_time=600)
    async with house(limits) as here, client(here.port) as rude:
        await hold_up(here, rude)
        intervals(here, UNANSWERED + 1)
        await until(lambda: here.empty)
        assert not here.tunnel.ended, "found out by asking"


async def test_who_answers_stays_and_is_asked_only_when_they_are_silent() -> None:
    async with house() as here, client(here.port) as present:
        asked = list[int]()
        present._log_packet = lambda how, what, *_: asked.append(what) if how == "Received" else None  # type: ignore[method-assign]
        await present.open_session("wait")
        (wire,) = here.wires
        here.later(0)
        for number in range(2 * UNANSWERED):
            received = wire.received
            here.later(here.limits.keepalive_time)
            await until(lambda: wire.received > received)  # noqa: B023 - at once
            assert asked.count(MSG_GLOBAL_REQUEST) == number + 1
            here.later(here.limits.keepalive_time - 1)
        # Whatever they send says that they are there.
        assert (await present.run("true")).exit_status == 0
        here.later(here.limits.keepalive_time - 1)
        here.later(here.limits.keepalive_time - 1)
        assert (await present.run("true")).exit_status == 0
        assert asked.count(MSG_GLOBAL_REQUEST) == 2 * UNANSWERED


async def test_nobody_is_asked_before_the_login_is_over() -> None:
    async with house(Limits(login_time=3600)) as here:
        reader, writer = await raw(here.port)
        assert await reader.readline()
        (wire,) = here.wires
        sent = wire.sent
        intervals(here, 2 * UNANSWERED)
        assert wire.sent == sent
        writer.write(b"SSH-2.0-late\r\n")
        await until(lambda: wire.sent > sent)
        writer.close()


async def test_who_vanishes_after_leaving_has_ten_seconds() -> None:
    async with house() as here, client(here.port) as gone:
        await gone.open_session("wait", encoding=None)
        vanish(gone)
        here.sessions[0].channel.exit(0)
        await until(lambda: not here.connections[0]._channels or not here.sessions[0].channel.get_write_buffer_size())
        here.later(0)
        here.later(here.limits.close_time)
        await until(lambda: here.empty)
        assert set(here.tunnel.ended) <= {End.CLOSE, End.SESSION}


async def test_a_reset_is_heard_while_nothing_is_read() -> None:
    async with house(Limits(max_out=64 * 1024, burst_in=2**24, max_in=2**26)) as here, client(here.port) as rude:
        await hold_up(here, rude)
        taken = rude._transport.get_extra_info("socket") if rude._transport else None
        assert taken is not None
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        rude.abort()
        await until(lambda: here.empty)
        assert not here.tunnel.ended


def vanish(client: asyncssh.SSHClientConnection) -> None:
    """Neither hear nor say anything any more."""
    assert client._transport is not None
    client._transport.pause_reading()
    client.send_packet = lambda *_, **__: None  # type: ignore[method-assign]


def intervals(here: House, number: int) -> None:
    """Let so many go by after each of which somebody who is silent is asked."""
    here.later(0)
    for _ in range(number):
        here.later(here.limits.keepalive_time)
