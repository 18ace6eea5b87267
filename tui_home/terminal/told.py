"""What is known of a terminal once it was asked, each with the reason: for `tui-home doctor`."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from tui_home.terminal.capabilities import Capabilities, Finding, findings, in_words
from tui_home.terminal.environment import Environment
from tui_home.terminal.learning import FIELDS
from tui_home.terminal.questions import Plan, Topic

_WORDS = {
    Topic.FOREGROUND: "OSC 10",
    Topic.BACKGROUND: "OSC 11",
    Topic.PROGRAM: "XTVERSION",
    Topic.SYNCHRONIZED: "DECRQM 2026",
    Topic.SCHEME_REPORTS: "DECRQM 2031",
    Topic.KEYBOARD: "kitty's query of the keyboard protocol",
    Topic.GRAPHICS: "kitty's query of graphics",
    Topic.CELL: "CSI 16 t",
    Topic.FENCE: "DA1",
}


def told(
    environment: Environment,
    able: Capabilities,
    plan: Plan,
    asked: AbstractSet[Topic],
    answered: AbstractSet[Topic],
    *,
    waiting: bool,
) -> tuple[Finding, ...]:
    """Return the findings from `environment`, as answers have changed them, and one for each topic in its order."""
    known = tuple(_revised(finding, able) for finding in findings(environment))
    found: list[Finding] = []
    for topic in Topic:
        why = f"it answered {_WORDS[topic]}" if topic in answered else _silence(topic, plan, asked, waiting=waiting)
        found.append(Finding(FIELDS[topic], _value(topic, able), why))
    return known + tuple(found)


def _revised(finding: Finding, able: Capabilities) -> Finding:
    value = in_words(getattr(able, finding.name))
    return finding if value == finding.value else Finding(finding.name, value, f"it calls itself {able.program}")


def _value(topic: Topic, able: Capabilities) -> str:
    value = getattr(able, FIELDS[topic])
    if topic is Topic.CELL and able.cell:
        return f"{able.cell[0]} × {able.cell[1]} pixels"
    return in_words(value) if isinstance(value, bool) else value or "unknown"


def _silence(topic: Topic, plan: Plan, asked: AbstractSet[Topic], *, waiting: bool) -> str:
    if topic not in asked and (topic not in plan.topics or not waiting):
        return plan.reason or f"{_WORDS[topic]} is not asked yet"
    return f"{_WORDS[topic]} is not answered yet" if waiting else f"it did not answer {_WORDS[topic]}"
