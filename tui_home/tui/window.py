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
