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

from tests.doors.ssh.serving import Serving, serving
from tests.doors.ssh.terminal import LEFT
from tests.doors.ssh.visiting import visiting
from tui_home.doors.ssh.screen.driver import VisitDriver
from tui_home.tui.app import HomepageApp
from tui_home.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from textual.message import Message


def apps() -> list[HomepageApp]:
    """Return the apps that are running."""
    return [found for found in gc.get_objects() if type(found) is HomepageApp and found.is_running]


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
    server.wait_until(lambda: not server.homepage.is_visited, "nobody is told any more")


async def test_a_paste_longer_than_the_owner_allows_is_dropped() -> None:
    with serving({"max_paste": 1024}) as server:
        async with visiting(server) as (channel, terminal):
            await terminal.until(b"leave")
            channel.write(b"/\x1b[200~" + b"x" * 1025 + b"\x1b[201~\x1b[200~federated\x1b[201~")
            written = await terminal.until(b"Find in About: 1 of")
            assert b"xxx" not in written
