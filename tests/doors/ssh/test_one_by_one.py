from __future__ import annotations

import asyncio

from tui_home.doors.ssh.one_by_one import OneByOne


async def test_one_who_leaves_when_their_turn_has_come_keeps_nobody_waiting() -> None:
    turns, begun = OneByOne(), list[str]()

    async def begin(name: str) -> None:
        await turns.begin()
        begun.append(name)

    await turns.begin()
    waiting = [asyncio.create_task(begin(name)) for name in ("leaves before", "leaves then", "stays")]
    await asyncio.sleep(0)
    waiting[0].cancel()
    await asyncio.sleep(0)
    turns.end()
    # In the very moment in which it is told that it is next.
    waiting[1].cancel()
    await asyncio.wait(waiting, timeout=1)
    assert begun == ["stays"]
    turns.end()
    await asyncio.wait_for(turns.begin(), 1)
