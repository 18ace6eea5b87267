"""How many cells text takes, and the form of it on which Rich and tmux agree (DESIGN hazard 13)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, split_graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNDRAWABLE = re.compile("[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]")


def cell_width(text: str) -> int:
    """Return the cells that `text` takes in a terminal; control characters take none."""
    if text.isascii() and text.isprintable():
        return len(text)
    return cell_len(text)


def graphemes(text: str) -> Iterator[tuple[str, int]]:
    """Yield what a reader sees as one character each, with its cells; together they are `text`."""
    if text.isascii() and text.isprintable():
        for character in text:
            yield character, 1
        return
    for start, end, cells in split_graphemes(text)[0]:
        yield text[start:end], cells


def drawable(text: str) -> str:
    """Return `text` in a form that every terminal draws equally wide; only for the screen, never for copies."""
    return text if text.isascii() else _UNDRAWABLE.sub("", text)
