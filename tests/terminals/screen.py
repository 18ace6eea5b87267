"""GNU screen, to run programs in: with nothing of the visitor's own settings, in any terminal of ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


def in_screen(home: Path, *command: str) -> tuple[str, ...]:
    """Return the words that run `command` in a new GNU screen with its default settings; it ends with its terminal.

    Args:
        home: an empty folder of the visitor's.
        command: what to run.
    """
    if shutil.which("screen") is None:
        pytest.skip("GNU screen is not installed")
    sockets = home / "sockets"
    sockets.mkdir(mode=0o700)
    # Its first page would wait for a key, and what runs in it would outlive the test's terminal.
    (home / "screenrc").write_text("startup_message off\nautodetach off\n", encoding="utf-8")
    return ("env", f"SCREENDIR={sockets}", "screen", "-c", str(home / "screenrc"), *command)
