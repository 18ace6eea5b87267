from __future__ import annotations

import re

import pytest

from tests.benchmarks.figures import Aim
from tests.benchmarks.ssh_loads import ACTING, LOOKING
from tests.benchmarks.ssh_table import WANTED, Wanted, failures, figures, rows

SAID = (
    "visits=100 fail=2 rate=28.2/s server_cpu_ms=30.60 handshake_p50=88.9 first_p50=113.43 first_p99=349.8 "
    "firstkey_p50=-1.0 key_p50=-1.0 key_p99=-1.0 mib_before=79.2 mib_present=141.3 mib_each=-0.105 mib_after=142.4 "
    "idle_cpu=0.50%"
)
RATE = Wanted("visits a second", ("eight rate",), "/s", Aim(2, at_least=True))
BOTH = Wanted("handshake + first frame", ("eight handshake_p50", "eight first_p50"), "ms", Aim(0.6))


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


def test_a_row_adds_up_its_parts_in_each_run() -> None:
    ours = [{"eight handshake_p50": 10.0, "eight first_p50": 20.0}]
    peer = [{"eight handshake_p50": 20.0, "eight first_p50": 40.0}]
    [row] = rows(ours, peer, (BOTH,))
    assert (row.ours, row.peer, row.ratio, row.met) == ([30.0], [60.0], 0.5, True)


def test_a_run_without_a_part_is_not_counted() -> None:
    whole, half = {"eight handshake_p50": 1.0, "eight first_p50": 1.0}, {"eight first_p50": 100.0}
    [row] = rows([whole, half], [whole, whole], (BOTH,))
    assert row.ours == [2.0]
    assert not rows([half], [whole], (BOTH,))[0].ours


def test_ours_is_told_without_a_peer_and_no_aim_beside_it_is_met_or_missed() -> None:
    [row] = rows([{"eight rate": 300.0}], [{}], (RATE,))
    assert (row.ours, row.peer, row.ratio, row.met) == ([300.0], (), None, None)


def test_visits_that_failed_are_told_with_whose_they_were() -> None:
    fails = [{"eight fail": 2.0, "keys fail": 0.0}, {"eight fail": 1.0}]
    assert failures("tui-home", fails) == ["tui-home: 3 visits failed (eight)"]
    assert failures("the Wish peer", [{"eight fail": 0.0}] * 2) == []


def test_what_is_in_the_table_is_what_is_measured() -> None:
    measured = {load.name for load in (*LOOKING, ACTING)}
    more = "firstkey_p50=1 key_p50=1 reader_p50=1 reader_p99=1 firsteffect_p50=1 effect_p50=1"
    names = {name.split()[1] for name in figures("eight", f"{SAID} {more}")} | {"idle", "rests"}
    for part in (part for wanted in WANTED for part in wanted.parts):
        load, name = part.split()
        assert (load in measured and name in names) or part in {"kept mib", "scrolled bytes"}
