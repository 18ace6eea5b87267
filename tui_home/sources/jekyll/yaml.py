"""YAML as Jekyll's sites write it: bounded, tolerant, with lines, never raising."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from tui_home.model.problem import Edit, Origin, Problem, Severity
from tui_home.sources.jekyll.yaml_builder import Builder, RefusedError
from tui_home.sources.jekyll.yaml_prepare import prepared
from tui_home.sources.jekyll.yaml_rescue import mend, salvage
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_MAX_REPAIRS = 64
_REREAD = 1 << 20
"""Characters that are read again after repairs, all together."""
_UNREAD = "Shown here as it is meant; on the web the line does nothing"


class Parsed(NamedTuple):
    """A YAML document's mapping, as far as it could be read."""

    mapping: Mapping
    problems: tuple[Problem, ...]
    covered: frozenset[int]
    """Lines, counted from 0, inside values that span several: what looks like a comment there is none."""


def parse(text: str, origin: Origin) -> Parsed:
    """Return the mapping that `text` holds; every fault in it is a Problem and costs as little as possible.

    A line that breaks the syntax is mended when that is plain (a colon in an unquoted text, a tab as indent), else
    skipped. Aliases, depth and size are bounded; unknown tags are ignored; of two equal keys the last wins.
    """
    problems: list[Problem] = []
    allowed = _FORBIDDEN.sub("", text)
    if allowed != text:
        message = "The YAML holds characters that no text has; they are left out"
        bad = _FORBIDDEN.search(text)
        at = text.count("\n", 0, bad.start()) if bad else 0
        problems.append(origin.problem(Severity.WARNING, message, "delete them", at=at))
    lines, more = prepared(allowed.split("\n"), origin)
    problems += more
    for _ in range(max(1, min(_MAX_REPAIRS, _REREAD // (len(allowed) + 1)))):
        builder = Builder(origin)
        try:
            mapping = builder.build(yaml.parse("\n".join(lines), Loader=_LOADER))
        except RefusedError as error:
            problems.append(origin.problem(Severity.ERROR, str(error), "write the values out", at=error.line))
            break
        except yaml.YAMLError as error:
            repaired, problem = mend(lines, error, origin)
            problems.append(problem)
            if repaired is None:
                break
            lines = repaired
        else:
            return Parsed(mapping, (*problems, *builder.problems), frozenset(builder.covered))
    return Parsed(salvage(lines, origin), tuple(problems), frozenset())


def key_problem(file: str, line: int | None, key: str, meant: str, *, certain: bool = False) -> Problem:
    """Return the Problem of a misspelt key that is taken for what was meant.

    Args:
        file: The page.
        line: Where the key stands.
        key: As written.
        meant: What it is taken for.
        certain: Whether to write what was meant in its place changes nothing else.
    """
    message = f"“{printable(key)}” is no key here; taken for “{meant}”"
    edits = (Edit(line, f"{key}:", f"{meant}:"),) if certain and line else ()
    return Problem(Severity.WARNING, file, line, message, f"write “{meant}”", _UNREAD, edits)
