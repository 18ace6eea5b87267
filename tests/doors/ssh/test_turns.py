from __future__ import annotations

import asyncio

from tui_home.doors.ssh.share import Share, own_context, share_in
from tui_home.doors.ssh.turns import Turns


async def test_each_turn_of_the_loop_has_its_measure() -> None:
    turns, seen = Turns(1000, 400), list[bool]()
    turns.spend(999)
    seen.append(turns.over)
    turns.spend(400)
    seen.append(turns.over)
    await asyncio.sleep(0)
    seen.append(turns.over)
    assert seen == [False, True, False]


async def test_who_waits_goes_on_in_order_and_a_few_at_a_time() -> None:
    turns, gone = Turns(1000, 400), list[int]()
    for number in range(5):
        turns.wait(lambda number=number: gone.append(number))  # type: ignore[misc]
    seen = []
    for _ in range(4):
        await asyncio.sleep(0)
        seen.append(list(gone))
    assert seen == [[0, 1], [0, 1, 2, 3], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]]


async def test_who_types_does_not_wait_behind_those_who_send_much() -> None:
    turns, gone = Turns(1000, 400), list[str]()
    for _ in range(50):
        turns.wait(lambda: gone.append("much"))
    turns.wait(lambda: gone.append("typed"), typed=True)
    await asyncio.sleep(0)
    assert gone == ["typed", "much", "much"]


async def test_those_who_type_go_on_as_many_at_a_time_as_their_measure_is_for() -> None:
    turns, gone = Turns(8192, 4096), list[int]()
    for number in range(40):
        turns.wait(lambda number=number: gone.append(number), typed=True)  # type: ignore[misc]
    seen = []
    for _ in range(4):
        await asyncio.sleep(0)
        seen.append(len(gone))
    assert seen == [16, 32, 40, 40]


async def test_a_turn_smaller_than_a_slice_still_goes_on() -> None:
    turns, gone = Turns(1, 4096), list[int]()
    turns.wait(lambda: gone.append(1))
    await asyncio.sleep(0)
    assert gone == [1]


async def test_those_who_type_have_a_measure_of_their_own() -> None:
    turns, seen = Turns(1000, 400), list[tuple[bool, int]]()
    turns.spend(1000)
    turns.spend(400, typed=True)
    seen.append((turns.over, turns.typed))
    turns.spend(400, typed=True)
    seen.append((turns.over, turns.typed))
    await asyncio.sleep(0)
    seen.append((turns.over, turns.typed))
    assert seen == [(True, 100), (True, 0), (False, 500)]


async def test_a_turn_is_nobodys_whoever_has_begun_it() -> None:
    turns, seen, context = Turns(1000, 400), list[Share | None](), own_context(0.0)
    context.run(turns.wait, lambda: seen.append(share_in()))
    await asyncio.sleep(0)
    assert context.run(share_in) is not None
    assert seen == [None]
