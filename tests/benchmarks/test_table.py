"""What is told of what was measured: medians, ratios and aims."""

from __future__ import annotations

import pytest

from tests.benchmarks.figures import Aim, Group, Row
from tests.benchmarks.results import report
from tests.benchmarks.table import markdown, text

RATE = Row("visits a second", "/s", (100.0, 90.0, 40.0), (50.0, 100.0, 50.0), Aim(2, at_least=True))
FRAME = Row("first frame", "ms", (3.0,), (20.0,), Aim(0.15))
ALONE = Row("memory kept", "MiB", (0.25, 7.0, 0.5), aim=Aim(5, "MiB"))


def test_a_row_has_medians_spread_and_the_median_of_each_runs_own_ratio() -> None:
    told = " ".join(text(Group("Visits", "a peer", (RATE,))).split())
    assert told == "Visits, beside a peer visits a second 90.0 /s (40.0 to 100.0) 50.0 /s (50.0 to 100.0) 0.90× ≥ 2× NO"


@pytest.mark.parametrize(
    ("row", "met"),
    [
        (RATE, False),
        (FRAME, True),
        (ALONE, True),
        (Row("idle", "%", (0.3,), aim=Aim(0.2, "%")), False),
        (Row("no aim", "ms", (1.0,), (1.0,)), None),
        (Row("no peer", "ms", (1.0,), aim=Aim(1)), None),
        (Row("a peer of nothing", "%", (0.0,), (0.0,), Aim(1)), None),
        (Row("not measured", "ms", (), aim=Aim(1, "ms")), None),
    ],
)
def test_an_aim_is_met_missed_or_cannot_be_judged(row: Row, met: bool | None) -> None:
    assert row.met is met


def test_the_report_is_one_table_and_says_which_aims_are_missed() -> None:
    groups = [Group("Visits", "the peer", (RATE, FRAME)), Group("Alone", "", (ALONE,), ("no Go here",))]
    told = report(groups, ["2 cores"])
    assert "- 2 cores\n\nOf 3 aims 2 are reached; not: visits a second.\n" in told
    assert told.count("|---") == 1
    assert "| first frame | 3.0 ms | 20.0 ms | 0.15× | ≤ 0.15× | yes |" in told
    assert "| memory kept | 0.50 MiB (0.25 to 7.00) |  |  | ≤ 5 MiB | yes |" in told
    assert told.endswith("- Alone: no Go here\n")


def test_what_was_not_measured_says_so() -> None:
    assert "| a key | not measured |  |  | ≤ 4× |  |" in markdown(
        [Group("Keys", "", (Row("a key", "ms", (), aim=Aim(4)),))]
    )
