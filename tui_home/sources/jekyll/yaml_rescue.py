"""What can be saved of YAML that is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_home.model.problem import Edit, Origin, Problem, Severity
from tui_home.sources.jekyll.yaml_builder import scalar
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

if TYPE_CHECKING:
    import yaml

_PAIR = pattern(r"([ \t]*(?:- )?)([A-Za-z_][\w-]*):[ \t]+(\S.*)")
_KEY = pattern(r"[A-Za-z_][\w-]*:(?:[ \t]|$)")
_LIST = pattern(r"\[[^\[\]{}:'\"]*\](?=[^\s,])")
_BLOCK_HEAD = pattern(r"[ \t]*(?:- )?[A-Za-z_][\w-]*:[ \t]+[|>][-+0-9]{0,2}")
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
        return None, origin.problem(Severity.ERROR, message, "write it as lines of “key: value”")
    line = lines[at]
    shown = printable(line.strip())[:_SHOWN]
    if _TABS.match(line):
        text = _TABS.sub(lambda match: match[0].expandtabs(2), "\n".join(lines))
        problem = origin.problem(Severity.WARNING, "Tabs indent the YAML; taken for blanks", "write blanks", at=at)
        return text.split("\n"), problem
    if moved := _indented(lines, at):
        message = f"The indentation is wrong at “{shown}”; taken for what the lines above it have"
        problem = origin.problem(Severity.WARNING, message, "indent it as its neighbours", at=at)
        return moved, problem
    if (pair := _PAIR.fullmatch(line.rstrip())) and (listed := _LIST.match(pair[3])):
        mended = f"{pair[1]}{pair[2]}: {listed[0]}"
        message = f"The YAML is broken at “{shown}”; what stands behind the list is left out"
        problem = origin.problem(Severity.WARNING, message, "delete it, or put # before it", at=at)
    elif pair and (value := _unquoted(pair[3])):
        mended = f"{pair[1]}{pair[2]}: '{value.replace(chr(39), chr(39) * 2)}'"
        message = f"The YAML is broken at “{shown}”; the value is taken as text"
        place = origin.line + at
        edits = (Edit(place, line, mended),)
        problem = Problem(Severity.WARNING, origin.file, place, message, "put the value in quotes", edits=edits)
    else:
        mended = ""
        message = f"The YAML is broken at “{shown}”; the line is left out"
        problem = origin.problem(Severity.ERROR, message, "write it as “key: value”, or begin it with #", at=at)
    return [*lines[:at], mended, *lines[at + 1 :]], problem


def _indented(lines: list[str], at: int) -> list[str] | None:
    """Return the lines with one, and what belongs to it, moved to where it was meant to stand; None when that is open.

    A text that is not indented below its key's ``>`` is; a pair that stands further in than its neighbour above, which
    has a value of its own, does not.
    """
    above = next((number for number in range(at - 1, -1, -1) if lines[number].strip()), None)
    if above is None:
        return None
    line, head = lines[at], lines[above]
    if _BLOCK_HEAD.fullmatch(head.rstrip()) and not _PAIR.fullmatch(line.rstrip()):
        depth = _depth(head) + 2
        end = next((n for n in range(at, len(lines)) if lines[n].strip() and _KEY.match(lines[n].lstrip())), len(lines))
        moved = [" " * depth + lines[n].lstrip() if lines[n].strip() else "" for n in range(at, end)]
        return [*lines[:at], *moved, *lines[end:]]
    pair = _PAIR.fullmatch(head.rstrip())
    if pair and _KEY.match(line.lstrip()) and pair[3][0] not in "|>&*[{!#" and _depth(line) > _depth(head):
        return [*lines[:at], " " * _depth(head) + line.lstrip(), *lines[at + 1 :]]
    return None


def _depth(line: str) -> int:
    """Return how far in the key of a line stands; that of a list's item stands behind its dash."""
    inner = line.lstrip(" ")
    return len(line) - len(inner.removeprefix("- "))


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
        inner = value[1:].removesuffix(quote)
        if quote == "'" and len(value) > 1 and value.endswith(quote):
            return inner.replace("''", "'") if "'" in inner.replace("''", "") else ""
        return value.strip(quote)
    return value


def _faulty_line(lines: list[str], error: yaml.YAMLError) -> int | None:
    marks: list[yaml.Mark | None] = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    context = str(getattr(error, "context", ""))
    if any(words in context for words in ("quoted scalar", "simple key", "flow")):
        marks.reverse()  # what is not closed is noticed later; it begins where the context says
    if (loose := _loose_above(lines, marks[0], str(getattr(error, "problem", "")))) is not None:
        return loose
    for mark in marks:
        if mark is not None:
            for at in (mark.line, mark.line - 1):  # a fault is often noticed at the next line's beginning
                if 0 <= at < len(lines) and lines[at].strip() and not lines[at].lstrip().startswith("#"):
                    return at
    return None


def _loose_above(lines: list[str], mark: yaml.Mark | None, problem: str) -> int | None:
    """Return the line of loose words that the pair below it is blamed for; None when there is none."""
    if mark is None or "mapping values" not in problem or not 0 < mark.line < len(lines):
        return None
    pair = _PAIR.fullmatch(lines[mark.line].rstrip())
    above = next((at for at in range(mark.line - 1, -1, -1) if lines[at].strip()), None)
    if above is None or (pair and ": " in pair[3]) or not _KEY.match(lines[mark.line].lstrip()):
        return None
    words = lines[above].lstrip()
    return None if words.startswith(("#", "- ", "'", '"')) or ":" in words else above


def _reason(error: yaml.YAMLError) -> str:
    return printable(str(getattr(error, "problem", "") or "unknown reason"))
