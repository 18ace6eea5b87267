"""Groups of Rows as text for a terminal and as one table in Markdown. No I/O."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from tests.benchmarks.figures import Group, Row

_HEAD = ("", "tui-home", "beside it", "ratio", "aim", "met")
_MET = {True: "yes", False: "NO", None: ""}


def text(group: Group) -> str:
    """Return a Group as lines of columns."""
    peer = f", beside {group.peer}" if group.peer else ""
    lines = [f"{group.title}{peer}"]
    for row in group.rows:
        label, ours, theirs, ratio, aim, met = _cells(row)
        lines.append(f"  {label:<58}{ours:>25}{theirs:>25}{ratio:>8}  {aim:<9} {met}".rstrip())
    return "\n".join([*lines, *(f"  {note}" for note in group.notes)]) + "\n"


def markdown(groups: Sequence[Group]) -> str:
    """Return all of them as one table, and what is to be said besides below it."""
    lines = [_line(_HEAD), "|---|--:|--:|--:|:--|:--|"]
    for group in groups:
        lines.append(_line((f"**{group.title}**", "", f"**{group.peer}**" if group.peer else "", "", "", "")))
        lines.extend(_line(_cells(row)) for row in group.rows)
    notes = [f"- {group.title}: {note}" for group in groups for note in group.notes]
    return "\n".join([*lines, *(["", *notes] if notes else [])]) + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(row: Row) -> tuple[str, ...]:
    if not row.ours:
        return (row.label, "not measured", "", "", str(row.aim or ""), "")
    ratio = f"{row.ratio:.2f}×" if row.ratio is not None else ""
    theirs = spread(row.peer, row.unit) if row.peer else ""
    return (row.label, spread(row.ours, row.unit), theirs, ratio, str(row.aim or ""), _MET[row.met])


def spread(numbers: Sequence[float], unit: str) -> str:
    """Return the median of `numbers`, the least and the most."""
    median, least, most = statistics.median(numbers), min(numbers), max(numbers)
    digits = 0 if abs(median) >= 100 else 2 if abs(median) < 1 else 1
    told = f"{median:.{digits}f} {unit}"
    return told if len(numbers) == 1 else f"{told} ({least:.{digits}f} to {most:.{digits}f})"
