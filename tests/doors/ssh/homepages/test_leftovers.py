"""A large Page that nobody shows any more is let go a little at a time, others in between."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import TYPE_CHECKING, cast
from weakref import WeakSet

from tests.doors.ssh.house import until
from tui_home.doors.ssh.homepages.leftovers import AT_ONCE, LARGE, MOST, Leftovers
from tui_home.model.look import PLAIN_LOOK
from tui_home.pages import Page

if TYPE_CHECKING:
    from tui_home.layout import Fragment


class Piece:
    """In a Fragment's place: a tuple's end cannot be seen."""


def page_of(count: int) -> tuple[Page, WeakSet[Piece]]:
    """Return a Page, and what of it is still there."""
    pieces = tuple(Piece() for _ in range(count))
    return Page("papers", 80, PLAIN_LOOK, cast("tuple[Fragment]", pieces), (), count), WeakSet(pieces)


async def gone(count: int) -> list[int]:
    """Return how many pieces of a Page were there after each turn of the loop."""
    page, pieces = page_of(count)
    # Nobody else knows them: a homepage may rest while it is still shown.
    Leftovers(asyncio.get_running_loop()).heed(page)
    await asyncio.sleep(0)
    assert len(pieces) == count, "nothing is let go that is shown"
    del page
    left = [count, len(pieces)]
    while pieces:
        await asyncio.sleep(0)
        left.append(len(pieces))
    return left


async def test_a_large_page_is_let_go_a_little_at_a_time() -> None:
    left = await gone(4 * LARGE)
    assert left[1] == 4 * LARGE
    assert max(before - after for before, after in pairwise(left)) == AT_ONCE


async def test_a_small_page_is_let_go_at_once() -> None:
    assert await gone(LARGE - 1) == [LARGE - 1, 0]


async def test_it_does_not_pile_up_while_somebody_always_waits_for_something() -> None:
    leftovers, left = Leftovers(asyncio.get_running_loop()), list[WeakSet[Piece]]()
    for _ in range(2 * MOST):
        page, pieces = page_of(2 * LARGE)
        leftovers.heed(page)
        left.append(pieces)
        del page
    assert sum(bool(pieces) for pieces in left) == MOST
    await until(lambda: not any(left))


async def test_nobody_waits_who_lets_go_in_another_thread() -> None:
    leftovers = Leftovers(asyncio.get_running_loop())
    pages = [page_of(2 * LARGE)]
    leftovers.heed(pages[0][0])
    pieces = pages[0][1]
    await asyncio.to_thread(pages.clear)
    await until(lambda: not pieces)
