"""Whose turn it is to have an app made: of whoever has used least, and nobody keeps it who has left."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast
from unittest.mock import AsyncMock

from tui_home.doors.ssh.environment import Size
from tui_home.doors.ssh.screen.drawing import order
from tui_home.doors.ssh.screen.first import Aim, First
from tui_home.doors.ssh.screen.ready import ReadyScreen
from tui_home.doors.ssh.screen.studio import Studio
from tui_home.doors.ssh.share import own_context, share_in
from tui_home.terminal.capabilities import Capabilities

if TYPE_CHECKING:
    import pytest

    from tui_home.doors.ssh.homepages.homepage import Homepage
    from tui_home.doors.ssh.service import Service


async def test_turns_come_in_order_and_are_free_when_somebody_leaves() -> None:
    studio, begun = Studio(), list[str]()

    async def make(name: str) -> None:
        async with studio.turn():
            begun.append(name)
            await asyncio.Event().wait()

    async def settle() -> None:
        for _ in range(5):
            await asyncio.sleep(0)

    first, second, third = (asyncio.create_task(make(name)) for name in "abc")
    await settle()
    assert begun == ["a"]
    second.cancel()
    await settle()
    assert begun == ["a"], "who leaves the queue frees nothing"
    first.cancel()
    await settle()
    assert begun == ["a", "c"]
    assert studio.is_busy
    third.cancel()
    await settle()
    assert not studio.is_busy


async def test_whoever_has_used_least_is_next_however_many_have_come_before() -> None:
    studio, begun = Studio(), list[str]()

    async def make(name: str) -> None:
        async with studio.turn():
            begun.append(name)
            await asyncio.sleep(0)

    used = {"rude": 3.0, "ruder": 4.0, "rudest": 5.0, "polite": 1.0}
    loop = asyncio.get_running_loop()
    await asyncio.gather(*(loop.create_task(make(name), context=own_context(rank)) for name, rank in used.items()))
    assert begun == ["rude", "polite", "ruder", "rudest"]


async def test_who_waits_for_a_large_page_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_home.doors.ssh.screen.studio._LONGEST", 0.0)
    studio, page = Studio(), asyncio.Event()

    async def wait_for_page() -> None:
        async with studio.turn():
            await page.wait()

    waits = asyncio.create_task(wait_for_page())
    await asyncio.sleep(0)
    async with asyncio.timeout(5), studio.turn():
        assert not waits.done()
    page.set()
    await waits
    async with asyncio.timeout(5), studio.turn():
        pass


async def test_a_screen_is_kept_as_what_it_is_when_its_turn_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = AsyncMock(return_value=ReadyScreen("", "", ()))
    monkeypatch.setattr("tui_home.doors.ssh.screen.drawing.drawn", drawn)
    studio, site = Studio(), SimpleNamespace(revision="before")
    service = cast("Service", SimpleNamespace(studio=studio, houses=SimpleNamespace(several=False)))
    homepage = cast("Homepage", SimpleNamespace(site=site))
    first, size, able = First(Aim(service, homepage, "", ""), ""), Size(80, 24), Capabilities()
    async with studio.turn():
        task = order(service, first.kind(size, able), first, able)
        await asyncio.sleep(0)
        site.revision = "after"
    await task
    assert first.kind(size, able) in studio.screens
    assert len(studio.screens) == 1


async def test_a_screen_is_drawn_for_the_one_of_those_who_wait_who_has_used_least(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ranks = list[float]()

    async def drawn(*_: object) -> ReadyScreen:
        ranks.append(rank())
        return ReadyScreen("", "", ())

    def rank() -> float:
        share = share_in()
        assert share is not None
        return share.rank

    monkeypatch.setattr("tui_home.doors.ssh.screen.drawing.drawn", drawn)
    studio, rude, polite, later = Studio(), *(own_context(number) for number in (3.0, 1.0, 2.0))
    service = cast("Service", SimpleNamespace(studio=studio, houses=SimpleNamespace(several=False)))
    homepage = cast("Homepage", SimpleNamespace(site=SimpleNamespace(revision="r")))
    first, size, able = First(Aim(service, homepage, "", ""), ""), Size(80, 24), Capabilities()
    asked = {who.run(order, service, first.kind(size, able), first, able) for who in (rude, polite, later)}
    await asyncio.wait(asked)
    assert len(asked) == 1, "drawn once"
    assert ranks == [polite.run(rank)]


async def test_after_the_end_nothing_more_is_made_beforehand() -> None:
    studio = Studio(1)
    studio.end()
    studio.forget("before")
    assert studio.beforehand._timer is None
