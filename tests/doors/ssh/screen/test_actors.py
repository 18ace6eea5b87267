"""Apps are kept for some of those who act, as in a cache: the others rest as soon as they are still for a moment."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui_home.doors.ssh.screen import actors
from tui_home.doors.ssh.screen.actors import Actors
from tui_home.doors.ssh.screen.resting import Stillness

if TYPE_CHECKING:
    import pytest


class Actor(Stillness):
    """One who has been still for some seconds, and rests when told."""

    def __init__(self, all_: Actors, still: float, *, reads: bool = True) -> None:
        self._all, self._stood, self._reads = all_, still, reads
        self.tried = 0

    @property
    def ripe(self) -> float:
        return 0.0 if self.tried else self._stood

    def try_now(self) -> None:
        self.tried += 1
        if self._reads:
            self._all.end(self)


async def test_of_too_many_those_rest_who_have_been_still_for_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actors, "_TICK", 0.0)
    all_ = Actors(2)
    many = [Actor(all_, still) for still in (9.0, 3.0, 0.1, 7.0, 5.0)]
    in_the_middle = Actor(all_, 99.0, reads=False)
    for one in (*many, in_the_middle):
        all_.begin(one)
    for _ in range(9):
        await asyncio.sleep(0.001)
    assert [one.tried for one in many] == [1, 1, 0, 1, 1]
    assert in_the_middle.tried == 1
    for one in (many[2], in_the_middle):
        all_.end(one)
    assert all_._timer is None, "nothing is looked at while there are few"


async def test_while_there_are_few_nobody_is_disturbed() -> None:
    all_ = Actors(2)
    for still in (60.0, 90.0):
        all_.begin(Actor(all_, still))
    assert all_._timer is None
