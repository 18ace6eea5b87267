"""The one entry point for damaged Markdown source: repaired for display only, each repair a Problem."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui_home.model.problem import Severity
from tui_home.text.code import Shield, shielded
from tui_home.text.edits import edits_of
from tui_home.text.markup import mend_markup
from tui_home.text.mojibake import mend_mac_roman, mend_windows
from tui_home.text.repairs import Repair, apply_repairs
from tui_home.text.safe import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui_home.model.problem import Edit, Origin, Problem

_MOST_PROBLEMS = 200
_MOST_SHOWN = 60
_SHOWN_MENDED = "Shown here as it is meant; on the web the page shows what is written"
_UNSEEN = "Only you see it: it stands in a comment"
_PRIVATE = dict.fromkeys(range(0xE000, 0xF900), "\ufffd")


class Healed(NamedTuple):
    """Text as its author meant it, with as many lines as it had."""

    text: str
    problems: tuple[Problem, ...] = ()


def heal(text: str, origin: Origin, *, severity: Severity = Severity.WARNING) -> Healed:
    """Return Markdown source with its damage repaired: letters first, then the markup round links.

    What stands in code, formulas and Liquid is never touched. Healing what is whole changes nothing.

    Args:
        text: Markdown source, or any text that people wrote.
        origin: Where its first line stands.
        severity: How bad a repair is; NOTE for what no visitor sees, such as a comment.
    """
    problems: list[Problem] = []
    for mend in (mend_mac_roman, mend_windows, mend_markup):
        shield: Shield = shielded(text)
        repairs = mend(text, shield)
        if repairs:
            problems += _problems(text, repairs, origin, severity)
            text = apply_repairs(text, repairs)
    problems.sort(key=lambda problem: problem.line or 0)
    return Healed(text, tuple(problems))


def _problems(text: str, repairs: Iterable[Repair], origin: Origin, severity: Severity) -> list[Problem]:
    """Return a Problem for each repair; beyond a bound, one for all the others."""
    repairs = tuple(repairs)
    breaks = [match.start() for match in re.finditer("\n", text)]

    def line(repair: Repair) -> int:
        return bisect_right(breaks, repair.start)

    edits = edits_of(text, repairs, origin.line)
    effect = _UNSEEN if severity is Severity.NOTE else _SHOWN_MENDED

    def problem(repair: Repair, change: str, certain: Iterable[Edit | None]) -> Problem:
        said = origin.problem(severity, f"{repair.what}: {change}", repair.hint, at=line(repair))
        return replace(said, effect=effect, edits=tuple(edit for edit in certain if edit))

    found = [
        problem(repair, _change(repair), (edit,)) for repair, edit in zip(repairs[:_MOST_PROBLEMS], edits, strict=False)
    ]
    if rest := repairs[_MOST_PROBLEMS:]:
        found.append(problem(rest[0], f"{len(rest)} more places", edits[_MOST_PROBLEMS:]))
    return found


def _change(repair: Repair) -> str:
    """Return ``before → after``, as much of both as shows the difference."""
    before, after = repair.before, repair.after
    same = next((index for index, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), 0)
    start = max(0, same - _MOST_SHOWN // 2) if max(len(before), len(after)) > _MOST_SHOWN else 0
    return f"{_shown(before[start : start + _MOST_SHOWN])} → {_shown(after[start : start + _MOST_SHOWN])}"


def _shown(text: str) -> str:
    """Return `text` for a message: private-use characters visible, nothing that steers."""
    return printable(text.translate(_PRIVATE))
