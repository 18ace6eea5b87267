r"""The doctor's report as one JSON object, for bug reports: nothing private stands in it.

Version 1. Control characters in ``answers`` are written ``\x1b``; variables that hold paths, names or addresses are
only told to be set.
"""

from __future__ import annotations

import json
from typing import Any

from tui_home.output.doctor_advice import advice_for
from tui_home.output.doctor_facts import SHOWN_VARIABLES, TOLD_VARIABLES, Facts
from tui_home.terminal.clipboard import Copied
from tui_home.text.safe import printable

FORMAT = "tui-home doctor"
VERSION = 1
_LONGEST = 64


def doctor_json(facts: Facts, copied: Copied | None = None, read_back: bool | None = None) -> str:  # noqa: FBT001 - a fact
    """Return the report as indented JSON in ASCII; it ends in a newline.

    Args:
        facts: Of the terminal.
        copied: What became of copying; None when that was not tried.
        read_back: As for `copying_text`.
    """
    copying = {"rung": copied.rung.value, "read_back": read_back} if copied else None
    return json.dumps({**as_object(facts), "copied": copying}, indent=2) + "\n"


def as_object(facts: Facts) -> dict[str, Any]:
    """Return the report but for copying, ready for `json.dumps`."""
    environment = facts.environment
    variables = {name: printable(environment.get(name)[:_LONGEST]) for name in SHOWN_VARIABLES if environment.get(name)}
    return {
        "format": FORMAT,
        "version": VERSION,
        "versions": dict(facts.versions),
        "advice": [{"about": advice.about, "text": advice.text} for advice in advice_for(facts)],
        "findings": [finding._asdict() for finding in facts.findings],
        "variables": variables,
        "variables_set": [name for name in TOLD_VARIABLES if environment.get(name)],
        "encoding": environment.encoding,
        "columns": environment.columns,
        "asked": {
            "not_asked": facts.asked.not_asked,
            "milliseconds": facts.asked.milliseconds,
            "answers": [answer.encode("unicode_escape").decode("ascii") for answer in facts.asked.answers],
        },
        "widths": [
            {
                "name": row.name,
                "text": row.text,
                "drawn": row.drawn,
                "ours": row.ours,
                "terminal": row.terminal,
                "as_written": row.as_written,
                "agrees": row.agrees,
            }
            for row in facts.widths
        ],
    }
