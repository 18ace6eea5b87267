from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui_home.doors.ssh.rates import Allowance


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(-5, 50)), max_size=40))
def test_an_allowance_never_gives_more_than_its_rate(taken: list[tuple[float, float]]) -> None:
    allowance, now, latest, total = Allowance(100, 10, 0.0), 0.0, 0.0, 0.0
    for amount, later in taken:
        now += later
        latest = max(latest, now)
        if allowance.has(amount, now):
            allowance.take(amount, now)
            total += amount
        assert total <= 100 + 10 * latest + 1e-6
        assert allowance.left <= 100


@given(st.floats(0, 300), st.floats(0, 100))
def test_an_allowance_tells_how_long_to_wait(taken: float, wanted: float) -> None:
    allowance = Allowance(100, 10, 0.0)
    allowance.take(taken, 0.0)
    wait = allowance.wait(wanted, 0.0)
    assert allowance.has(wanted, wait + 1e-6)
    assert wait == 0 or not Allowance(100, 10, 0.0, 100).has(100 + 1e-3, 0.0)
