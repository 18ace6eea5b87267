from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.output.doctor_cases import RICH, examined
from tui_home.output.doctor_advice import advice_for
from tui_home.output.doctor_facts import Machine

FENCE = "\x1b[?62c"


def advised(*answers: str, machine: Machine | None = None, variables: Mapping[str, str] | None = None) -> list[str]:
    facts = examined(*(answers or (FENCE,)), variables=variables, machine=machine)
    return [f"{advice.about}: {advice.text}" for advice in advice_for(facts)]


def test_there_is_none_where_all_is_well() -> None:
    assert advised(*RICH, variables={"TERM": "xterm-kitty", "COLORTERM": "truecolor"}) == []
    assert advised() == []


@pytest.mark.parametrize(
    ("variables", "begins"),
    [
        ({"TERM": ""}, "TERM: it says nothing; export TERM=xterm-256color"),
        ({"TERM": "dumb"}, "TERM: dumb takes plain text only, so that the homepage comes in lines"),
        ({"LANG": "C"}, "LANG: it is C, so content is spelt in ASCII; export LANG=C.UTF-8"),
        ({"LC_ALL": "POSIX"}, "LC_ALL: it is POSIX, so content is spelt in ASCII; export LC_ALL=C.UTF-8"),
        ({"NO_COLOR": "1"}, "NO_COLOR: it is set"),
        ({"SSH_TTY": "/dev/pts/1"}, "ssh: COLORTERM is not sent; SendEnv COLORTERM"),
        ({"TERM": "screen", "STY": "1.pts"}, "screen: term screen-256color in .screenrc"),
        ({"TERM": "screen", "TMUX": "/x,1,0"}, "tmux: set -g default-terminal tmux-256color"),
        ({"TERM": "vt100", "TMUX": "/x,1,0"}, "tmux: set -g default-terminal tmux-256color"),
    ],
)
def test_each_variable_that_holds_something_back_is_named_with_what_to_write(
    variables: dict[str, str], begins: str
) -> None:
    said = advised(variables=variables)
    assert said
    assert said[0].startswith(begins)


@pytest.mark.parametrize("term", ["vt100", "linux"])
def test_a_terminal_that_has_no_more_is_given_no_advice(term: str) -> None:
    assert advised(variables={"TERM": term}) == []


def test_who_sends_colorterm_is_not_told_to() -> None:
    assert advised(variables={"SSH_TTY": "/dev/pts/1", "COLORTERM": "truecolor"}) == []


@pytest.mark.parametrize(
    ("machine", "said"),
    [
        (Machine("external"), ["tmux: set -s set-clipboard on — lets programs in tmux copy"]),
        (Machine(), ["tmux: unless it is so already: set -s set-clipboard on — lets programs in tmux copy"]),
        (Machine("on"), []),
    ],
)
def test_tmux_is_named_unless_it_lets_programs_copy(machine: Machine, said: list[str]) -> None:
    assert advised(machine=machine, variables={"TERM": "tmux-256color", "TMUX": "/x,1,0"}) == said


def test_where_a_desktop_has_a_clipboard_the_terminal_needs_none() -> None:
    variables = {"TERM": "tmux-256color", "TMUX": "/x,1,0", "DISPLAY": ":0"}
    assert advised(machine=Machine("external"), variables=variables) == []
    missing = advised(machine=Machine("external", clipboard_program=False), variables=variables)
    assert [said.partition(":")[0] for said in missing] == ["clipboard"]


def test_xterm_is_told_what_lets_programs_copy() -> None:
    assert advised("\x1bP>|XTerm(379)\x1b\\", FENCE) == [
        "xterm: XTerm*allowWindowOps: true in .Xresources — lets programs copy"
    ]


def test_a_silent_terminal_may_be_slow() -> None:
    assert "--wait 5" in " ".join(advised("\x1b[A"))


def test_widths_on_which_we_do_not_agree_are_named() -> None:
    facts = examined(FENCE, cells=1)
    assert "Chinese" in advice_for(facts)[-1].text
    facts = examined(FENCE, cells=2)
    assert [advice.text for advice in advice_for(facts)] == [
        "it draws ambiguous signs two cells wide; set them to narrow in its settings"
    ]


def test_a_pipe_is_not_advised_about_its_terminal() -> None:
    assert advice_for(examined(ansi=False, variables={"TERM": ""})) == ()
