"""Copies standard input to this machine's clipboard; run as a program by `clipboard.py`.

In a process of its own, because pyperclip waits for helpers that may hang for ever (``xclip`` with a dead
``DISPLAY``), lets them write to the terminal that we draw on, and does not look at whether they failed.
"""

from __future__ import annotations

import sys

COPIED, FAILED = 0, 1


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
        return COPIED if not silent or pyperclip.paste() == text else FAILED
    except (pyperclip.PyperclipException, OSError, UnicodeError, AssertionError):
        return FAILED


if __name__ == "__main__":
    sys.exit(main())
