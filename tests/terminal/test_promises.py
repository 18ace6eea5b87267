"""What the name that a terminal tells promises, and what is told about it."""

from __future__ import annotations

import pytest

from tests.terminal.conversing import ANSWERS, COLOURS, dialogue
from tui_home.model.look import Depth
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment


def called(program: str, term: str = "xterm-256color", **variables: str) -> Dialogue:
    asked = dialogue(term, SSH_TTY="/dev/pts/0", **variables)
    asked.feed(f"\x1bP>|{program}\x1b\\", 0.1)
    return asked


@pytest.mark.parametrize(
    ("program", "depth", "links"),
    [
        ("iTerm2 3.5.0", Depth.TRUECOLOR, True),
        ("WezTerm 20240203-110809-5046fc22", Depth.TRUECOLOR, True),
        ("VTE(7402)", Depth.TRUECOLOR, True),
        ("XTerm(379)", Depth.TRUECOLOR, False),
        ("XTerm(300)", Depth.EIGHT_BIT, False),
        ("Konsole 23.08.1", Depth.TRUECOLOR, True),
        ("tmux 3.5", Depth.EIGHT_BIT, False),
        ("mystery(1)", Depth.EIGHT_BIT, False),
        ("kitty", Depth.EIGHT_BIT, False),
    ],
)
def test_over_ssh_a_known_name_promises_colours_and_links(program: str, depth: Depth, links: bool) -> None:
    able = called(program).capabilities
    assert (able.program, able.depth, able.hyperlinks) == (program, depth, links)


def test_nobody_gets_colours_against_their_wish_or_loses_any() -> None:
    assert called("kitty(0.36)", NO_COLOR="1").capabilities.depth is Depth.NONE
    assert called("kitty(0.36)", CLICOLOR="0").capabilities.depth is Depth.NONE
    assert called("XTerm(300)", "xterm-direct").capabilities.depth is Depth.TRUECOLOR


def test_tmux_passes_links_on_since_3_4_and_gnu_screen_none() -> None:
    assert called("tmux 3.4", "tmux-256color").capabilities.hyperlinks
    assert not called("tmux 3.3a", "tmux-256color").capabilities.hyperlinks
    assert not called("kitty(0.36)", "screen-256color", STY="1").capabilities.hyperlinks


def test_pictures_do_not_reach_through_gnu_screen() -> None:
    asked = dialogue("screen", STY="1")
    asked.feed("\x1b[?62;4;22c", 0.1)
    assert asked.capabilities.settled
    assert not asked.capabilities.sixel


def test_a_name_tells_whether_copying_can_be_asked_for() -> None:
    assert not called("VTE(7402)").capabilities.osc52
    assert called("XTerm(379)", VTE_VERSION="7402").capabilities.osc52


def whys(asked: Dialogue) -> dict[str, tuple[str, str]]:
    return {finding.name: (finding.value, finding.why) for finding in asked.findings}


def test_findings_say_what_was_answered_and_what_was_not() -> None:
    asked = called("XTerm(379)")
    asked.feed(f"{COLOURS}\x1b[?62c", 0.2)
    assert whys(asked)["synchronized"] == ("no", "not asked: it might print the question")
    asked.question(0.2)
    assert whys(asked)["synchronized"] == ("no", "DECRQM 2026 is not answered yet")
    asked.feed("\x1b[?62c", 0.3)
    told = whys(asked)
    assert told["background"] == ("#101010", "it answered OSC 11")
    assert told["synchronized"] == ("no", "it did not answer DECRQM 2026")
    assert told["cell"] == ("unknown", "it did not answer CSI 16 t")
    assert told["depth"] == ("all colours", "it calls itself XTerm(379)")
    assert told["hyperlinks"][1] == "this terminal is not known to follow them"


def test_findings_say_why_nobody_was_asked() -> None:
    told = whys(Dialogue(Environment({"TERM": "linux"})))
    assert told["background"] == ("unknown", "not asked: TERM is linux, which would print it")


def test_every_finding_is_a_field_and_says_what_it_holds() -> None:
    asked = dialogue()
    asked.feed(ANSWERS, 0.1)
    names = [finding.name for finding in asked.findings]
    assert len(names) == len({*names})
    assert {*names} | {"settled"} == {*asked.capabilities._fields}
    assert whys(asked)["cell"] == ("8 × 16 pixels", "it answered CSI 16 t")
