"""Copies standard input to this machine's clipboard; run as a program by `clipboard.py`.

In a process of its own, because pyperclip waits for helpers that may hang for ever (``xclip`` with a dead
``DISPLAY``), lets them write to the terminal that we draw on, and does not look at whether they failed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

COPIED, FAILED = 0, 1
_LOOKS, _BETWEEN_LOOKS = 10, 0.05


def main() -> int:
    """Copy standard input (UTF-8); return `COPIED` only when the clipboard really holds it."""
    # Qt's clipboard ends with the process that filled it: better to go on to the next rung than to say "copied".
    sys.modules["qtpy"] = sys.modules["PyQt5"] = None  # type: ignore[assignment]
    import pyperclip  # noqa: PLC0415 - after Qt is out of its reach

    text = sys.stdin.buffer.read().decode("utf-8")  # noqa: TID251 - a program of its own
    try:
        pyperclip.copy(text)
        # X11 and Wayland helpers fail without a word; elsewhere copy() raises, and asking PowerShell takes seconds.
        silent = pyperclip.copy.__name__ in {"copy_xclip", "copy_xsel", "copy_wl", "copy_klipper"}
        return COPIED if not silent or _holds(pyperclip.paste, text) else FAILED
    except (pyperclip.PyperclipException, OSError, UnicodeError, AssertionError):
        return FAILED


def _holds(paste: Callable[[], str], text: str) -> bool:
    """Return whether the clipboard holds `text` before long: xsel returns before it has made it so."""
    for _ in range(_LOOKS):
        if paste() == text:
            return True
        time.sleep(_BETWEEN_LOOKS)
    return False


if __name__ == "__main__":
    sys.exit(main())
