from __future__ import annotations

import pytest

from tui_home.model.look import TERMINAL_PALETTE, Depth
from tui_home.terminal.capabilities import Capabilities, Multiplexer, capabilities
from tui_home.terminal.environment import Environment


def seen(**variables: str) -> Capabilities:
    return capabilities(Environment(variables))


@pytest.mark.parametrize(
    ("term", "depth", "hyperlinks", "osc52"),
    [
        ("xterm", Depth.ANSI, False, True),
        ("xterm-256color", Depth.EIGHT_BIT, False, True),
        ("xterm-direct", Depth.TRUECOLOR, False, True),
        ("xterm-mono", Depth.NONE, False, False),
        ("xterm-kitty", Depth.TRUECOLOR, True, True),
        ("xterm-ghostty", Depth.TRUECOLOR, True, True),
        ("foot", Depth.TRUECOLOR, True, True),
        ("wezterm", Depth.TRUECOLOR, True, True),
        ("alacritty", Depth.TRUECOLOR, True, True),
        ("tmux-256color", Depth.EIGHT_BIT, False, True),
        ("screen", Depth.ANSI, False, True),
        ("screen-256color", Depth.EIGHT_BIT, False, True),
        ("linux", Depth.ANSI, False, False),
        ("vt100", Depth.NONE, False, False),
        ("rxvt-unicode-256color", Depth.EIGHT_BIT, False, True),
        ("dumb", Depth.NONE, False, False),
        ("", Depth.NONE, False, False),
        ("no-such-terminal", Depth.ANSI, False, True),
    ],
)
def test_what_a_terminal_can_do_follows_from_its_name(term: str, depth: Depth, hyperlinks: bool, osc52: bool) -> None:
    able = seen(TERM=term)
    assert (able.depth, able.hyperlinks, able.osc52) == (depth, hyperlinks, osc52)


@pytest.mark.parametrize("said", ["truecolor", "24bit", "TrueColor"])
def test_colorterm_promises_all_colours(said: str) -> None:
    assert seen(TERM="xterm-256color", COLORTERM=said).depth is Depth.TRUECOLOR


def test_no_color_counts_only_when_it_is_not_empty() -> None:
    assert seen(TERM="xterm-kitty", NO_COLOR="0").depth is Depth.NONE
    assert seen(TERM="xterm-kitty", NO_COLOR="").depth is Depth.TRUECOLOR


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
    ("variables", "links"),
    [
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM_PROGRAM": "vscode"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"VTE_VERSION": "7600"}, True),
        ({"VTE_VERSION": "5000"}, False),
        ({"VTE_VERSION": "many"}, False),
        ({"WT_SESSION": "a-b"}, True),
    ],
)
def test_links_are_for_terminals_known_to_follow_them(variables: dict[str, str], links: bool) -> None:
    assert seen(TERM="xterm-256color", **variables).hyperlinks is links


def test_a_pipe_gets_no_links_and_is_not_asked_to_copy() -> None:
    able = capabilities(Environment({"TERM": "xterm-kitty"}, stdout_tty=False))
    assert (able.hyperlinks, able.osc52, able.interactive) == (False, False, False)


@pytest.mark.parametrize(
    ("encoding", "variables", "unicode"),
    [
        ("utf-8", {}, True),
        ("UTF8", {"LANG": "en_GB.UTF-8"}, True),
        ("utf-8", {"LC_ALL": "C"}, False),
        ("utf-8", {"LC_ALL": "", "LANG": "de_DE.utf8"}, True),
        ("utf-8", {"LC_CTYPE": "C.UTF-8", "LANG": "C"}, True),
        ("iso8859-1", {"LANG": "en_GB.UTF-8"}, False),
        ("ascii", {}, False),
    ],
)
def test_unicode_needs_the_encoding_and_no_locale_against_it(
    encoding: str, variables: dict[str, str], unicode: bool
) -> None:
    assert capabilities(Environment(variables, encoding=encoding)).unicode is unicode


def test_windows_needs_no_term() -> None:
    able = capabilities(Environment({"WT_SESSION": "a-b", "LANG": "C"}, platform="win32"))
    assert (able.depth, able.unicode, able.hyperlinks) == (Depth.TRUECOLOR, True, True)
    assert able.interactive
    assert able.graphical


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
def test_an_ssh_login_counts_as_remote(name: str) -> None:
    assert seen(TERM="xterm", **{name: "192.0.2.1 1 192.0.2.2 22"}).remote
    assert not seen(TERM="xterm", **{name: ""}).remote


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"])
def test_a_desktop_is_where_one_is_named(name: str) -> None:
    assert seen(TERM="xterm", **{name: ":0"}).graphical
    assert not seen(TERM="xterm").graphical


def test_the_look_carries_what_decides_how_text_is_drawn() -> None:
    able = Capabilities(depth=Depth.EIGHT_BIT, unicode=False, hyperlinks=True)
    look = able.look(TERMINAL_PALETTE)
    assert (look.depth, look.unicode, look.hyperlinks, look.interactive) == (Depth.EIGHT_BIT, False, True, True)
    assert not able.look(TERMINAL_PALETTE, interactive=False).interactive
