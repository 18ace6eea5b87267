from __future__ import annotations

import io
from dataclasses import replace

from tests.doors.ssh.house import Clock
from tests.doors.ssh.telling.journals import ACCOUNT, NOW, visit
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.telling.journal import Journal, Style
from tui_home.doors.ssh.telling.repeats import Repeats


def test_nobody_fills_the_log_and_nothing_is_lost(clock: Clock) -> None:
    told, others = list[int](), list[int]()
    repeats = Repeats(clock, others.append, a_minute=10, most=50)
    for number in range(5000):
        repeats.heed(number, told.append)
    assert (told, others, len(repeats)) == ([1] * 10, [], 50)
    clock.now += 6
    repeats.catch_up()
    assert others == [5000 - 10 - 50], "those of whom nothing is known any more"
    repeats.finish()
    assert sum(told) + sum(others) == 5000


def test_floods_from_everywhere_at_once_fill_no_disk(clock: Clock) -> None:
    stream = io.StringIO()
    limits = Limits(max_logged_visits=100)
    journal = Journal(clock, Style(limits=limits), stream, lambda: NOW)
    for number in range(5000):
        told = replace(visit(address=f"10.{number // 200}.{number % 200}.1"), number=number)
        journal.begun(told)
        journal.ended(told, ACCOUNT)
    assert stream.getvalue().count("\n") == 100 * 2 + 120
    journal.finish()
    counts = [int(line.rpartition("=")[2]) for line in stream.getvalue().splitlines() if "times=" in line]
    assert sum(counts) == 5000 - 100
