"""How visits end: the terminal is given back, and one's end is no other's."""

from __future__ import annotations

import asyncio
import sys

import asyncssh
import pytest
from textual._styles_cache import StylesCache
from textual.app import App

from tests.doors.ssh.remains import Remains
from tests.doors.ssh.serving import Serving, serving
from tests.doors.ssh.terminal import LEFT
from tests.doors.ssh.visiting import left_switched_on, visiting
from tests.emulator import PATIENCE
from tui_home.doors.ssh.screen.visit import ScreenVisit
from tui_home.doors.ssh.session import Session
from tui_home.doors.ssh.telling.journal import End
from tui_home.tui.screens.home import HomeScreen


async def test_a_visit_leaves_nothing_behind(server: Serving) -> None:
    """Hazard 3: each of them stayed, so that a few visits tell as much as many."""
    before = sys.stdout, sys.stderr
    remains = Remains(App, HomeScreen, ScreenVisit, Session, StylesCache)
    for _ in range(4):
        async with visiting(server) as (channel, terminal):
            await terminal.until(b"leave")
            # The form of a key whose parser Textual would cache for ever.
            channel.write(b"\x1b[50;;50u")
            await terminal.until(b"Vienna")
            channel.write(b"q")
            assert LEFT in await terminal.end()
            assert channel.get_exit_status() == 0
    server.wait_until_left()
    # The loop keeps timers that were cancelled until their time, half a second, and with them what they belong to.
    server.wait_until(lambda: remains.none, "nothing remains")
    assert server.homepage.strips.bytes > 0, "ready lines are the homepage's, for all visitors"
    assert (sys.stdout, sys.stderr) == before
    server.wait_until(lambda: len(asyncio.all_tasks()) <= 3, "no task is left but the server's own")


async def test_a_line_that_is_dropped_ends_everything_at_once(server: Serving) -> None:
    async with visiting(server) as (channel, terminal):
        await terminal.until(b"leave")
        channel.get_connection().abort()
    server.wait_until(lambda: not server.homepage.is_visited, "the visit is over")
    server.wait_until_left()


@pytest.mark.parametrize("error", [RuntimeError("secret"), SystemExit(3)])
async def test_a_mistake_of_ours_ends_one_visit_and_no_other(
    server: Serving, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    async with visiting(server) as (_, other):
        await other.until(b"leave")
        async with visiting(server) as (channel, terminal):
            first = await terminal.until(b"leave")
            with monkeypatch.context() as patch:
                patch.setattr("tui_home.doors.ssh.screen.incoming.Incoming.receive", fail)
                channel.write(b"x")
                written = await terminal.end()
            assert LEFT in written
            assert not left_switched_on(first + written)
            assert b"sorry" in written
            assert b"secret" not in written
            assert channel.get_exit_status() == 1
        assert not other.ended.is_set()
    assert "event=crash" in server.log
    assert "secret" not in server.log


async def test_a_mistake_in_the_app_ends_with_an_apology_and_the_receipt(
    server: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visiting(server) as (channel, terminal):
        first = await terminal.until(b"leave")
        with monkeypatch.context() as patch:
            patch.setattr(HomeScreen, "on_resize", lambda *_: 1 / 0)
            channel.change_terminal_size(90, 30)
            written = await terminal.end()
        assert not left_switched_on(first + written)
        assert written.index(LEFT) < written.index(b"sorry") < written.index(b"Wanru Zhao \xc2\xb7")
        assert channel.get_exit_status() == 1


@pytest.mark.parametrize(("limit", "typed"), [("idle_time", b""), ("visit_time", b""), ("idle_time", b"2")])
async def test_who_stays_too_long_is_seen_out(limit: str, typed: bytes) -> None:
    with serving({limit: 1}) as server:
        async with visiting(server) as (channel, terminal):
            channel.write(typed)
            written = await terminal.end()
            assert (b"Vienna" in written) == bool(typed)
            assert written.index(LEFT) < written.index(b"visit") < written.index(b"To come back: ssh")
            assert not left_switched_on(written)
            assert channel.get_exit_status() == 0
        async with await server.connected("read") as connection:
            read = await connection.run(None, term_type="dumb", timeout=PATIENCE)
            assert "To come back: ssh" in str(read.stdout)
        server.wait_until_left()
        assert ("end=idle" if limit == "idle_time" else "end=time") in server.log


async def test_whoever_is_there_when_the_server_stops_gets_their_terminal_back() -> None:
    with serving() as server:
        async with visiting(server) as (looking, one), visiting(server) as (acting, two):
            acting.write(b"2")
            first = await one.until(b"leave"), await two.until(b"Vienna")
            drained = asyncio.run_coroutine_threadsafe(server.server.drain(), server._loop)
            for channel, terminal, before in zip((looking, acting), (one, two), first, strict=True):
                written = await terminal.end()
                assert LEFT in written
                assert b"being stopped" in written
                assert not left_switched_on(before + written)
                assert channel.get_exit_status() == 0
        await asyncio.wrap_future(drained)
        with pytest.raises((OSError, asyncssh.Error)):
            await server.connected()
        assert f"end={End.DRAINED.value}" in server.log


async def test_a_full_house_says_how_to_read_all_the_same() -> None:
    with serving({"max_visits": 1}) as server:
        async with visiting(server) as (_, first), visiting(server) as (channel, second):
            await first.until(b"leave")
            assert b"-t read" in await second.end()
            assert channel.get_exit_status() == 75
        async with visiting(server) as (_, again):
            await again.until(b"leave")
