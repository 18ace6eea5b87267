"""Whose turn it is to have an app made: in the order in which they came, and nobody keeps it who has left."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui_home.doors.ssh.screen.studio import Studio

if TYPE_CHECKING:
    import pytest


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
