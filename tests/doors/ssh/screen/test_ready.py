"""Ready screens: what a visitor sees before they act is what an app would have painted; and nothing runs for it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Mapping

import pyte
import pytest

from tests.doors.ssh.screen.cells import cells, seen
from tests.doors.ssh.serving import Serving, serving
from tests.doors.ssh.terminal import LEFT
from tests.doors.ssh.visiting import left_switched_on, type_ahead, visiting
from tui_home.doors.ssh.environment import Size
from tui_home.doors.ssh.line import Line
from tui_home.doors.ssh.screen import visit
from tui_home.doors.ssh.screen.acting import Acting
from tui_home.doors.ssh.screen.ready import Kind, ReadyScreen, ReadyScreens
from tui_home.doors.ssh.screen.studio import Studio
from tui_home.tui.app import HomepageApp

_MOVED = b"\x1b[<35;9;9M\x1b[I\x1b[O\x1b[?62;22c"
"""The mouse moves, the window gets the focus and loses it, the terminal answers once more."""


@pytest.fixture
def acting(monkeypatch: pytest.MonkeyPatch) -> list[Acting]:
    """Return those who act, as they begin to."""
    begun = list[Acting]()

    class Noted(Acting):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)  # type: ignore[arg-type]
            begun.append(self)

    monkeypatch.setattr(visit, "Acting", Noted)
    return begun


async def same(server: Serving, acting: list[Acting], term: str, size: tuple[int, int], env: Mapping[str, str]) -> None:
    """Compare a ready screen with what the app behind it paints when it has to paint all."""
    screen = pyte.Screen(*size)
    stream = pyte.ByteStream(screen)
    async with visiting(server, term, size, 2 << 20, **env) as (channel, terminal):
        written = await terminal.until(b"leave")
        # All answers have come, and what they change.
        channel.write(b"\x1b[?62;22c")
        server.wait_until(lambda: not server.server.service.studio.under_way, "all is drawn")
        await asyncio.sleep(0.1)
        stream.feed(seen(written + terminal.written))
        ready, cursor, terminal.written = cells(screen), (screen.cursor.x, screen.cursor.y), b""
        assert any(cell[0] != " " for cell in ready[-1]), "there is a footer"
        assert not acting
        spares = server.server.service.studio.spares
        server.wait_until(lambda: len(spares) == spares.most and not spares._next(), "there is a spare, if any")
        made = [spare.app for spare in spares._ready]
        # A key that does nothing: the page is at its top.
        channel.write(b"k")
        server.wait_until(lambda: bool(acting) and acting[0].app.is_painted, "there is an app")
        app = acting.pop().app
        assert app in made or not made
        server.wait_until(lambda: not app.turns.busy, "the key has been done")
        await asyncio.sleep(0.05)
        assert not seen(terminal.written), "no cell is written before there is an effect"
        server.do(app.opening.repaint)
        painted = await terminal.until(b"leave")
        screen.erase_in_display(2)
        stream.feed(seen(painted + terminal.written))
        assert cells(screen) == ready
        assert (screen.cursor.x, screen.cursor.y) == cursor
        channel.write(b"q")
        await terminal.end()


@pytest.mark.parametrize(
    ("term", "size", "env"),
    [
        ("xterm-256color", (80, 24), {}),
        ("xterm-256color", (100, 30), {"COLORTERM": "truecolor"}),
        ("xterm", (132, 43), {}),
        ("linux", (80, 24), {}),
        ("vt100", (40, 12), {}),
        ("xterm-256color", (60, 20), {"NO_COLOR": "1"}),
        ("xterm-256color", (80, 24), {"LANG": "de_DE.ISO-8859-1"}),
    ],
)
async def test_a_ready_screen_is_what_the_app_would_paint(
    server: Serving, acting: list[Acting], term: str, size: tuple[int, int], env: Mapping[str, str]
) -> None:
    await same(server, acting, term, size, env)


async def test_a_spare_shows_what_any_app_would(acting: list[Acting], monkeypatch: pytest.MonkeyPatch) -> None:
    # Nothing is wanted but what is seen here.
    monkeypatch.setattr(Studio, "begin", lambda *_: None)
    with serving({"max_spares": 1}) as server:
        await same(server, acting, "xterm-256color", (100, 30), {"COLORTERM": "truecolor"})


async def test_the_directory_is_ready_too(several: Serving, acting: list[Acting]) -> None:
    await same(several, acting, "xterm-256color", (80, 24), {})


async def test_whoever_only_looks_has_no_app(server: Serving, acting: list[Acting]) -> None:
    async with visiting(server) as (channel, terminal):
        first = await terminal.until(b"leave")
        channel.write(_MOVED)
        # Another size is another ready screen; so is a terminal of other colours.
        channel.change_terminal_size(90, 33)
        first += await terminal.until(b"\x1b[33;1H")
        channel.write(_MOVED + b"q")
        written = await terminal.end()
        assert not acting
        assert LEFT in written
        assert not left_switched_on(first + written)
        assert "Wanru Zhao ·".encode() in written
        assert channel.get_exit_status() == 0
    server.wait_until_left()
    assert "sections=about" in server.log.rpartition("event=visit-end")[2]
    assert not [found for found in gc.get_objects() if type(found) is HomepageApp and found.is_running]


async def test_twenty_keys_at_once_all_take_effect_and_nothing_flickers(server: Serving) -> None:
    async with visiting(server) as (channel, terminal):
        await terminal.until(b"leave")
        server.wait_until(lambda: not server.server.service.studio.under_way, "all is drawn")
        await type_ahead(channel, terminal)
        channel.write(b"q")
        await terminal.end()
        assert channel.get_exit_status() == 0
    server.wait_until_left()
    assert "sections=about,news,papers,contact" in server.log.rpartition("event=visit-end")[2]


async def test_what_a_key_does_comes_in_one_write_with_the_windows_name(
    server: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes, write = list[str](), Line.write

    def noted(line: Line, text: str) -> None:
        writes.append(text)
        write(line, text)

    async with visiting(server) as (channel, terminal):
        await terminal.until(b"leave")
        server.wait_until(lambda: not server.server.service.studio.under_way, "all is drawn")
        monkeypatch.setattr(Line, "write", noted)
        for key, name, text in ((b"2", "News", "Vienna"), (b"3", "Papers", "ICLR")):
            writes.clear()
            channel.write(key)
            await terminal.until(text.encode())
            [effect] = [each for each in writes if each]
            assert effect.startswith(f"\x1b]2;Wanru Zhao: {name}\x1b\\")
            assert text in effect


async def test_a_size_that_comes_while_an_app_is_made_is_heeded(
    server: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = Acting.begin

    async def resized(self: Acting, size: Size, shown: Callable[[], None]) -> None:
        self.resize(Size(132, 43))
        await begin(self, size, shown)

    monkeypatch.setattr(Acting, "begin", resized)
    async with visiting(server) as (channel, terminal):
        await terminal.until(b"leave")
        channel.write(b"?")
        await terminal.until(b"\x1b[43;", b"Moving", b"The mouse does it too")


async def test_many_look_at_one_screen_that_was_drawn_once(server: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, keep = list[Kind](), ReadyScreens.keep

    def noted(screens: ReadyScreens, kind: Kind, screen: ReadyScreen) -> None:
        kept.append(kind)
        keep(screens, kind, screen)

    monkeypatch.setattr(ReadyScreens, "keep", noted)

    async def look() -> None:
        async with visiting(server, "linux", (83, 27)) as (_, terminal):
            await terminal.until(b"leave")

    await asyncio.gather(*(look() for _ in range(6)))
    assert [kind.size for kind in kept] == [Size(83, 27)]
    assert "Wanru" not in str(kept[0])


async def test_who_changes_sizes_for_ever_gets_an_app(server: Serving, acting: list[Acting]) -> None:
    async with visiting(server, "linux") as (channel, terminal):
        await terminal.until(b"leave")
        for rows in range(50, 60):
            channel.change_terminal_size(70, rows)
            await terminal.until(f"\x1b[{rows};1H".encode())
        assert len(acting) == 1
        channel.write(b"2")
        await terminal.until(b"Vienna")


async def test_whoever_finds_no_place_to_act_looks_on_until_there_is_one() -> None:
    with serving({"max_apps": 1}) as server:
        async with visiting(server) as (first, one), visiting(server) as (second, two):
            first.write(b"2")
            await one.until(b"Vienna")
            await two.until(b"leave")
            second.write(b"3")
            await two.until(b"keys work again")
            second.change_terminal_size(90, 30)
            await two.until(b"\x1b[30;1H", b"keys work again")
            first.write(b"q")
            await one.end()
            server.wait_until(lambda: not server.server.tunnel.gates.apps.present, "there is a place")
            while b"ICLR" not in two.written:
                second.write(b"3")
                await asyncio.sleep(0.05)
            second.write(b"q")
            assert LEFT in await two.end()
        assert server.do(server.server.tunnel.gates.refused.total) < 10


async def test_a_screen_that_cannot_be_drawn_is_left_to_the_app(
    monkeypatch: pytest.MonkeyPatch, acting: list[Acting]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("tui_home.doors.ssh.screen.drawing.run", fail)
    with serving() as server:
        async with visiting(server, "linux") as (channel, terminal):
            await terminal.until(b"leave")
            assert len(acting) == 1
            channel.write(b"q")
            await terminal.end()
            assert channel.get_exit_status() == 0
        assert "event=crash" in server.log
        assert "secret" not in server.log
