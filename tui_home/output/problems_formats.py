"""Problems for programs: as JSON, and as the workflow commands that GitHub shows beside the lines of a change.

The JSON is one object, version 1; a later version only adds members, or says 2:

============ ============================================================================================
``format``   ``"tui-home check"``
``version``  1
``site``     the site's folder
``counts``   ``{error, warning, note}``
``problems`` ``[{severity, file, line, message, effect, hint, edits}]``, by file; ``line`` is counted from 1 or null,
             ``effect`` is what it means for a visitor, empty when the message says it; ``hint`` is how to mend it,
             ``edits`` are what ``--fix`` would change: ``[{line, before, after, times}]``
``mended``   ``[{file, places}]``: what ``--fix`` has changed, or with ``--dry-run`` would change
``left``     ``[{file, reason}]``: the files that ``--fix`` leaves alone, and why
============ ============================================================================================
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tui_home.model.problem import Problem, Severity
from tui_home.output.problems import counted, effect_of, said
from tui_home.sources.mending import Left
from tui_home.sources.writing import Mended
from tui_home.text.safe import printable

FORMAT, VERSION = "tui-home check", 1

_COMMANDS = {Severity.NOTE: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}
_ESCAPED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_ESCAPED_IN_PROPERTIES = _ESCAPED | {":": "%3A", ",": "%2C"}


def problems_json(
    root: Path, problems: Sequence[Problem], mended: Sequence[Mended] = (), left: Sequence[Left] = ()
) -> str:
    """Return the object that the module's table describes, in ASCII, ending in a newline."""
    described = {
        "format": FORMAT,
        "version": VERSION,
        "site": printable(str(root)),
        "counts": {
            severity.value: sum(problem.severity is severity for problem in problems) for severity in reversed(Severity)
        },
        "problems": [_described(problem) for problem in problems],
        "mended": [{"file": file.path, "places": file.places} for file in mended],
        "left": [{"file": printable(file.path), "reason": file.reason} for file in left],
    }
    return json.dumps(described, indent=2) + "\n"


def problems_github(problems: Sequence[Problem], folder: str = "") -> str:
    """Return a workflow command for each Problem, and a line that counts them; ends in a newline.

    Args:
        problems: By file.
        folder: The site's folder from where the workflow runs, with forward slashes; empty for that one itself.

    The form is that of GitHub's ``actions/toolkit``, ``packages/core/src/command.ts``.
    """
    commands = []
    for problem in problems:
        properties = {"title": "tui-home check"}
        if problem.file:
            properties = {"file": f"{folder}/{problem.file}" if folder else problem.file, **properties}
        if problem.file and problem.line:
            properties = {"file": properties["file"], "line": str(problem.line), "title": properties["title"]}
        listed = ",".join(f"{name}={_escaped(value, _ESCAPED_IN_PROPERTIES)}" for name, value in properties.items())
        text = " ".join(filter(None, (said(problem.message), effect_of(problem), said(problem.hint))))
        commands.append(f"::{_COMMANDS[problem.severity]} {listed}::{_escaped(text, _ESCAPED)}\n")
    return "".join((*commands, f"{counted(problems)}\n" if problems else ""))


def _described(problem: Problem) -> dict[str, object]:
    return {
        "severity": problem.severity.value,
        "file": problem.file,
        "line": problem.line,
        "message": problem.message,
        "effect": effect_of(problem),
        "hint": problem.hint,
        "edits": [
            {"line": edit.line, "before": edit.before, "after": edit.after, "times": edit.times}
            for edit in problem.edits
        ],
    }


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in printable(text, newlines=True))
