"""Damage inside YAML comments: nobody sees it but the owner, who may want to know."""

from __future__ import annotations

from tui_home.model.problem import Origin, Problem, Severity
from tui_home.text.heal import heal


def comment_problems(head: str, covered: frozenset[int], origin: Origin) -> tuple[Problem, ...]:
    """Return the notes about damaged text in the comments of `head`.

    Args:
        head: YAML.
        covered: Lines, counted from 0, inside values of several lines, where ``#`` begins no comment.
        origin: Where `head` begins.
    """
    if head.isascii():
        return ()
    notes: list[Problem] = []
    for at, line in enumerate(head.split("\n")):
        if line.isascii() or at in covered:
            continue
        if comment := comment_of(line):
            place = Origin(origin.file, origin.line + at)
            notes += heal(comment, place, severity=Severity.NOTE).problems
    return tuple(notes)


def comment_of(line: str) -> str:
    """Return the comment that ends a line of YAML, with its ``#``; "" when there is none."""
    quote = ""
    for at, character in enumerate(line):
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"" and (at == 0 or line[at - 1] in " \t:[{,"):
            quote = character
        elif character == "#" and (at == 0 or line[at - 1] in " \t"):
            return line[at:]
    return ""
