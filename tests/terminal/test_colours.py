"""How many colours a terminal has, and whether they are wanted."""

from __future__ import annotations

import pytest

from tests.terminal.seen import seen
from tui_home.model.look import Depth
from tui_home.terminal.capabilities import (
    capabilities,
    colour_is_forced,
)
from tui_home.terminal.environment import Environment


@pytest.mark.parametrize("said", ["truecolor", "24bit", "TrueColor"])
def test_colorterm_promises_all_colours(said: str) -> None:
    assert seen(TERM="xterm-256color", COLORTERM=said).depth is Depth.TRUECOLOR


def test_no_color_counts_only_when_it_is_not_empty() -> None:
    assert seen(TERM="xterm-kitty", NO_COLOR="0").depth is Depth.NONE
    assert seen(TERM="xterm-kitty", NO_COLOR="").depth is Depth.TRUECOLOR


def test_clicolor_0_is_for_terminals_too() -> None:
    assert seen(TERM="xterm-kitty", CLICOLOR="0").depth is Depth.NONE
    assert seen(TERM="xterm-kitty", CLICOLOR="1").depth is Depth.TRUECOLOR
    assert seen(TERM="xterm-kitty", FORCE_COLOR="0").depth is Depth.NONE


@pytest.mark.parametrize(
    ("variables", "forced", "depth"),
    [
        ({"CLICOLOR_FORCE": "1"}, True, Depth.EIGHT_BIT),
        ({"CLICOLOR_FORCE": "1", "CLICOLOR": "0"}, True, Depth.EIGHT_BIT),
        ({"CLICOLOR_FORCE": "1", "TERM": ""}, True, Depth.EIGHT),
        ({"CLICOLOR_FORCE": "0"}, False, Depth.EIGHT_BIT),
        ({"CLICOLOR_FORCE": ""}, False, Depth.EIGHT_BIT),
        ({"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False, Depth.NONE),
        ({"FORCE_COLOR": "1"}, True, Depth.EIGHT_BIT),
        ({"FORCE_COLOR": "3"}, True, Depth.TRUECOLOR),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, Depth.ANSI),
        ({"FORCE_COLOR": "0"}, False, Depth.NONE),
        ({}, False, Depth.EIGHT_BIT),
    ],
)
def test_colours_can_be_asked_for_down_a_pipe(variables: dict[str, str], forced: bool, depth: Depth) -> None:
    environment = Environment({"TERM": "xterm-256color", **variables}, stdout_tty=False)
    assert (colour_is_forced(environment), capabilities(environment).depth) == (forced, depth)


def test_windows_terminal_has_all_colours_but_what_runs_in_it_may_not() -> None:
    assert seen(TERM="xterm-256color", WT_SESSION="a-b").depth is Depth.TRUECOLOR
    assert seen(TERM="screen-256color", TMUX="/run/t,1,0", WT_SESSION="a-b").depth is Depth.EIGHT_BIT
