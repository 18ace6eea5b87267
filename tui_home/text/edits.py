"""Repairs as Edits of the file: each so much of its line that nothing else there can be meant."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui_home.model.problem import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_home.text.repairs import Repair

_LONGEST_LINE = 1 << 13
_MOST = 2000
_SIZES = (12, 24, 48, 96)
"""Characters beside what is replaced that an Edit takes in, until it stands on its line only once. Never very few:
Liquid may have left out of the line what looks the same."""


def edits_of(text: str, repairs: Sequence[Repair], line: int) -> list[Edit | None]:
    """Return the Edit of each repair; None for one that only inserts, or that its line cannot tell from another place.

    Args:
        text: What is repaired.
        repairs: In order and apart.
        line: The file's line on which `text` begins, counted from 1.
    """
    lines = [_line(text, repair) for repair in repairs[:_MOST]]
    same = Counter(_alike(text, *pair) for pair in zip(lines, repairs, strict=False))
    found: list[Edit | None] = []
    position = number = free = 0
    for at, repair in enumerate(repairs[:_MOST]):
        number += text.count("\n", position, repair.start)
        position = repair.start
        begin, end = lines[at]
        following = repairs[at + 1].start if at + 1 < len(repairs) else end
        span, times = None, 1
        if repair.start < repair.end <= end and end - begin <= _LONGEST_LINE:
            written = text[repair.start : repair.end]
            times = same[_alike(text, lines[at], repair)]
            if not written.isascii() and text.count(written, begin, end) == times:
                span = (repair.start, repair.end)
            else:
                span = _unmistakable(text, repair, (begin, end), (max(begin, free), min(following, end)))
                times = 1
        free = span[1] if span else repair.end
        found.append(_edit(text, repair, span, line + number, times) if span else None)
    return found + [None] * (len(repairs) - len(found))


def _line(text: str, repair: Repair) -> tuple[int, int]:
    """Return where the line of a repair begins and ends."""
    end = text.find("\n", repair.start)
    return text.rfind("\n", 0, repair.start) + 1, len(text) if end < 0 else end


def _alike(text: str, line: tuple[int, int], repair: Repair) -> tuple[int, str, str]:
    """Return what the repairs of a line that replace the same by the same have in common."""
    return line[0], text[repair.start : repair.end], repair.replacement


def _edit(text: str, repair: Repair, span: tuple[int, int], line: int, times: int) -> Edit:
    after = text[span[0] : repair.start] + repair.replacement + text[repair.end : span[1]]
    return Edit(line, text[slice(*span)], after, times)


def _unmistakable(text: str, repair: Repair, line: tuple[int, int], room: tuple[int, int]) -> tuple[int, int] | None:
    """Return the part of a line that stands there once: what is replaced, and as much of `room` as that takes."""
    for size in _SIZES:
        left, right = max(repair.start - size, room[0]), min(repair.end + size, room[1])
        for span in ((left, repair.end), (repair.start, right), (left, right)):
            written = text[slice(*span)]
            first = text.find(written, *line)
            if first == span[0] and text.find(written, first + 1, line[1]) < 0:
                return span
    return None
