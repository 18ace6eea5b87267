"""Paths as words of a command that the owner can copy."""

from __future__ import annotations

import shlex

from tui_home.text.safe import printable


def quoted(place: object) -> str:
    """Return a path as one word of a POSIX shell, without signs that would do something to a terminal."""
    return printable(shlex.quote(str(place)))
