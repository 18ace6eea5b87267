from __future__ import annotations

from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment
from tui_home.terminal.examining import Examining

FENCE = "\x1b[?62;22c"


class Talk(Dialogue):
    """Asks one question, settles with its answer, and takes nothing out."""

    def __init__(self, question: str = "?\x1b[c") -> None:
        super().__init__(Environment({"TERM": "xterm-256color"}))
        self._questions = [question]
        self.fed = ""

    def question(self, now: float) -> str:  # noqa: ARG002 - as it is
        return self._questions.pop() if self._questions else ""

    def feed(self, data: str, now: float) -> str:  # noqa: ARG002 - as it is
        self.fed += data
        if FENCE in self.fed:
            self.capabilities = self.capabilities._replace(settled=True)
        return data


def test_once_the_questions_are_answered_widths_are_measured_in_one_round_trip() -> None:
    examining = Examining(Talk())
    assert examining.begin(10.0) == "?\x1b[c"
    assert examining.feed("\x1b]11;rgb:1/2/3\x07", 10.02) == ""
    question = examining.feed(FENCE, 10.04)
    assert "👋\x1b[6n" in question
    before = examining.over
    assert examining.feed("\x1b[1;2R" * question.count("\x1b[6n"), 10.1) == ""
    assert (before, examining.over, examining.milliseconds) == (False, True, 40)
    assert {row.terminal for row in examining.widths()} == {1}


def test_answers_are_kept_and_keys_are_not() -> None:
    examining = Examining(Talk())
    examining.begin(0.0)
    examining.feed("secret\r\x1b]11;rgb:1/2/3\x07pass\x1bPword", 0.1)
    examining.feed(FENCE, 0.1)
    assert examining.answers == ("\x1b]11;rgb:1/2/3\x07", FENCE)


def test_where_questions_come_in_two_rounds_both_are_awaited() -> None:
    examining = Examining(Talk("?\x1b[c!\x1b[c"))
    examining.begin(0.0)
    assert examining.feed(FENCE, 0.01) == ""
    assert "\x1b[6n" in examining.feed(FENCE, 0.02)
    assert examining.milliseconds == 20


def test_what_is_kept_is_bounded() -> None:
    examining = Examining(Talk())
    examining.begin(0.0)
    for _ in range(100):
        examining.feed("\x1b[?1;2y" * 100, 0.1)
    assert sum(map(len, examining.answers)) <= 4096


def test_a_terminal_that_is_asked_nothing_is_examined_at_once() -> None:
    examining = Examining(Talk(""))
    assert examining.begin(0.0) == ""
    assert (examining.asked, examining.over) == (False, True)
    assert {row.agrees for row in examining.widths()} == {None}


def test_a_silent_terminal_is_not_asked_where_its_cursor_is() -> None:
    examining = Examining(Talk())
    examining.begin(0.0)
    assert examining.tick(1.0) == ""
    assert (examining.over, examining.milliseconds) == (False, None)


def test_without_unicode_nothing_is_written_to_be_measured() -> None:
    examining = Examining(Talk(), measure=False)
    examining.begin(0.0)
    assert "\x1b[6n" not in examining.feed(FENCE, 0.1)
