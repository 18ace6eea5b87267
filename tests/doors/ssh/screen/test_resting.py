"""Rest: who has not touched a key for a while has no app, sees what they saw, and does not notice when they wake."""

from __future__ import annotations

import asyncio
import gc
import random
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, cast
from weakref import ref

import pyte
import pytest

from tests.doors.ssh.screen.test_ready import cells, seen
from tests.doors.ssh.serving import Serving, serving
from tests.doors.ssh.terminal import LEFT, Terminal
from tests.doors.ssh.visiting import left_switched_on, visiting
from tui_home.doors.ssh.screen.resting import Resting
from tui_home.doors.ssh.screen.visit import ScreenVisit
from tui_home.doors.ssh.service import Visited
from tui_home.tui.app import HomepageApp
from tui_home.tui.widgets.page_view import PageView

if TYPE_CHECKING:
    import asyncssh

    from tui_home.doors.ssh.screen.terminal import TakenTerminal
    from tui_home.tui.kept_place import KeptPlace

NOTHING = b"\x1b[24~"
"""F12: a key that does nothing here, but wake."""
ESCAPE = b"\x1b[27u"
_TITLE = re.compile(rb"\x1b\]2;([^\x07\x1b]*)")
PLACES = (
    b"3dd\t\t",  # a link half-way down
    b"\x1b[Z\r",  # an entry that was opened
    b"4e",  # something said
    b"3/learning\rnn",  # find, kept at a match
    b"tG",  # a theme, at the end
    b"2\t\t\x03",  # the first of two presses
    b"1G\x1b[1;3D",  # back, and there is a way forward
)
KEYS = (
    *(b"1", b"2", b"3", b"4", b"j", b"d", b"u", b" ", b"g", b"G", b"\t", b"\t\t", b"\x1b[Z", b"\r", b"t", b"e", b"y"),
    *(b"o", b"b", b"n", b"N", b"/the\r", b"/zzz\r", ESCAPE, b"\x7f", b"\x1b[1;3D", b"\x1b[1;3C", b"\x03k", b"?x", b"h"),
    *(b"sx", b"\x1b[<0;9;9M\x1b[<0;9;9m", b"\x1b[<65;9;9M", b"\x1b[<0;20;2M\x1b[<0;20;2m", b":x" + ESCAPE + ESCAPE),
)


class Visitor:
    """One who visits, seen from both sides."""

    def __init__(
        self, server: Serving, channel: asyncssh.SSHClientChannel[bytes], terminal: Terminal, size: tuple[int, int]
    ) -> None:
        self.server, self.channel, self.terminal = server, channel, terminal
        self.screen = pyte.Screen(*size)
        self.written = self.said = b""
        """What was written last; before that, all of it."""
        self.visit: ScreenVisit
        self._stream = pyte.ByteStream(self.screen)

    @property
    def app(self) -> HomepageApp:
        """Theirs; there must be one."""
        assert self.visit.phase.app is not None
        return self.visit.phase.app

    async def hear(self) -> bytes:
        """Take what was written; return what of it changes cells."""
        sent = self.server.do(lambda: self.visit.who.line.sent)
        while self.terminal.received < sent:  # noqa: ASYNC110 - whatever comes
            await asyncio.sleep(0.002)
        self.said, self.terminal.written = self.terminal.written, b""
        self.written += self.said
        self._stream.feed(shown := seen(self.said))
        return shown

    async def begin(self, visits: list[ScreenVisit]) -> None:
        """See the first screen."""
        self.terminal.written = await self.terminal.until(b"leave")
        self.visit = visits.pop()
        self.server.wait_until(lambda: not self.server.server.service.studio.under_way, "all is drawn")
        await asyncio.sleep(0.05)
        await self.hear()

    async def press(self, keys: bytes) -> bytes:
        """Press keys and wait until all is done; return what changes cells."""
        self.channel.write(keys)
        return await self.woken()

    async def woken(self) -> bytes:
        """Wait until there is an app, and nothing is being done; return what changes cells."""
        await asyncio.sleep(0.01)
        self.server.wait_until(self._is_still, "nothing is being done")
        return await self.hear()

    def _is_still(self) -> bool:
        app = self.visit.phase.app
        if app is None or not app.is_painted or app.turns.busy or any(not each.is_finished for each in app.workers):
            return False
        screen = app.screen
        owes = screen._dirty_widgets or screen._layout_required or screen._scroll_required
        pumps = (app, *screen.walk_children(with_self=True))
        return not owes and not any(pump.message_queue_size for pump in pumps)

    async def rest(self) -> None:
        """Let the time pass after which they rest; nothing is written for that."""
        self.server.do(self.visit.rest)
        assert self.visit.phase.app is None, "they rest"
        places = self.server.server.tunnel.gates.apps
        self.server.wait_until(lambda: not places.present, "their place is free")
        assert not await self.hear()

    def state(self) -> tuple[object, ...]:
        """Return what is to be seen, and where the cursor is."""
        return cells(self.screen), (self.screen.cursor.x, self.screen.cursor.y)

    def text(self) -> str:
        """Return what is to be read."""
        return "\n".join(self.screen.display)

    async def painted(self) -> tuple[object, ...]:
        """Return what their app paints when it paints all."""
        self.screen.erase_in_display(2)
        self.server.do(self.app.opening.repaint)
        await self.hear()
        return self.state()


def noted(patch: pytest.MonkeyPatch) -> list[ScreenVisit]:
    """Return the visits, as they begin."""
    begun, receive = list[ScreenVisit](), ScreenVisit.run

    async def run(self: ScreenVisit) -> Visited:
        begun.append(self)
        return await receive(self)

    patch.setattr(ScreenVisit, "run", run)
    return begun


@pytest.fixture
def visits(monkeypatch: pytest.MonkeyPatch) -> list[ScreenVisit]:
    """Return the visits, as they begin."""
    return noted(monkeypatch)


@asynccontextmanager
async def reading(
    server: Serving, visits: list[ScreenVisit], size: tuple[int, int] = (80, 24), **env: str
) -> AsyncIterator[Visitor]:
    """Yield a visitor who looks."""
    async with visiting(server, "xterm-256color", size, 2 << 20, **env) as (channel, terminal):
        visitor = Visitor(server, channel, terminal, size)
        await visitor.begin(visits)
        yield visitor


@pytest.mark.parametrize("size", [(80, 24), (44, 12)])
async def test_who_rests_sees_what_they_saw_and_wakes_unnoticed(
    server: Serving, visits: list[ScreenVisit], size: tuple[int, int]
) -> None:
    async with reading(server, visits, size) as visitor:
        for keys in PLACES:
            await visitor.press(keys)
            before = visitor.state()
            await visitor.rest()
            assert not visitor.said, keys
            assert not await visitor.press(NOTHING), keys
            assert not _TITLE.search(visitor.said), keys
            assert await visitor.painted() == before, keys
        assert visitor.app.reader.history.ahead
        await visitor.rest()
        await visitor.press(b"\x1b[1;3C")
        assert visitor.app.reader.section.id == "about"
        visitor.channel.write(b"q")
        written = await visitor.terminal.end()
        # The receipt knows of what was copied before the rests, and the log of all that was read.
        assert written.count(b"wz341") > 1
    server.wait_until_left()
    assert "sections=about,papers,contact,news" in server.log.rpartition("event=visit-end")[2]


async def test_keys_do_the_same_with_a_rest_after_each(server: Serving, visits: list[ScreenVisit]) -> None:
    chance = random.Random(6)  # noqa: S311 - the same each time
    pressed, rested, places = list[bytes](), 0, server.server.tunnel.gates.apps
    async with reading(server, visits) as one, reading(server, visits) as other:
        for _ in range(12):
            pressed.append(b"".join(chance.choices(KEYS, k=chance.choice((1, 1, 2, 3)))))
            await one.press(pressed[-1])
            await other.press(pressed[-1])
            assert other.state() == one.state(), pressed
            assert _TITLE.findall(other.said)[-1:] == _TITLE.findall(one.said)[-1:], pressed
            server.do(other.visit.rest)
            server.wait_until(lambda: places.present == 1 + (other.visit.phase.app is not None), "the app is gone")
            assert not await other.hear(), pressed
            rested += other.visit.phase.app is None
    assert rested > 8


async def test_twenty_keys_at_once_wake_and_are_all_done_in_order(server: Serving, visits: list[ScreenVisit]) -> None:
    async with reading(server, visits) as visitor:
        await visitor.press(b"3")
        server.do(visitor.visit.rest)
        # Some come while the app is being taken down.
        visitor.channel.write(b"jjj2")
        visitor.channel.write(b"341/federated\r3")
        visitor.channel.write(b"4")
        order = [b"News", b"Papers", b"Contact", b"About", b"Papers", b"Contact"]
        written = b""
        while _TITLE.findall(written)[len(order) - 1 :] == []:
            written += await visitor.terminal.until(b"\x1b]2;")
        assert [title.rpartition(b" ")[2] for title in _TITLE.findall(written)] == order


async def test_a_click_a_size_and_other_colours_wake_too(server: Serving, visits: list[ScreenVisit]) -> None:
    async with reading(server, visits) as visitor:
        await visitor.press(b"3d\t")
        await visitor.rest()
        # What comes by itself wakes nobody.
        visitor.channel.write(b"\x1b[<35;9;9M\x1b[I\x1b[O")
        await asyncio.sleep(0.05)
        assert visitor.visit.phase.app is None
        cursor, y = server.do(lambda: _place(visitor.visit))
        visitor.channel.write(b"\x1b[<65;9;9M")
        await visitor.woken()
        assert server.do(lambda: visitor.app.home.page_view.scroll_offset.y) > y
        await visitor.press(b"\x1b[<64;9;9M")
        await visitor.rest()
        visitor.channel.change_terminal_size(100, 30)
        visitor.screen.resize(30, 100)
        assert await visitor.woken()
        assert "ICLR" in visitor.text() or "Papers" in visitor.text()
        assert visitor.app.size == (100, 30)
        assert visitor.app.home.page_view.cursor == cursor
        await visitor.rest()
        light = b"\x1b]10;rgb:10/10/10\x07\x1b]11;rgb:f0/f0/f0\x07"
        dark = visitor.state()
        visitor.channel.write(b"\x1b[I")
        await asyncio.sleep(0.6)
        visitor.channel.write(light)
        assert await visitor.woken()
        assert visitor.state() != dark
        assert await visitor.painted() != dark


async def test_a_find_is_kept_for_who_wakes_at_another_size(server: Serving, visits: list[ScreenVisit]) -> None:
    async with reading(server, visits) as visitor:
        await visitor.press(b"3")
        await visitor.press(b"/learning\rnn")
        assert "“learning”: 3 of" in visitor.text()
        await visitor.rest()
        visitor.channel.change_terminal_size(100, 30)
        visitor.screen.resize(30, 100)
        assert await visitor.woken()
        assert visitor.app.home.page_view.match == 2
        assert "“learning”: 3 of" in visitor.text()


def _place(visit: ScreenVisit) -> tuple[int | None, int]:
    assert visit.phase.resting is not None
    sight = visit.phase.resting.place.sight
    return sight.cursor, sight.scroll


@pytest.mark.parametrize(
    "keys", ["?", ":", "s", "/", "/the", "\x1b[<0;9;9M", "\x1b[<0;9;9M|\x1b[<32;12;12M|\x1b[<0;12;12m"]
)
async def test_who_is_in_the_middle_of_something_does_not_rest(
    server: Serving, visits: list[ScreenVisit], keys: str
) -> None:
    async with reading(server, visits) as visitor:
        for each in keys.split("|"):
            await visitor.press(each.encode())
        before = visitor.app
        server.do(visitor.visit.rest)
        assert visitor.visit.phase.app is before


async def test_a_later_reading_is_shown_to_who_rests(server: Serving, visits: list[ScreenVisit]) -> None:
    site = server.homepage.site
    async with reading(server, visits) as visitor:
        await visitor.press(b"3d")
        await visitor.rest()
        y = server.do(lambda: _place(visitor.visit))[1]
        server.do(lambda: server.homepage.replace(replace(site, title="A later title", revision="later")))
        await visitor.terminal.until(b"later title")
        await visitor.woken()
        assert visitor.app.home.page_view.scroll_offset.y == y
        await visitor.rest()
        # Nobody has to act for that, and it wakes nobody twice.
        server.do(lambda: server.homepage.replace(site))
        await visitor.terminal.until(b"Wanru")
    server.wait_until(lambda: not server.homepage._followers, "nobody is told any more")


async def test_all_homepages_and_the_way_between_them_are_kept(several: Serving, visits: list[ScreenVisit]) -> None:
    async with reading(several, visits) as visitor:
        await visitor.press(b"jj")
        for keys, name in ((b"", ""), (b"\r", "cleo"), (b"", "cleo"), (ESCAPE, "")):
            if keys:
                await visitor.press(keys)
            before = visitor.state()
            await visitor.rest()
            assert not await visitor.press(NOTHING)
            assert visitor.app.lobby is not None
            assert visitor.app.lobby.name == name
            assert await visitor.painted() == before
        await visitor.rest()
        site = several.homepages["cleo"].site
        several.do(lambda: several.homepages["cleo"].replace(site))
        visitor.channel.write(b"q")
        assert b"Cleo Vidal" in await visitor.terminal.end()


async def test_the_time_passes_by_itself_and_who_leaves_then_needs_no_app(
    server: Serving, visits: list[ScreenVisit], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ScreenVisit.__init__, "__defaults__", ("", 0.0))
    async with reading(server, visits) as visitor:
        channel, terminal = visitor.channel, visitor.terminal
        channel.write(b"2")
        first = await terminal.until(b"Vienna")
        server.wait_until(lambda: visitor.visit.phase.resting is not None, "they rest")
        server.wait_until(lambda: not server.server.tunnel.gates.apps.present, "their place is free")
        gc.collect()
        assert not [each for each in gc.get_objects() if type(each) is HomepageApp and each.is_running]
        assert not [each for each in gc.get_objects() if isinstance(each, PageView) and each.__dict__]
        channel.write(b"q")
        written = await terminal.end()
        assert visitor.visit.phase.app is None
        assert LEFT in written
        assert not left_switched_on(visitor.written + first + written)
        assert "Wanru Zhao ·".encode() in written
        assert channel.get_exit_status() == 0
    server.wait_until_left()
    assert "end=left" in server.log.rpartition("event=visit-end")[2]


async def test_who_finds_no_place_when_they_wake_keeps_theirs() -> None:
    with serving({"max_apps": 1}) as server, pytest.MonkeyPatch.context() as patch:
        visits = noted(patch)
        async with reading(server, visits) as one, reading(server, visits) as other:
            await one.press(b"3d\t")
            before = one.state()
            await one.rest()
            await other.press(b"2")
            one.channel.write(b"j")
            await one.terminal.until(b"keys work again")
            await other.rest()
            while one.visit.phase.app is None:
                one.channel.write(NOTHING)
                await asyncio.sleep(0.1)
            await one.woken()
            assert await one.painted() == before


@pytest.mark.parametrize("limit", ["idle_time", ""])
async def test_a_visit_ends_while_one_rests_as_it_would_before(limit: str) -> None:
    with serving({limit: 2} if limit else {}) as server, pytest.MonkeyPatch.context() as patch:
        async with reading(server, noted(patch)) as visitor:
            await visitor.press(b"2")
            await visitor.rest()
            drained = None if limit else asyncio.run_coroutine_threadsafe(server.server.drain(), server._loop)
            written = await visitor.terminal.end()
            assert written.index(LEFT) < written.index(b"To come back: ssh") < written.index("Wanru Zhao ·".encode())
            assert visitor.channel.get_exit_status() == 0
            if drained:
                await asyncio.wrap_future(drained)
        server.wait_until_left()
        assert f"end={'idle' if limit else 'drained'}" in server.log


async def test_a_line_that_is_lost_while_one_rests_ends_the_visit(server: Serving, visits: list[ScreenVisit]) -> None:
    async with reading(server, visits) as visitor:
        await visitor.press(b"2")
        await visitor.rest()
        visitor.channel.get_connection().abort()
    server.wait_until(lambda: not server.homepage._followers, "the visit is over")
    server.wait_until_left()


async def test_who_waits_for_a_place_without_asking_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    resting = Resting(cast("KeptPlace", None), cast("TakenTerminal", None))
    resting.try_later()
    waiting = asyncio.create_task(resting.go_on())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait((waiting,))
    monkeypatch.setattr("tui_home.doors.ssh.screen.resting.REST_AFTER", 0.0)
    resting.try_later()
    await resting.go_on()
    gone = ref(resting)
    del resting, waiting
    # This task knows its last interruption until it goes on.
    await asyncio.sleep(0)
    gc.collect()
    assert gone() is None
