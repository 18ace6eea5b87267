"""Terminals as the doctor finds them: rich, poor, silent, and in a multiplexer."""

from __future__ import annotations

from collections.abc import Mapping

from tui_home.output.doctor_facts import Asked, Facts, Machine
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment
from tui_home.terminal.examining import Examining

VERSIONS = (("tui-home", "1.2.3"), ("Python", "3.11.7"), ("Textual", "8.2.8"), ("Linux", "6.1"))
RICH = (
    "\x1b]10;rgb:d0d0/d0d0/d0d0\x07",
    "\x1b]11;rgb:1010/1010/1010\x07",
    "\x1bP>|kitty(0.35.2)\x1b\\",
    "\x1b[?2026;2$y",
    "\x1b[?2031;2$y",
    "\x1b[?0u",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b[6;16;8t",
    "\x1b[?62;4;22c",
)
"""What a terminal answers that can do everything."""


def examined(
    *answers: str,
    variables: Mapping[str, str] | None = None,
    cells: int = 0,
    machine: Machine | None = None,
    ansi: bool = True,
) -> Facts:
    """Return what is found of a terminal that gives these `answers`, and then draws everything in so many `cells`."""
    environment = Environment({"TERM": "xterm-256color", "LANG": "C.UTF-8", **(variables or {})}, stdout_tty=ansi)
    dialogue = Dialogue(environment)
    examining = Examining(dialogue, measure=dialogue.capabilities.unicode)
    examining.begin(0.0)
    question = "".join(examining.feed(answer, 0.0125) for answer in answers)
    if cells:
        examining.feed(f"\x1b[1;{cells + 1}R" * question.count("\x1b[6n"), 0.02)
    examining.tick(5.0)
    return Facts(
        environment,
        dialogue.capabilities,
        dialogue.findings,
        Asked("" if examining.asked else "nobody is there", examining.milliseconds, 1.5, examining.answers),
        examining.widths(),
        VERSIONS,
        machine or Machine(),
        ansi,
    )
