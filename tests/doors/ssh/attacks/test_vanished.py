"""Clients that are gone without a word, or of whose end no word comes through: nobody keeps a place for long.

The listener's clock stands still here: what is seen to end ends by itself. Not answering is the same to a server as a
machine that is no longer there: the system of either takes what fits into its buffers.
"""

from __future__ import annotations

import socket
import struct

import asyncssh
import pytest

from tests.doors.ssh.attacks.line import LARGE_WINDOW, hold_up
from tests.doors.ssh.house import client, house, until
from tui_home.doors.ssh.algorithms import options
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.watch import End

_RESET = struct.pack("ii", 1, 0)
"""For SO_LINGER: closing sends a reset."""
_OFTEN = 0.05
"""Seconds."""


def test_after_two_minutes_without_an_answer_nobody_is_there_any_more() -> None:
    asked = options(Limits())
    assert asked["keepalive_interval"] * (asked["keepalive_count_max"] + 1) == 120
    assert asked["tcp_keepalive"], "also before the login, should the listener's own watch fail"


@pytest.mark.parametrize("command", ["wait", "draw"])
async def test_who_has_vanished_is_found_out_and_leaves_nothing(command: str) -> None:
    async with house(keepalive_interval=_OFTEN) as here, client(here.port) as gone:
        await gone.open_session(command, window=LARGE_WINDOW, encoding=None)
        if command == "draw":
            here.sessions[0].channel.write(bytes(here.limits.max_out // 2))
        vanish(gone)
        await until(lambda: here.empty)
        assert not here.tunnel.ended, "found out by asking"


async def test_who_answers_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[bytes]()
    send = asyncssh.SSHServerConnection._send_global_request

    def counted(self: asyncssh.SSHServerConnection, request: bytes, *more: bytes, want_reply: bool = False) -> None:
        asked.append(request)
        send(self, request, *more, want_reply=want_reply)

    monkeypatch.setattr(asyncssh.SSHServerConnection, "_send_global_request", counted)
    async with house(keepalive_interval=_OFTEN) as here, client(here.port) as present:
        await present.open_session("wait")
        await until(lambda: len(asked) > 2 * options(here.limits)["keepalive_count_max"])
        assert set(asked) == {b"keepalive@openssh.com"}
        assert (await present.run("true")).exit_status == 0
        assert not here.empty


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
