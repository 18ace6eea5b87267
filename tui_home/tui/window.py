"""The window's title: whose page is read, and what of it (xterm's ctlseqs: OSC 2, and its stack of titles)."""

from __future__ import annotations

from tui_home.model.look import Look
from tui_home.text.safe import printable
from tui_home.tui.spelling import plain_signs

KEEP_TITLE = "\x1b[22;2t"
"""Remember the title that the window has."""
OLD_TITLE = "\x1b[23;2t"
"""Give it back."""


def window_name(whose: str, what: str, look: Look) -> str:
    """Return what a window is called in which `what` of the homepage of `whose` is read."""
    return printable(plain_signs(f"{whose}: {what}", look))


def named(name: str) -> str:
    """Return what gives a window its name, for terminals that take an OSC."""
    return f"\x1b]2;{name}\x1b\\"


class Window:
    """What one app says of the terminal's window beside its cells.

    Args of the constructor:
        name: What the window is called already; empty for nothing of ours.
    """

    def __init__(self, name: str) -> None:
        self._told = self._name = name
        self._pointer = "default"

    def call(self, name: str) -> None:
        """Call it so, from the next frame on: both go over the line together."""
        self._name = name

    def due(self) -> str:
        """Return what goes before the next frame, mostly nothing."""
        if self._name == self._told:
            return ""
        self._told = self._name
        return named(self._name)

    def points(self, shape: str) -> bool:
        """Say whether the mouse's pointer gets another shape than it has; Textual tells of each screen's first."""
        before, self._pointer = self._pointer, shape
        return shape != before
