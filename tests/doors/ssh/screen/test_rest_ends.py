"""How rests end that nothing the visitor does ends; and what ends a visit while one rests."""

from __future__ import annotations

import asyncio
import gc
from dataclasses import replace
from typing import TYPE_CHECKING, cast
from weakref import ref

import pytest

from tests.doors.ssh.screen.reading import NOTHING, reading
from tests.doors.ssh.serving import Serving, serving
from tests.doors.ssh.terminal import LEFT
from tests.doors.ssh.visiting import left_switched_on
from tui_home.doors.ssh.screen.resting import Resting
from tui_home.doors.ssh.screen.visit import ScreenVisit
from tui_home.tui.app import HomepageApp
from tui_home.tui.widgets.page_view import PageView

if TYPE_CHECKING:
    from tui_home.doors.ssh.screen.terminal import TakenTerminal
    from tui_home.tui.kept_place import KeptPlace


async def test_a_later_reading_is_shown_to_who_rests(server: Serving, visits: list[ScreenVisit]) -> None:
    site = server.homepage.site
    async with reading(server, visits) as visitor:
        await visitor.press(b"3d")
        await visitor.rest()
        y = server.do(visitor.place)[1]
        server.do(lambda: server.homepage.replace(replace(site, title="A later title", revision="later")))
        await visitor.terminal.until(b"later title")
        await visitor.woken()
        assert visitor.app.home.page_view.scroll_offset.y == y
        await visitor.rest()
        # Nobody has to act for that, and it wakes nobody twice.
        server.do(lambda: server.homepage.replace(site))
        await visitor.terminal.until(b"Wanru")
    server.wait_until(lambda: not server.homepage.is_visited, "nobody is told any more")


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


async def test_who_finds_no_place_when_they_wake_keeps_theirs(visits: list[ScreenVisit]) -> None:
    with serving({"max_apps": 1}) as server:
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
async def test_a_visit_ends_while_one_rests_as_it_would_before(limit: str, visits: list[ScreenVisit]) -> None:
    with serving({limit: 2} if limit else {}) as server:
        async with reading(server, visits) as visitor:
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
    server.wait_until(lambda: not server.homepage.is_visited, "the visit is over")
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
