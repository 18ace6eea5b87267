from __future__ import annotations

import pytest

from tui_home.doors.ssh.addresses import Bucket
from tui_home.doors.ssh.counts import AtOnce, PerMinute, RandomEarlyDrop, Total

ONE, TWO = Bucket("4", 1), Bucket("4", 2)


def test_a_total_is_so_many_at_once() -> None:
    total = Total(1)
    assert total.open()
    total.enter()
    assert not total.open()
    total.leave()
    assert total.open()


@pytest.mark.parametrize(
    ("present", "random", "is_open"),
    [(9, 0.0, True), (10, 0.29, False), (10, 0.3, True), (15, 0.64, False), (15, 0.65, True), (20, 0.999, False)],
)
def test_early_drop_grows_from_a_chance_to_certainty(present: int, random: float, is_open: bool) -> None:
    assert RandomEarlyDrop(10, 20, 30, lambda: random, present).open() is is_open


def test_early_drop_without_room_for_chance_is_a_total() -> None:
    assert RandomEarlyDrop(10, 10, 30, lambda: 0.0, 9).open()
    assert not RandomEarlyDrop(10, 10, 30, lambda: 0.999, 10).open()


def test_at_once_heeds_each_by_itself_and_forgets_who_is_gone() -> None:
    gate = AtOnce({"4": 1})
    gate.enter((ONE,))
    assert (gate.open((ONE,)), gate.open((TWO,)), gate.open((ONE, TWO))) == (False, True, False)
    gate.leave((ONE,))
    assert gate.open((ONE,))
    assert not gate.present


def test_so_many_a_minute_and_then_one_as_each_minute_goes_by() -> None:
    gate = PerMinute({"4": 30}, 10)
    for _ in range(30):
        assert gate.open((ONE,), 0.0)
        gate.enter((ONE,), 0.0)
    assert [gate.open((ONE,), now) for now in (0.0, 1.9, 2.0)] == [False, False, True]
    assert gate.open((TWO,), 0.0)


def test_a_table_of_addresses_is_bounded_and_the_oldest_leave_it() -> None:
    gate = PerMinute({"4": 1}, 10_000)
    for number in range(10_001):
        gate.enter((Bucket("4", number),), 0.0)
    assert len(gate.known) == 10_000
    assert gate.open((Bucket("4", 0),), 0.0)
    assert not gate.open((Bucket("4", 1),), 0.0)


def test_whoever_only_asks_takes_no_room_in_the_table() -> None:
    gate = PerMinute({"4": 1}, 10)
    assert all(gate.open((Bucket("4", number),), 0.0) for number in range(100))
    assert not gate.known
