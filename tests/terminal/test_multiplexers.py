"""What is left of a terminal's abilities within tmux and GNU screen."""

from __future__ import annotations

import pytest

from tests.terminal.seen import seen
from tui_home.model.look import Depth
from tui_home.terminal.capabilities import (
    Multiplexer,
    capabilities,
)
from tui_home.terminal.environment import Environment


def test_tmux_has_the_bright_colours_whatever_it_is_called() -> None:
    assert seen(TERM="screen", TMUX="/run/t,1,0").depth is Depth.ANSI
    assert seen(TERM="screen", STY="1.pts").depth is Depth.EIGHT


def test_gnu_screen_gets_no_more_than_its_own_colours_and_no_links() -> None:
    able = seen(TERM="screen-256color", STY="1.pts", COLORTERM="truecolor", TERM_PROGRAM="WezTerm")
    assert (able.depth, able.hyperlinks, able.multiplexer) == (Depth.EIGHT_BIT, False, Multiplexer.SCREEN)


@pytest.mark.parametrize(
    ("version", "links"),
    [("3.4", True), ("3.5a", True), ("next-3.6", True), ("3.3a", False), ("", False), ("x", False)],
)
def test_tmux_passes_links_on_since_3_4(version: str, links: bool) -> None:
    able = seen(TERM="tmux-256color", TMUX="/run/t,1,0", TERM_PROGRAM="tmux", TERM_PROGRAM_VERSION=version)
    assert able.hyperlinks is links
    assert able.multiplexer is Multiplexer.TMUX


def test_tmux_with_the_outer_terminals_variables_is_not_trusted_with_links() -> None:
    assert not seen(TERM="screen-256color", TMUX="/run/t,1,0", VTE_VERSION="7600", TERM_PROGRAM="WezTerm").hyperlinks


@pytest.mark.parametrize(
    ("variables", "multiplexer"),
    [
        ({"TERM": "tmux-256color", "TMUX": "a", "STY": "b"}, Multiplexer.TMUX),
        ({"TERM": "screen.xterm-256color", "TMUX": "a", "STY": "b"}, Multiplexer.SCREEN),
        ({"TERM": "screen", "TMUX": "a", "STY": "b"}, Multiplexer.SCREEN),
        ({"TERM": "screen", "TMUX": "a"}, Multiplexer.TMUX),
        ({"TERM": "screen"}, Multiplexer.SCREEN),
    ],
)
def test_where_one_multiplexer_runs_in_another_the_careful_one_is_assumed(
    variables: dict[str, str], multiplexer: Multiplexer
) -> None:
    assert capabilities(Environment(variables)).multiplexer is multiplexer
