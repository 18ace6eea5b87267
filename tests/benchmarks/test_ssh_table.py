from __future__ import annotations

import re

import pytest

from tests.benchmarks.ssh_table import ROWS, Row, figures, table

SAID = (
    "visits=100 fail=2 rate=28.2/s server_cpu_ms=30.60 handshake_p50=88.9 first_p50=113.43 first_p99=349.8 "
    "firstkey_p50=-1.0 key_p50=-1.0 key_p99=-1.0 mib_before=79.2 mib_present=141.3 mib_each=-0.105 mib_after=142.4 "
    "idle_cpu=0.50%"
)
RATE = Row("visits a second", ("eight rate",), "/s", "≥ 2×")
BOTH = Row("handshake + first frame", ("eight handshake_p50", "eight first_p50"), "ms", "≤ 0.6×")
IDLE = Row("idle CPU", ("eight idle_cpu",), "%", "≤ 0.2 %")


def test_every_figure_is_read_and_what_was_not_measured_is_left_out() -> None:
    found = figures("eight", f"fail: <nil>\nfail: EOF\n{SAID} reader_keys=34 reader_p50=26.6 reader_p99=729.7\n")
    assert found["eight rate"] == 28.2
    assert found["eight idle_cpu"] == 0.5
    assert found["eight mib_each"] == -0.105
    assert found["eight reader_p99"] == 729.7
    assert "eight key_p50" not in found


@pytest.mark.parametrize("said", ["", "reader failed dial tcp 127.0.0.1:1: connect: connection refused", "rate=1/s"])
def test_anything_else_is_an_error_that_says_what_it_was(said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(repr(said))):
        figures("eight", said)


def test_a_row_has_medians_spread_and_the_median_of_each_runs_own_ratio() -> None:
    ours = [{"eight rate": number} for number in (100.0, 90.0, 40.0)]
    peer = [{"eight rate": number} for number in (50.0, 100.0, 50.0)]
    [_, told] = table(ours, peer, (RATE,))
    assert " ".join(told.split()) == "visits a second 90.0 /s (40.0-100.0) 50.0 /s (50.0-100.0) 0.90× ≥ 2×"


def test_a_row_adds_up_its_parts_in_each_run() -> None:
    ours = [{"eight handshake_p50": 10.0, "eight first_p50": 20.0}]
    peer = [{"eight handshake_p50": 20.0, "eight first_p50": 40.0}]
    assert "30.0 ms" in table(ours, peer, (BOTH,))[1]
    assert "0.50×" in table(ours, peer, (BOTH,))[1]


def test_a_run_without_a_part_is_not_counted_and_none_at_all_is_said() -> None:
    whole, half = {"eight handshake_p50": 1.0, "eight first_p50": 1.0}, {"eight first_p50": 100.0}
    assert "2.0 ms (2.0-2.0)" in table([whole, half], [whole, whole], (BOTH,))[1]
    assert "not measured" in table([half], [whole], (BOTH,))[1]


def test_nothing_is_divided_by_nothing() -> None:
    told = table([{"eight idle_cpu": 0.0}], [{"eight idle_cpu": 0.0}], (IDLE,))[1]
    assert "0.00 % (0.00-0.00)" in told
    assert "×" not in told


def test_visits_that_failed_are_told_with_whose_they_were() -> None:
    fails = [{"eight fail": 2.0, "keys fail": 0.0}, {"eight fail": 1.0}]
    fine = [{"eight fail": 0.0}] * 2
    assert table(fails, fine, ())[1:] == ["  tui-home: 3 visits failed (eight)"]
    assert table(fine, fine, ())[1:] == []


def test_what_is_in_the_table_is_what_is_measured() -> None:
    measured = {"eight", "one", "reader", "keys", "scrolled"}
    names = set(figures("eight", f"{SAID} firstkey_p50=1 reader_p50=1 reader_p99=1 key_p50=1")) | {"eight bytes"}
    for row in ROWS:
        for part in row.parts:
            load, name = part.split()
            assert load in measured
            assert f"eight {name}" in names
