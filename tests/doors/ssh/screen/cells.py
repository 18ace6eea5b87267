"""What a terminal shows, cell by cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyte

_STRING = re.compile(rb"\x1b[\]_P^X][^\x07\x1b]*(?:\x07|\x1b\\)")
_UNSEEN = re.compile(rb"\x1b\[[<>?][0-9;$]*[a-z]|\x1b\[[0-9;]*[tc]")


def seen(written: bytes) -> bytes:
    """Return what of `written` changes cells."""
    return _UNSEEN.sub(b"", _STRING.sub(b"", written))


def cells(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    """Return each cell: its text, colours and attributes."""
    return [[tuple(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]
