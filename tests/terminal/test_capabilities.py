from __future__ import annotations

import pytest

from tests.terminal.seen import seen
from tui_home.layout import DARK_PALETTE
from tui_home.model.look import TERMINAL_PALETTE, Depth
from tui_home.terminal.capabilities import (
    Capabilities,
    capabilities,
)
from tui_home.terminal.environment import Environment


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
        ("screen", Depth.EIGHT, False, True),
        ("screen-256color", Depth.EIGHT_BIT, False, True),
        ("linux", Depth.EIGHT, False, False),
        ("vt100", Depth.NONE, False, False),
        ("rxvt-unicode-256color", Depth.EIGHT_BIT, False, True),
        ("dumb", Depth.NONE, False, False),
        ("", Depth.NONE, False, False),
        ("no-such-terminal", Depth.EIGHT, False, True),
    ],
)
def test_what_a_terminal_can_do_follows_from_its_name(term: str, depth: Depth, hyperlinks: bool, osc52: bool) -> None:
    able = seen(TERM=term)
    assert (able.depth, able.hyperlinks, able.osc52) == (depth, hyperlinks, osc52)


@pytest.mark.parametrize(
    ("depth", "terms"),
    [
        (Depth.TRUECOLOR, "tmux-direct konsole-direct vte-direct iterm2 mintty vscode ms-terminal contour rio FOOT"),
        (Depth.EIGHT_BIT, "putty-256color screen-256color-bce screen.xterm-256color iTerm.app mlterm terminology"),
        (Depth.ANSI, "xterm-16color xterm-88color rxvt-unicode rxvt-88color putty konsole st tmux xterm-r6"),
        (Depth.EIGHT, "ansi cygwin eterm-color screen-bce rxvt kterm mach-color cons25 hurd xterminator"),
        (Depth.NONE, "vt100-w vt220-8bit vt320 vt525 vt102 linux-m rxvt-m ansi-mono sun mach unknown wy50 adm3a"),
    ],
)
def test_a_name_says_how_many_colours_there_are(depth: Depth, terms: str) -> None:
    for term in terms.split():
        assert seen(TERM=term).depth is depth, term


@pytest.mark.parametrize("term", ["", "dumb", "unknown", "vt52", "wyse60", "adm3a", "hp"])
def test_no_full_screen_where_control_sequences_are_not_understood(term: str) -> None:
    assert not seen(TERM=term).interactive


@pytest.mark.parametrize("term", ["vt100", "vt220", "linux", "ansi", "xterm", "eterm-color", "no-such-terminal"])
def test_a_full_screen_wherever_they_are(term: str) -> None:
    assert seen(TERM=term).interactive


@pytest.mark.parametrize(
    "term", ["vt100", "vt220-w", "ansi", "cygwin", "eterm-color", "hurd", "cons25", "linux-m", "sun"]
)
def test_those_that_print_what_they_do_not_know_are_sent_no_osc(term: str) -> None:
    able = seen(TERM=term, TERM_PROGRAM="WezTerm", VTE_VERSION="7600", WT_SESSION="a", COLORTERM="truecolor")
    assert not able.osc
    assert not able.osc52
    assert not able.hyperlinks
    assert able.depth <= Depth.EIGHT, "the variables are inherited from the terminal that it runs in"


@pytest.mark.parametrize(
    ("term", "dim"),
    [("vt100", False), ("vt220", False), ("linux", False), ("ansi", False), ("xterm", True), ("", True)],
)
def test_faint_text_is_for_those_that_have_it(term: str, dim: bool) -> None:
    assert seen(TERM=term).dim is dim
    assert seen(TERM=term).look(TERMINAL_PALETTE).dim is dim


@pytest.mark.parametrize(
    ("variables", "links"),
    [
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM_PROGRAM": "vscode"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"KITTY_WINDOW_ID": "1"}, True),
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
        ("utf-8", {"LC_ALL": "en_US.ISO-8859-1"}, False),
        ("utf-8", {"LANG": "de_DE@euro"}, False),
        ("utf-8", {"LANG": "en_GB.UTF-8", "TERM": "vt220"}, False),
        ("utf-8", {"LANG": "en_GB.UTF-8", "TERM": "ansi"}, False),
        ("utf-8", {"LANG": "en_GB.UTF-8", "TERM": "linux"}, True),
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


@pytest.mark.parametrize(
    ("variables", "asked"),
    [
        ({"TERM": "xterm-256color", "VTE_VERSION": "7006"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm-256color", "SSH_CONNECTION": "a 1 b 2"}, True),
        ({"TERM": "xterm-kitty", "VTE_VERSION": "7006"}, True),
        ({"TERM": "tmux-256color", "TMUX": "/run/t,1,0", "VTE_VERSION": "7006"}, True),
        ({"TERM": "rxvt-unicode-256color"}, True),
    ],
)
def test_only_terminals_known_to_have_no_clipboard_are_not_asked(variables: dict[str, str], asked: bool) -> None:
    able = capabilities(Environment(variables))
    assert (able.osc, able.osc52) == (True, asked)


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
def test_a_visitor_from_elsewhere_has_no_desktop_here_even_with_forwarding(name: str) -> None:
    assert seen(TERM="xterm", DISPLAY="localhost:10.0").graphical
    assert not seen(TERM="xterm", DISPLAY="localhost:10.0", **{name: "a 1 b 2"}).graphical


@pytest.mark.parametrize(("term", "few"), [("linux", True), ("linux-16color", True), ("xterm-256color", False)])
def test_the_console_has_few_glyphs(term: str, few: bool) -> None:
    able = capabilities(Environment({"TERM": term, "LANG": "C.UTF-8"}))
    assert able.unicode
    assert (able.few_glyphs, able.look(TERMINAL_PALETTE).few_glyphs) == (few, few)


@pytest.mark.parametrize(
    ("foreground", "background", "dim"),
    [
        ("", "", True),
        ("#e8e8e8", "", True),
        ("#ffffff", "#000000", True),
        ("#a8a8a8", "#000000", False),
        ("#1f1f21", "#ffffff", False),
        ("#ffffff", "#808080", False),
    ],
)
def test_nothing_is_faint_where_half_of_the_foreground_cannot_be_read(
    foreground: str, background: str, dim: bool
) -> None:
    for depth in (Depth.NONE, Depth.EIGHT, Depth.ANSI):
        able = Capabilities(depth=depth, foreground=foreground, background=background)
        assert able.look(TERMINAL_PALETTE).dim is dim
        assert able.look(DARK_PALETTE).dim is dim, "its greys are not used"
    rich = Capabilities(depth=Depth.EIGHT_BIT, foreground=foreground, background=background)
    assert rich.look(DARK_PALETTE).dim, "meta text is grey there, only rules are faint"
