from __future__ import annotations

import asyncio

from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.screen.pace import Pace
from tui_home.doors.ssh.stay import Stay, farewell
from tui_home.doors.ssh.telling.journal import End

LIMITS = Limits(idle_time=600, visit_time=3600)


def test_whoever_does_nothing_has_ten_minutes_from_the_last_key() -> None:
    stay = Stay(LIMITS, 100.0)
    assert (stay.due, stay.over(699.9), stay.over(700.0)) == (700.0, None, End.IDLE)
    stay.acted = 650.0
    assert (stay.due, stay.over(700.0), stay.over(1250.0)) == (1250.0, None, End.IDLE)


def test_nobody_stays_longer_than_an_hour() -> None:
    stay = Stay(LIMITS, 100.0)
    stay.acted = 3690.0
    assert (stay.due, stay.over(3699.9), stay.over(3700.0)) == (3700.0, None, End.TIME)


def test_whoever_is_seen_out_learns_why_and_how_to_come_back() -> None:
    for end in (End.IDLE, End.TIME, End.DRAINED, End.CRASHED):
        assert farewell(end, "ssh HOST").endswith("To come back: ssh HOST\n\n")
    assert farewell(End.LEFT, "ssh HOST") == ""


async def test_of_many_values_the_first_and_the_last_are_heeded() -> None:
    heeded, done = list[int](), asyncio.Event()

    def heed(value: int) -> None:
        heeded.append(value)
        if value == 99:
            done.set()

    pace = Pace(100, heed)
    pace.take(0)
    while not heeded:  # noqa: ASYNC110 - it is due at once
        await asyncio.sleep(0)
    for value in range(1, 100):
        pace.take(value)
    await done.wait()
    assert heeded == [0, 99]
    pace.take(100)
    pace.end()
    await asyncio.sleep(0.03)
    assert heeded == [0, 99]
