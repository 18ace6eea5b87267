from __future__ import annotations

import asyncio

from tui_home.doors.ssh.homepages.reading_order import ReadingOrder


async def test_whom_somebody_waits_for_comes_first() -> None:
    order = ReadingOrder[str]()
    for name in "abc":
        order.ask(name)
    order.ask("c", urgent=True)
    assert [await order.take() for _ in range(3)] == ["c", "a", "b"]


async def test_one_who_takes_only_the_urgent_waits_for_them() -> None:
    order = ReadingOrder[str]()
    order.ask("a")
    taking = asyncio.create_task(order.take(urgent=True))
    await asyncio.sleep(0)
    order.ask("b", urgent=True)
    assert await taking == "b"
    assert await order.take() == "a"


async def test_what_is_being_read_is_read_once_more_afterwards() -> None:
    order = ReadingOrder[str]()
    order.ask("a")
    await order.take()
    order.ask("a")
    taking = asyncio.create_task(order.take())
    await asyncio.sleep(0)
    assert not taking.done(), "never twice at the same time"
    order.done("a")
    assert await taking == "a"
    order.done("a")
    await order.settled()


async def test_it_is_settled_when_nothing_waits() -> None:
    order = ReadingOrder[str]()
    await order.settled()
    order.ask("a")
    settled = asyncio.create_task(order.settled())
    await asyncio.sleep(0)
    assert not settled.done()
    order.forget("a")
    await settled
