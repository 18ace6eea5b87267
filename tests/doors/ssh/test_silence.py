from __future__ import annotations

from tui_home.doors.ssh.silence import UNANSWERED, Silence


def test_each_interval_without_a_byte_asks_once() -> None:
    silence = Silence(30.0, since=0.0)
    assert [now for now in range(100) if silence.is_long(0, now)] == [30, 60, 90]


def test_after_enough_questions_without_an_answer_nobody_is_there() -> None:
    silence = Silence(30.0, since=0.0)
    assert [silence.ask() for _ in range(UNANSWERED + 1)] == [True] * UNANSWERED + [False]


def test_whatever_comes_is_an_answer() -> None:
    silence = Silence(30.0, since=0.0)
    for _ in range(UNANSWERED):
        silence.ask()
    assert not silence.is_long(1, 31.0)
    assert silence.ask()
    assert not silence.is_long(1, 60.0)
    assert silence.is_long(1, 61.0)
