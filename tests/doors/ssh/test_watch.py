from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.watch import End, Facts, Watch

LIMITS = Limits()
MUCH = LIMITS.max_out + 1


@pytest.mark.parametrize(
    ("facts", "seconds", "why"),
    [
        (Facts(untaken=MUCH), 30, End.STALLED),
        (Facts(rekeying=True), 15, End.REKEY),
        (Facts(authenticated=False, sessions=0), 15, End.LOGIN),
        (Facts(sessions=0), 10, End.SESSION),
        (Facts(closing=frozenset({0})), 10, End.CLOSE),
    ],
)
def test_what_must_not_last_ends_it_when_it_has_lasted(facts: Facts, seconds: float, why: End) -> None:
    watch = Watch(LIMITS, 100.0)
    assert [watch.look(facts, 100.0 + at) for at in (0, 1, seconds - 0.01, seconds)] == [None, None, None, why]


def test_what_stops_in_time_begins_anew() -> None:
    watch = Watch(LIMITS, 0.0)
    for now in range(0, 200, 9):
        assert watch.look(Facts(rekeying=True), now) is None
        assert watch.look(Facts(), now + 1) is None


def test_the_login_is_counted_from_the_first_byte() -> None:
    assert Watch(LIMITS, 0.0).look(Facts(authenticated=False), 15.0) is End.LOGIN


def test_one_closed_channel_after_the_other_is_no_delay() -> None:
    watch = Watch(LIMITS, 0.0)
    for now in range(50):
        assert watch.look(Facts(closing=frozenset({now // 5})), now) is None
    assert watch.look(Facts(closing=frozenset({1, 2})), 50) is None
    assert watch.look(Facts(closing=frozenset({2})), 60) is End.CLOSE


def test_nothing_is_drawn_over_the_limit_and_again_only_when_most_has_been_taken() -> None:
    watch = Watch(LIMITS, 0.0)
    seen = []
    for untaken in (LIMITS.max_out, MUCH, LIMITS.max_out, LIMITS.max_out // 4 + 1, LIMITS.max_out // 4):
        watch.look(Facts(untaken=untaken), 0.0)
        seen.append((watch.writable, watch.waits))
    assert seen == [(True, False), (False, True), (False, True), (False, True), (True, False)]


def test_who_takes_a_little_now_and_then_is_slow_and_not_stalled() -> None:
    watch = Watch(LIMITS, 0.0)
    for now in range(0, 580, 20):
        assert watch.look(Facts(untaken=MUCH), now) is None
        assert watch.look(Facts(untaken=LIMITS.max_out - 1), now + 10) is None


def test_who_takes_half_and_then_nothing_is_not_waited_for_without_end() -> None:
    watch = Watch(LIMITS, 0.0)
    watch.look(Facts(untaken=MUCH), 0.0)
    half = Facts(untaken=LIMITS.max_out // 2)
    assert [watch.look(half, at) for at in (1.0, LIMITS.idle_time - 1)] == [None, None]
    assert watch.look(half, LIMITS.idle_time) is End.STALLED


def test_far_too_much_ends_it_at_once() -> None:
    assert Watch(LIMITS, 0.0).look(Facts(untaken=LIMITS.full_out + 1), 0.0) is End.BYTES_OUT


@given(
    st.lists(
        st.tuples(
            st.builds(
                Facts,
                st.integers(0, 10**7),
                st.booleans(),
                st.booleans(),
                st.integers(0, 3),
                st.frozensets(st.integers(0, 3), max_size=3),
            ),
            st.floats(0, 40),
        ),
        max_size=40,
    )
)
def test_what_it_remembers_is_what_is_so(looks: list[tuple[Facts, float]]) -> None:
    watch, now = Watch(LIMITS, 0.0), 0.0
    for facts, later in looks:
        now += later
        watch.look(facts, now)
        assert len(watch._since) <= 4 + len(facts.closing) or facts.untaken > LIMITS.full_out
        assert watch.writable or facts.untaken > LIMITS.max_out // 4


def test_who_takes_nothing_is_told_nothing() -> None:
    assert not any(why.words for why in End if why.untaken)
    assert all(why.words.isascii() for why in End)
