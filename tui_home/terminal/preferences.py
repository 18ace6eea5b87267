"""What is kept from one visit to the next: the theme."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_MAX_BYTES = 65_536
_MAX_THEME = 64


class Preferences:
    """One visitor's choices, kept in a small file; without one they last for the visit."""

    def __init__(self, path: Path | None = None) -> None:
        """Read `path`; a file that is missing, unreadable or not ours counts as empty."""
        self._path = path
        self._theme = _read_theme(path) if path else ""

    @property
    def theme(self) -> str:
        """The name of the chosen theme; empty when none was chosen."""
        return self._theme

    def choose_theme(self, name: str) -> None:
        """Remember `name`; a folder that cannot be written to is no error."""
        self._theme = name
        if self._path:
            import json  # noqa: PLC0415 - only when there is something to keep

            with suppress(OSError):
                _write_whole(self._path, json.dumps({"theme": name}) + "\n")


def _read_theme(path: Path) -> str:
    import json  # noqa: PLC0415 - only the full screen needs it

    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            content = json.loads(file.read(_MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return ""
    theme = content.get("theme") if isinstance(content, dict) else None
    return theme if isinstance(theme, str) and len(theme) <= _MAX_THEME and theme.isprintable() else ""


def _write_whole(path: Path, text: str) -> None:
    """Replace the file in one step, so that no reader ever sees half of it."""
    import tempfile  # noqa: PLC0415 - only when there is something to keep

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".preferences-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
