from __future__ import annotations

import re

import pytest

from tui_home.terminal.decisions import Multiplexer
from tui_home.terminal.environment import Environment
from tui_home.terminal.questions import COLOURS, Topic, plan, question


def asked(**variables: str) -> str:
    made = plan(Environment(variables))
    return question(made.topics, made.multiplexer)


@pytest.mark.parametrize(
    "term", ["linux", "dumb", "", "vt100", "vt220", "cygwin", "ansi", "eterm-color", "sun", "unknown", "xterm-mono"]
)
def test_terminals_that_print_what_they_do_not_know_are_asked_nothing(term: str) -> None:
    made = plan(Environment({"TERM": term}))
    assert (made.topics, made.later) == ((), ())
    assert made.reason.startswith("not asked: TERM is")


@pytest.mark.parametrize(
    "environment",
    [
        Environment({"TERM": "xterm"}, stdin_tty=False),
        Environment({"TERM": "xterm"}, stdout_tty=False),
        Environment({"WT_SESSION": "a"}, platform="win32"),
    ],
)
def test_nobody_is_asked_whose_answer_could_not_be_read(environment: Environment) -> None:
    assert plan(environment).topics == ()


def test_a_terminal_known_to_be_modern_is_asked_everything_in_one_round_trip() -> None:
    for variables in ({"TERM": "xterm-kitty"}, {"TERM": "foot"}, {"TERM": "xterm-256color", "VTE_VERSION": "7000"}):
        made = plan(Environment(variables))
        assert set(made.topics) == set(Topic)
        assert made.later == ()


def test_every_round_trip_is_fenced_at_its_end() -> None:
    for term in ("xterm-256color", "xterm-kitty", "rxvt-unicode-256color", "st-256color", "tmux-256color", "screen"):
        made = plan(Environment({"TERM": term}))
        assert made.topics[-1] is Topic.FENCE
        assert not made.later or made.later[-1] is Topic.FENCE
        assert question(made.topics, made.multiplexer).count("\x1b[c") == 1


def test_of_an_unknown_terminal_only_what_none_prints_is_asked_first() -> None:
    text = asked(TERM="xterm-256color")
    # Apple's Terminal prints the end of a DECRQM, rxvt the inside of an APC.
    assert "$p" not in text
    assert "\x1b_" not in text
    assert plan(Environment({"TERM": "xterm-256color"})).later


def test_questions_that_a_terminal_is_known_to_take_badly_are_never_asked() -> None:
    apple = plan(Environment({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}))
    assert apple.later == ()
    assert not {Topic.SYNCHRONIZED, Topic.GRAPHICS} & {*apple.topics}
    rxvt = plan(Environment({"TERM": "rxvt-unicode-256color", "KITTY_WINDOW_ID": "1"}))
    assert Topic.GRAPHICS not in {*rxvt.topics, *rxvt.later}
    st = plan(Environment({"TERM": "st-256color"}))
    assert Topic.KEYBOARD not in {*st.topics, *st.later}


def test_tmux_is_asked_itself_and_to_pass_the_questions_for_colours_on() -> None:
    text = asked(TERM="tmux-256color", TMUX="/run/t,1,0")
    own, _, fence = re.sub(r"\x1bPtmux;.*?\x1b\\", "|", text).rpartition("||")
    assert fence == Topic.FENCE.value
    assert own.startswith("\x1b]10;?\x07\x1b]11;?\x07")
    assert "\x1bPtmux;\x1b\x1b]11;?\x07\x1b\\" in text
    # It would become the title of its pane.
    assert "\x1b_" not in text


def test_gnu_screen_passes_every_question_on_in_pieces_that_it_takes() -> None:
    text = asked(TERM="screen.xterm-256color", STY="1.pts-0")
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", text)
    assert pieces == [Topic.FOREGROUND.value, Topic.BACKGROUND.value, Topic.FENCE.value]
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == text
    assert all(len(piece) < 250 for piece in pieces)


def test_colours_alone_can_be_asked_again() -> None:
    assert question(COLOURS, Multiplexer.NONE) == "\x1b]10;?\x07\x1b]11;?\x07"
