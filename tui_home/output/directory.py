"""The Directory printed: a line for each homepage, or a JSON object for programs.

JSON, version 1: ``format`` is ``"tui-home"``, ``version`` 1; ``homepages`` are ``[{name, title, work, command}]`` in
the order of their names: ``name`` is the user name that leads there (empty where any does), ``title`` says whose
homepage it is, ``work`` is the line of work or empty, ``command`` shows it; ``pending`` is how many have not been read
yet.
"""

from __future__ import annotations

import json

from tui_home.layout.spelling import spelt_signs
from tui_home.model.directory import Directory
from tui_home.model.look import PLAIN_LOOK, Look
from tui_home.output.json import FORMAT, VERSION
from tui_home.sections.directory import Command
from tui_home.text.safe import printable
from tui_home.text.width import cell_width

_GAP = "   "


def directory_lines(directory: Directory, command: Command, look: Look = PLAIN_LOOK) -> str:
    """Return one line for each homepage, as wide as it takes: the command, the title, the line of work, in columns."""
    rows = [(command(entry.name), entry.title, entry.work) for entry in directory.entries]
    rows = [(spelt_signs(way, look), spelt_signs(title, look), spelt_signs(work, look)) for way, title, work in rows]
    first, second = (max((cell_width(row[column]) for row in rows), default=0) for column in (0, 1))
    lines = (_GAP.join((_padded(way, first), _padded(title, second), work)).rstrip() for way, title, work in rows)
    return "".join(f"{printable(line)}\n" for line in lines)


def directory_json(directory: Directory, command: Command, look: Look = PLAIN_LOOK) -> str:
    """Return the object as indented JSON that ends in a newline; ASCII only where `look` has no Unicode."""
    found = {
        "format": FORMAT,
        "version": VERSION,
        "homepages": [
            {"name": entry.name, "title": entry.title, "work": entry.work, "command": command(entry.name)}
            for entry in directory.entries
        ],
        "pending": directory.pending,
    }
    return printable(json.dumps(found, indent=2, ensure_ascii=not look.unicode), newlines=True) + "\n"


def _padded(text: str, cells: int) -> str:
    return text + " " * (cells - cell_width(text))
