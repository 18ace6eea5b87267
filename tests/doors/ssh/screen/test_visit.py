"""Visits in one process, each seen from both sides: an asyncssh client here, the server's loop in its thread."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import asyncssh
import pytest
from textual._styles_cache import StylesCache
from textual.app import App

from tests.doors.ssh.serving import Serving, serving
from tests.doors.ssh.terminal import LEFT
from tests.doors.ssh.visiting import left_switched_on, visiting
from tests.emulator import PATIENCE
from tui_home.doors.ssh.screen.driver import VisitDriver
from tui_home.doors.ssh.screen.visit import ScreenVisit
from tui_home.doors.ssh.session import Session
from tui_home.doors.ssh.telling.journal import End
from tui_home.tui.app import HomepageApp
from tui_home.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from textual.message import Message


def apps() -> list[HomepageApp]:
    """Return the apps that are running."""
    return [found for found in gc.get_objects() if type(found) is HomepageApp and found.is_running]


def remains() -> list[object]:
    """Return what is left of visits."""
    gc.collect()
    kinds = (App, HomeScreen, ScreenVisit, Session, StylesCache)
    return [found for found in gc.get_objects() if isinstance(found, kinds)]


async def test_a_visit_leaves_nothing_behind(server: Serving) -> None:
    """Hazard 3: each of them stayed, so that a few visits tell as much as many."""
    before = sys.stdout, sys.stderr
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
    server.wait_until(lambda: not remains(), "nothing remains")
    assert server.homepage.strips.bytes > 0, "ready lines are the homepage's, for all visitors"
    assert (sys.stdout, sys.stderr) == before
    server.wait_until(lambda: len(asyncio.all_tasks()) <= 3, "no task is left but the server's own")


async def test_streams_and_the_loops_tasks_stay_the_processs_own(server: Serving) -> None:
    """Hazards 1 and 11."""
    before = sys.stdout, sys.stderr
    async with visiting(server) as (_, one), visiting(server) as (second, two):
        await one.until(b"leave")
        await two.until(b"leave")
        assert (sys.stdout, sys.stderr) == before
        assert server.do(lambda: asyncio.get_running_loop().get_task_factory()) is None
        second.write(b"q")
        await two.end()
        assert (sys.stdout, sys.stderr) == before
    server.wait_until_left()


async def test_the_servers_own_environment_is_nobodys(server: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hazard 2."""
    for name, value in {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "33", "LINES": "7", "LANG": "C"}.items():
        monkeypatch.setenv(name, value)
    async with visiting(server, size=(100, 30)) as (_, terminal):
        written = await terminal.until(b"leave", b"\x1b[38;5;")
        assert "─".encode() * 70 in written


async def test_no_colour_reaches_whoever_wants_none(server: Serving) -> None:
    async with visiting(server, NO_COLOR="1") as (_, terminal):
        assert b"38;5;" not in await terminal.until(b"leave")
    async with visiting(server, COLORTERM="truecolor") as (_, terminal):
        await terminal.until(b"leave", b"38;2;")
    async with visiting(server, LANG="de_DE.ISO-8859-1") as (_, terminal):
        assert (await terminal.until(b"leave")).isascii()


async def test_hostile_requests_change_nothing(server: Serving) -> None:
    many = {f"LC_{number}": "x" for number in range(200)}
    many |= {"LC_LONG": "x" * 60_000, "PATH": "/", "LD_PRELOAD": "x"}
    async with visiting(server, "xterm", (80, 24), 2 << 20, **many) as (channel, terminal):
        await terminal.until(b"leave")
        channel.change_terminal_size(60_000, 60_000)
        await terminal.until(b"\x1b[200;")
        channel.change_terminal_size(0, 0)
        await terminal.until(b"\x1b[24;")
        channel.write(b"\x1b[48;60000;60000;1;1t" + b"\x1b[1114112u" + b"\x1b[55296u" + b"\xff\xfe")
        channel.write(b"2")
        await terminal.until(b"Vienna")
    for term in ("x" * 65, "xterm\x1b]0;x\x07"):
        with pytest.raises(asyncssh.ChannelOpenError):
            async with visiting(server, term=term):
                pass


async def test_keys_beyond_what_may_wait_are_dropped(server: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    keys, process = list[object](), VisitDriver.process_message

    def counted(driver: VisitDriver, message: Message) -> None:
        keys.append(message)
        process(driver, message)

    monkeypatch.setattr(VisitDriver, "process_message", counted)
    async with visiting(server) as (channel, terminal):
        await terminal.until(b"leave")
        channel.write(b"j" * 10_000)
        channel.write(b"\x1b[200~" + b"x" * 10_000 + b"\x1b[201~")
        server.wait_until(lambda: len(keys) >= 64, "as many as may wait")
        server.wait_until(lambda: not any(app.turns.busy or app.message_queue_size for app in apps()), "all is done")
        assert len(keys) < 2_000
        channel.write(b"2")
        await terminal.until(b"Vienna")


async def test_the_mouse_chooses_a_section_and_motion_is_passed_over(server: Serving) -> None:
    async with visiting(server, size=(100, 30)) as (channel, terminal):
        await terminal.until(b"leave")
        server.wait_until(lambda: not apps(), "nobody else is there")
        channel.write(b"j")
        await terminal.until(b" % ")
        [app] = apps()
        bar = server.do(lambda: app.home.bar.region)
        column = next(at for at in range(bar.width) if "News" in app.home.bar.render_line(0).text[at : at + 4])
        place = f"{bar.x + column + 2};{bar.y + 1}"
        channel.write(b"\x1b[<35;1;1M" * 2000 + f"\x1b[<0;{place}M\x1b[<0;{place}m".encode())
        await terminal.until(b"Vienna")


async def test_a_line_that_is_dropped_ends_everything_at_once(server: Serving) -> None:
    async with visiting(server) as (channel, terminal):
        await terminal.until(b"leave")
        channel.get_connection().abort()
    server.wait_until(lambda: not server.homepage._followers, "the visit is over")
    server.wait_until_left()


async def test_windows_that_change_too_often_are_laid_out_now_and_then(
    server: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = list[int]()
    monkeypatch.setattr(HomeScreen, "on_resize", _counted(HomeScreen.on_resize, sizes))
    async with visiting(server) as (channel, terminal):
        await terminal.until(b"leave")
        for columns in range(100, 300):
            channel.change_terminal_size(columns, 30)
        await terminal.until(b"\x1b[30;1H")
        server.wait_until(lambda: bool(sizes) and sizes[-1] == 299, "the last size")
        assert len(sizes) < 100


def _counted(on_resize: Callable[[HomeScreen], None], sizes: list[int]) -> Callable[[HomeScreen], None]:
    def counted(self: HomeScreen) -> None:
        sizes.append(self.app.size.width)
        on_resize(self)

    return counted


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


async def test_whoever_reads_nothing_is_drawn_nothing_and_later_everything(server: Serving) -> None:
    # With a small window what is not read waits here at once, and not first at the client's.
    async with visiting(server, window=32 << 10, COLORTERM="truecolor") as (channel, terminal):
        await terminal.until(b"leave")
        [connection] = server.do(lambda: list(server.server.present._connections))
        channel.pause_reading()
        number = 0
        while server.do(lambda: connection.wire.writable) and number < 5000:
            number += 1
            channel.change_terminal_size(500 - number % 2, 200)
            channel.write(b"1234"[number % 4 : number % 4 + 1])
            await asyncio.sleep(0)
        assert number < 5000
        held = server.do(lambda: connection.wire.untaken)
        for _ in range(20):
            channel.write(b"12")
            await asyncio.sleep(0)
        assert server.do(lambda: connection.wire.untaken) <= held + 1024
        channel.resume_reading()
        server.wait_until(lambda: not any(app.turns.busy or app.message_queue_size for app in apps()), "all is done")
        await terminal.until(b"\x1b[200;1H")
        channel.write(b"q")
        assert LEFT in await terminal.end()


async def test_nothing_is_opened_or_written_on_the_server(server: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        pytest.fail("something was started on the server")

    for name in ("subprocess.Popen", "webbrowser.open", "os.system", "pyperclip.copy"):
        monkeypatch.setattr(name, fail)
    async with visiting(server) as (channel, terminal):
        await terminal.until(b"leave")
        channel.write(b"\t")
        channel.write(b"o")
        await terminal.until(b"mailto:")
        channel.write(b"e")
        await terminal.until(b"\x1b]52;c;")
        channel.write(b"q")
        assert b"To open" in await terminal.end()
        assert channel.get_exit_status() == 0
    assert "event=crash" not in server.log.rpartition("way=screen")[2]


async def test_a_later_reading_is_shown_to_who_is_there(server: Serving) -> None:
    site = server.homepage.site
    async with visiting(server) as (_, looks), visiting(server) as (channel, acts):
        channel.write(b"2")
        await acts.until(b"Vienna")
        await looks.until(b"leave")
        later = replace(site, title="A later title", revision="later")
        server.do(lambda: server.homepage.replace(later))
        await looks.until(b"later title")
        await acts.until(b"later title")
    server.do(lambda: server.homepage.replace(site))
    server.wait_until(lambda: not server.homepage._followers, "nobody is told any more")


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


async def test_a_paste_longer_than_the_owner_allows_is_dropped() -> None:
    with serving({"max_paste": 1024}) as server:
        async with visiting(server) as (channel, terminal):
            await terminal.until(b"leave")
            channel.write(b"/\x1b[200~" + b"x" * 1025 + b"\x1b[201~\x1b[200~federated\x1b[201~")
            written = await terminal.until(b"Find in About: 1 of")
            assert b"xxx" not in written
