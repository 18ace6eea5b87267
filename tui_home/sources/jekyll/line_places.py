"""Where the lines of a text stood before its Liquid was evaluated, so that Problems name the file's own lines."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from tui_home.model.problem import Origin, Problem


def placed(problems: tuple[Problem, ...], before: str, after: str, origin: Origin) -> tuple[Problem, ...]:
    """Return the Problems of a text, counted from its lines after evaluation, with the file's own lines.

    A line that is there once before and once after is the same one; a line between two such stands as far below the
    first as in what was made of them, but above the second.

    Args:
        problems: Those of the text as evaluated.
        before: The text as written.
        after: The text as evaluated.
        origin: Where `before` begins.
    """
    if not problems or before.count("\n") == after.count("\n"):
        return problems
    written, made = before.split("\n"), after.split("\n")
    same = _same(written, made)
    starts = [at for at, _ in same]

    def place(line: int) -> int:
        at = max(line - origin.line, 0)
        found = bisect_right(starts, at)
        first, own = same[found - 1] if found else (0, 0)
        end = same[found][1] if found < len(same) else len(written)
        return origin.line + max(min(own + at - first, end - 1), own)

    return tuple(
        replace(
            problem,
            line=place(problem.line),
            edits=tuple(replace(edit, line=place(edit.line)) for edit in problem.edits),
        )
        if problem.line
        else problem
        for problem in problems
    )


def _same(written: list[str], made: list[str]) -> list[tuple[int, int]]:
    """Return the places of the lines that can only be the same ones, after evaluation and before, in order."""
    once = {line: at for at, line in enumerate(written)}
    counted, remade = Counter(written), Counter(made)
    found: list[tuple[int, int]] = []
    for at, line in enumerate(made):
        own = once.get(line, -1)
        if line.strip() and counted[line] == remade[line] == 1 and own > (found[-1][1] if found else -1):
            found.append((at, own))
    return found
