from __future__ import annotations

import pytest

from tui_home.doors.ssh.environment import Size, Told
from tui_home.doors.ssh.limits import Limits
from tui_home.model.look import Depth
from tui_home.terminal.capabilities import Capabilities, capabilities

LIMITS = Limits()


def told(term: bytes = b"xterm-256color", **variables: str) -> Told:
    found = Told().with_terminal(term, Size(80, 24), LIMITS)
    for name, value in variables.items():
        assert found
        found = found.with_variable(name.encode(), value.encode(), LIMITS)
    assert found
    return found


def able(term: bytes = b"xterm-256color", **variables: str) -> Capabilities:
    return capabilities(told(term, **variables).environment())


def test_the_terminals_own_word_decides() -> None:
    assert able().depth is Depth.EIGHT_BIT
    assert able(COLORTERM="truecolor").depth is Depth.TRUECOLOR
    assert able(NO_COLOR="1").depth is Depth.NONE
    assert able(b"dumb").interactive is False
    assert able().remote
    assert not able().graphical


def test_text_is_utf_8_unless_the_locale_says_otherwise() -> None:
    assert able().unicode
    assert able(LANG="de_DE.UTF-8").unicode
    assert able(LC_CTYPE="UTF-8").unicode
    assert not able(LANG="de_DE.ISO-8859-1").unicode
    assert not able(LC_ALL="C").unicode


@pytest.mark.parametrize(
    "name", ["PATH", "LD_PRELOAD", "COLUMNS", "TERM", "SSH_TTY", "FORCE_COLOR", "DISPLAY", "", "lang"]
)
def test_what_is_not_on_the_list_is_not_taken(name: str) -> None:
    assert told().with_variable(name.encode(), b"x", LIMITS) is None


@pytest.mark.parametrize("value", [b"x\x1b", b"a\nb", b"\xc3\xa4", b"x" * 253])
def test_values_are_short_and_printable(value: bytes) -> None:
    assert told().with_variable(b"LANG", value, LIMITS) is None


def test_there_are_only_so_many() -> None:
    found = told(b"xterm", **{f"LC_{number}": "x" for number in range(LIMITS.max_variables)})
    assert found.with_variable(b"LC_X", b"x", LIMITS) is None
    again = found.with_variable(b"LC_0", b"y", LIMITS)
    assert again
    assert again.variables["LC_0"] == "y"


def test_a_terminal_is_asked_for_once_with_a_name_of_its_own() -> None:
    assert told().with_terminal(b"xterm", Size(80, 24), LIMITS) is None
    for name in (b"x" * 65, b"xterm\x07", b"\xff"):
        assert Told().with_terminal(name, Size(80, 24), LIMITS) is None
    assert Told().environment().stdout_tty is False


@pytest.mark.parametrize(
    ("size", "drawn"),
    [((0, 0), (80, 24)), ((100, 0), (100, 24)), ((60_000, 60_000), (500, 200)), ((1, 1), (1, 1))],
)
def test_sizes_are_brought_within_bounds(size: tuple[int, int], drawn: tuple[int, int]) -> None:
    assert Size(*size).clamped(LIMITS) == drawn
