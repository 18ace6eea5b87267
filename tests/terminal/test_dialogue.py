from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser

from tests.terminal.conversing import ANSWERS, COLOURS, Line, dialogue, pressed
from tests.terminal.test_input import BROKEN, WHOLE
from tui_home.terminal import dialogue as constants
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment

ASK_COLOURS = "\x1b]10;?\x07\x1b]11;?\x07"


def test_all_answers_make_one_picture_and_none_of_them_a_key() -> None:
    asked = dialogue()
    assert asked.feed(f"j{ANSWERS}k", 0.2) == "jk"
    able = asked.capabilities
    assert (able.foreground, able.background) == ("#d0d0d0", "#101010")
    assert (able.program, able.cell) == ("kitty(0.36.0)", (8, 16))
    assert able.synchronized
    assert able.scheme_reports
    assert able.kitty_keyboard
    assert able.kitty_graphics
    assert able.sixel
    assert able.settled


def test_each_change_makes_other_capabilities_and_leaves_the_old_ones_alone() -> None:
    asked = dialogue()
    before = asked.capabilities
    asked.feed(COLOURS, 0.1)
    assert before.background == ""
    assert asked.capabilities.background == "#101010"
    known = asked.capabilities
    asked.feed("jjj\x1b[A\x1b]11;#fff\x07", 0.2)
    assert asked.capabilities is known


@given(st.lists(st.integers(0, len(ANSWERS) + 4), max_size=12), st.lists(st.floats(0, 0.7), min_size=14, max_size=14))
def test_answers_in_pieces_at_any_times_are_the_same(cuts: list[int], pauses: list[float]) -> None:
    text = f"j\x1b[A{ANSWERS}k"
    # A pause after an ESC is the escape key's, and another test's.
    places = [0, *(cut for cut in sorted(cuts) if text[cut - 1 : cut] != "\x1b"), len(text)]
    line = Line(dialogue())
    for pause, start, end in zip(pauses, places[:-1], places[1:], strict=False):
        line.pass_time(pause)
        line.arrive(text[start:end])
    line.arrive(text[places[-1] :])
    assert line.keys == "j\x1b[Ak"
    whole = dialogue()
    whole.feed(text, 0.1)
    assert line.asked.capabilities == whole.capabilities


@given(st.lists(st.tuples(st.sampled_from(WHOLE + BROKEN), st.floats(0, 20)), max_size=20))
def test_nothing_hostile_at_any_time_breaks_it(parts: list[tuple[str, float]]) -> None:
    line = Line(dialogue())
    for part, pause in parts:
        line.arrive(part)
        line.pass_time(pause)
    line.pass_time(30)
    assert line.asked.wait is None
    # Nobody is locked out, and the parser has understood everything.
    assert line.asked.feed("\x1b[24~", line.now)[-5:] == "\x1b[24~"
    parser = XTermParser()
    for _ in parser.feed(line.keys + "q"):
        pass
    assert parser._timeout_time is None


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_neither_do_random_bytes(chunks: list[bytes]) -> None:
    line = Line(dialogue())
    for chunk in chunks:
        line.arrive(chunk.decode("utf-8", "replace"))
    line.pass_time(30)
    assert pressed(line.keys + "\x1b[24~")[-1] == "f12"


# What is asked, and when


@pytest.mark.parametrize("term", ["linux", "dumb", "vt100", "cygwin"])
def test_whoever_is_asked_nothing_is_settled_and_believed_nothing(term: str) -> None:
    asked = Dialogue(Environment({"TERM": term}))
    assert asked.question(0.0) == ""
    assert asked.capabilities.settled
    assert asked.wait is None
    before = asked.capabilities
    assert asked.feed(f"j{ANSWERS}k", 0.1) == "jk"
    assert asked.capabilities is before


def test_questions_are_asked_once() -> None:
    asked = Dialogue(Environment({"TERM": "xterm-kitty"}))
    assert asked.question(0.0)
    assert asked.question(0.1) == ""


def test_a_terminal_that_shows_to_be_modern_is_asked_the_rest() -> None:
    asked = dialogue("xterm-256color")
    asked.feed(f"{COLOURS}\x1bP>|ghostty 1.0.0\x1b\\\x1b[?62;22c", 0.1)
    # What decides how things look is known; the rest may take another round trip.
    assert asked.capabilities.settled
    rest = asked.question(0.1)
    assert "\x1b[?2026$p" in rest
    assert rest.endswith("\x1b[c")
    asked.feed("\x1b[?2026;2$y\x1b[?62;22c", 0.2)
    assert asked.capabilities.synchronized
    assert asked.question(0.2) == ""


def test_what_is_owed_is_known_until_it_comes() -> None:
    asked = Dialogue(Environment({"TERM": "xterm-256color"}))
    owed = [asked.owes]
    for now, data in enumerate(("", f"{COLOURS}\x1bP>|x(1)\x1b\\\x1b[?1c", "\x1b[?1c", "\x1b[I"), start=1):
        asked.feed(data, now)
        owed.append(asked.owes)
        if data.endswith("I"):
            asked.ask_colours()
        asked.question(now)
        owed.append(asked.owes)
    asked.feed(COLOURS, 9)
    assert [*owed, asked.owes] == [False, False, True, False, True, False, False, False, True, False]


def test_one_that_does_not_is_left_alone() -> None:
    asked = dialogue("xterm-256color")
    asked.feed(f"{COLOURS}\x1b[?1;2c", 0.1)
    assert asked.capabilities.settled
    assert asked.question(0.1) == ""


@pytest.mark.parametrize(
    ("variables", "patience"), [({}, constants.PATIENCE), ({"SSH_TTY": "/dev/pts/0"}, constants.REMOTE_PATIENCE)]
)
def test_silence_is_an_answer_too_and_late_ones_are_still_used(variables: dict[str, str], patience: float) -> None:
    line = Line(dialogue("xterm-256color", **variables))
    line.pass_time(patience - 0.01)
    before = line.settled
    line.pass_time(0.02)
    assert (before, line.settled) == (False, True)
    assert line.asked.wait is None
    line.pass_time(60)
    line.arrive(f"j{COLOURS}\x1b[?1;2ck")
    assert line.asked.capabilities.background == "#101010"
    assert line.keys == "jk"


def test_only_the_first_answer_to_a_question_counts() -> None:
    asked = dialogue()
    assert asked.feed("\x1b]11;#ffffff\x07" + "\x1b]11;#000000\x07" * 5000, 0.1) == ""
    assert asked.capabilities.background == "#ffffff"


# Colours that change


def test_colours_are_asked_again_when_the_terminal_says_that_they_changed() -> None:
    asked = dialogue()
    asked.feed(ANSWERS, 0.1)
    assert asked.question(0.1) == "\x1b[?2031h"
    assert asked.feed("\x1b[?997;2n", 5.0) == ""
    assert asked.question(5.0) == ASK_COLOURS
    asked.feed("\x1b]11;#ffffff\x1b\\\x1b]10;#000000\x1b\\", 5.1)
    assert (asked.capabilities.foreground, asked.capabilities.background) == ("#000000", "#ffffff")
    assert asked.question(5.2) == ""


def test_thousands_of_changes_make_few_questions() -> None:
    asked = dialogue()
    asked.feed(ANSWERS, 0.1)
    asked.question(0.1)
    questions = 0
    for step in range(2000):
        now = 1.0 + step / 1000
        asked.feed("\x1b[?997;1n", now)
        questions += bool(asked.question(now))
    assert questions <= 5
    # The last change is not forgotten.
    assert asked.wait is not None
    assert asked.question(9.0) == ASK_COLOURS


def test_who_never_said_that_it_tells_is_not_believed() -> None:
    asked = dialogue()
    asked.feed(f"{COLOURS}\x1b[?62c", 0.1)
    asked.feed("\x1b[?997;1n", 5.0)
    assert asked.question(5.0) == ""


def test_colours_are_asked_again_only_of_those_who_told_them() -> None:
    asked = dialogue()
    asked.ask_colours()
    asked.feed("\x1b[?62c", 0.1)
    assert asked.question(9.0) == ""
    asked.feed("\x1b]11;#fff\x07", 9.1)
    asked.ask_colours()
    assert asked.question(9.2) == "\x1b]11;?\x07"


def test_what_was_switched_on_is_switched_off_and_on_again_after_a_stop() -> None:
    asked = dialogue()
    assert asked.farewell() == ""
    asked.resume()
    asked.feed(ANSWERS, 0.1)
    assert asked.question(0.1) == "\x1b[?2031h"
    assert asked.farewell() == "\x1b[?2031l"
    assert asked.question(1.0) == ""
    asked.resume()
    assert asked.question(2.0) == f"\x1b[?2031h{ASK_COLOURS}"


@pytest.mark.parametrize(
    ("round_trip", "remote", "slowest"),
    [(0.01, "", 0.3), (0.5, "192.0.2.1 5 192.0.2.2 22", 1.0), (2.0, "192.0.2.1 5 192.0.2.2 22", 2.5)],
)
def test_later_answers_are_waited_for_as_long_as_the_first_have_taken(
    round_trip: float, remote: str, slowest: float
) -> None:
    asked = dialogue(SSH_CONNECTION=remote)
    assert asked.slowest == (constants.REMOTE_PATIENCE if remote else constants.PATIENCE)
    asked.feed(ANSWERS, round_trip)
    assert asked.slowest == slowest
