"""What can be saved of YAML that is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_home.model.problem import Origin, Problem, Severity
from tui_home.sources.jekyll.yaml_builder import scalar
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

if TYPE_CHECKING:
    import yaml

_PAIR = pattern(r"([ \t]*(?:- )?)([A-Za-z_][\w-]*):[ \t]+(\S.*)")
_TABS = pattern(r"^[ ]*\t[ \t]*", re.MULTILINE)
_SHOWN = 40
"""Characters of a faulty line that a Problem shows."""


def mend(lines: list[str], error: yaml.YAMLError, origin: Origin) -> tuple[list[str] | None, Problem]:
    """Return the lines with the one that `error` complains of mended or emptied, and the Problem.

    Returns:
        None for the lines when nothing can be mended.
    """
    at = _faulty_line(lines, error)
    if at is None:
        message = f"The YAML cannot be read: {_reason(error)}"
        return None, origin.problem(Severity.ERROR, message)
    line = lines[at]
    shown = printable(line.strip())[:_SHOWN]
    if _TABS.match(line):
        text = _TABS.sub(lambda match: match[0].expandtabs(2), "\n".join(lines))
        problem = origin.problem(Severity.WARNING, "Tabs indent the YAML; taken for blanks", "write blanks", at=at)
        return text.split("\n"), problem
    if (pair := _PAIR.fullmatch(line.rstrip())) and (value := _unquoted(pair[3])):
        mended = f"{pair[1]}{pair[2]}: '{value.replace(chr(39), chr(39) * 2)}'"
        message = f"The YAML is broken at “{shown}”; the value is taken as text"
        problem = origin.problem(Severity.WARNING, message, "put the value in quotes", at=at)
    else:
        mended = ""
        message = f"The YAML is broken at “{shown}”; the line is left out"
        problem = origin.problem(Severity.ERROR, message, _reason(error), at=at)
    return [*lines[:at], mended, *lines[at + 1 :]], problem


def salvage(lines: list[str], origin: Origin) -> Mapping:
    """Return the plain ``key: value`` lines at the left margin; what is indented belongs to something unreadable."""
    mapping = Mapping()
    for at, line in enumerate(lines):
        pair = _PAIR.fullmatch(line.split(" #")[0].rstrip())
        if pair is None or pair[1] or pair[3][0] in "|>&*[{!":
            continue
        mapping[pair[2]] = scalar(_unquoted(pair[3]) or pair[3].strip("'\""))
        mapping.lines[pair[2]] = mapping.text_lines[pair[2]] = origin.line + at
    return mapping


def _unquoted(value: str) -> str:
    """Return the value when it can stand in quotes of its own: it has none, or broken ones; "" otherwise."""
    quote = value[0]
    if quote in "'\"":
        closed = len(value) > 1 and value.endswith(quote)
        return "" if closed and quote == "'" else value.strip(quote)
    return value


def _faulty_line(lines: list[str], error: yaml.YAMLError) -> int | None:
    marks: list[yaml.Mark | None] = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    context = str(getattr(error, "context", ""))
    if any(words in context for words in ("quoted scalar", "simple key", "flow")):
        marks.reverse()  # what is not closed is noticed later; it begins where the context says
    for mark in marks:
        if mark is not None:
            for at in (mark.line, mark.line - 1):  # a fault is often noticed at the next line's beginning
                if 0 <= at < len(lines) and lines[at].strip() and not lines[at].lstrip().startswith("#"):
                    return at
    return None


def _reason(error: yaml.YAMLError) -> str:
    return printable(str(getattr(error, "problem", "") or "unknown reason"))
