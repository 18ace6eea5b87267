"""The escape key, and what is taken for it."""

from __future__ import annotations

import pytest

from tests.terminal.conversing import ESCAPE, Line, dialogue, pressed
from tui_home.terminal import dialogue as constants


def test_escape_arrives_after_a_moment_and_at_once_for_the_parser() -> None:
    line = Line(dialogue("xterm"))
    line.arrive("\x1b")
    assert line.keys == ""
    line.pass_time(constants.SHORTEST_ESCAPE + 0.01)
    assert pressed(line.keys) == ["escape"]


@pytest.mark.parametrize(
    ("round_trip", "moment"),
    [(0.01, constants.SHORTEST_ESCAPE), (0.4, 0.4), (0.9, constants.LONGEST_ESCAPE)],
)
def test_the_moment_follows_the_round_trip(round_trip: float, moment: float) -> None:
    asked = dialogue("xterm", SSH_TTY="/dev/pts/0")
    asked.feed("\x1b", 0.0)
    assert asked.wait == pytest.approx(constants.REMOTE_ESCAPE)
    asked.feed("[?62c", round_trip)
    asked.feed("\x1b", 5.0)
    assert asked.wait == pytest.approx(moment)


@pytest.mark.parametrize(
    ("sequence", "key"),
    [
        ("\x1b[A", "up"),
        ("\x1bOA", "up"),
        ("\x1b[1;3D", "alt+left"),
        ("\x1b[<0;5;5M", "MouseDown"),
        ("\x1b[200~jq\x1b[201~", "Paste"),
        ("\x1b]11;rgb:1/2/3\x07", ""),
        ("\x1b]11;rgb:1/2/3\x1b\\", ""),
        ("\x1bP>|kitty(1)\x1b\\", ""),
        ("\x1b[?62;4c", ""),
    ],
)
@pytest.mark.parametrize("pause", [0.0, 0.05, 0.2, 0.6, 1.5])
def test_a_sequence_torn_anywhere_by_a_pause_never_types(sequence: str, key: str, pause: float) -> None:
    for cut in range(1, len(sequence)):
        line = Line(dialogue("xterm-256color"))
        line.arrive(sequence[:cut])
        line.pass_time(pause)
        line.arrive(sequence[cut:])
        line.pass_time(30)
        found = [name.partition("(")[0] for name in pressed(line.keys)]
        assert found == [key] * bool(key) or found == ["escape", *[key] * bool(key)]
        # It is the escape key only where the pause stood behind the ESC, and was long.
        assert "escape" not in found or (cut == 1 and pause > constants.SHORTEST_ESCAPE)
        assert line.asked.capabilities.background == ("#112233" if "11;" in sequence else "")


def test_keys_are_their_own_again_after_escape() -> None:
    line = Line(dialogue())
    for character in ("\x1b", "[", "j", "O", "]", "q"):
        line.arrive(character)
        line.pass_time(0.5)
    assert pressed(line.keys) == ["escape", "left_square_bracket", "j", "O", "right_square_bracket", "q"]
    line = Line(dialogue())
    line.arrive("\x1b")
    line.pass_time(constants.LATE + 1)
    line.arrive("[")
    assert line.keys == f"{ESCAPE}["


def test_escape_is_over_even_when_nobody_ticks() -> None:
    asked = dialogue()
    asked.feed("\x1b", 1.0)
    assert asked.tick(2.0) == ESCAPE
    assert asked.feed("[", 2.0 + constants.LATE + 0.1) == "["


def test_the_rest_of_a_sequence_that_never_comes_whole_does_not_type() -> None:
    line = Line(dialogue())
    for piece in ("\x1b", "[<0;5", "", ""):
        line.arrive(piece)
        line.pass_time(constants.LATE + 0.1 if piece != "\x1b" else 0.5)
    assert line.keys == ESCAPE


def test_a_control_sequence_waits_for_its_end_as_long_as_it_takes() -> None:
    line = Line(dialogue())
    line.arrive("\x1b[1;")
    line.pass_time(3600)
    line.arrive("3D")
    assert line.keys == "\x1b[1;3D"


def test_whatever_was_begun_nobody_is_locked_out_for_long() -> None:
    for begun in ("\x1b]", "\x1bP", "\x1b[200~", "\x1bX", "\x1b_"):
        line = Line(dialogue())
        line.arrive(begun)
        line.pass_time(constants.SILENCE + 0.1)
        line.arrive("q")
        assert line.keys == "q"


def test_escape_gets_out_of_what_alt_began() -> None:
    line = Line(dialogue())
    line.arrive("\x1b]")
    line.arrive("jj")
    line.arrive("\x1b")
    line.pass_time(1)
    line.arrive("q")
    assert line.keys == "q"
