from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.layout import DARK_PALETTE
from tui_home.model.look import TERMINAL_PALETTE, Depth
from tui_home.terminal.capabilities import (
    Capabilities,
    Multiplexer,
    capabilities,
    colour_is_forced,
    findings,
    in_words,
)
from tui_home.terminal.environment import Environment
from tui_home.text.safe import printable


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


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
def test_a_visitor_from_elsewhere_has_no_desktop_here_even_with_forwarding(name: str) -> None:
    assert seen(TERM="xterm", DISPLAY="localhost:10.0").graphical
    assert not seen(TERM="xterm", DISPLAY="localhost:10.0", **{name: "a 1 b 2"}).graphical


VARIABLES = ("TERM", "COLORTERM", "NO_COLOR", "CLICOLOR_FORCE", "TMUX", "STY", "TERM_PROGRAM", "VTE_VERSION", "LANG")
VALUES = st.one_of(
    st.sampled_from(("", "1", "xterm-256color", "screen", "tmux", "C.UTF-8", "7600")), st.text(max_size=90)
)


@given(st.dictionaries(st.sampled_from(VARIABLES), VALUES), st.booleans())
def test_findings_are_what_the_program_goes_by_and_safe_to_print(variables: dict[str, str], tty: bool) -> None:
    environment = Environment(variables, stdout_tty=tty)
    able = capabilities(environment)
    found = findings(environment)
    assert [finding.value for finding in found] == [in_words(getattr(able, finding.name)) for finding in found]
    for finding in found:
        assert printable(finding.why) == finding.why
        assert 0 < len(finding.why) < 100


@pytest.mark.parametrize(
    ("variables", "name", "value", "why"),
    [
        ({"TERM": "linux"}, "depth", "8 colours", "TERM is linux"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "depth", "no colours", "NO_COLOR is set"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "depth", "all colours", "COLORTERM is truecolor"),
        ({"LC_ALL": "C", "LANG": "C.UTF-8"}, "unicode", "no", "LC_ALL is C"),
        ({"TERM": "dumb"}, "interactive", "no", "TERM is dumb"),
        ({"TERM": "screen"}, "multiplexer", "screen", "TERM is screen"),
        ({"TERM": "xterm"}, "multiplexer", "none", "neither TMUX nor STY is set"),
        ({"TERM": "xterm", "SSH_TTY": "/dev/pts/1"}, "remote", "yes", "SSH_TTY is set"),
    ],
)
def test_every_finding_has_its_reason(variables: dict[str, str], name: str, value: str, why: str) -> None:
    assert (name, value, why) in findings(Environment(variables))


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
