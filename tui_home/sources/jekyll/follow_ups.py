"""Problems of one cause: said once, where the cause is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui_home.document.inline_tokens import NO_ADDRESS
from tui_home.model.problem import Problem

NO_INCLUDE = "There is no include"
"""How the Problem of an include that is missing begins."""


def without_follow_ups(told: tuple[Problem, ...], found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the Problems of a page without links that nothing defines, where what is to define them may be missing.

    Args:
        told: What was wrong in the page's Liquid.
        found: What was wrong in its Markdown.
    """
    if not any(problem.message.startswith(NO_INCLUDE) for problem in told):
        return found
    return tuple(problem for problem in found if not problem.message.startswith(NO_ADDRESS))


def folded(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the Problems, each once; an include that is missing counts where it is asked for first."""
    kept = tuple(dict.fromkeys(problems))
    files: dict[str, set[str]] = {}
    for problem in kept:
        if problem.message.startswith(NO_INCLUDE):
            files.setdefault(problem.message, set()).add(problem.file)
    if not files:
        return kept
    found: list[Problem] = []
    for problem in kept:
        count = len(files.get(problem.message, ()))
        if problem.message.startswith(NO_INCLUDE):
            if not count:
                continue
            del files[problem.message]
        found.append(replace(problem, effect=f"{count} files ask for it") if count > 1 else problem)
    return tuple(found)
