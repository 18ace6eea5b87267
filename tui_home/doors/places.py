"""Where this user's files lie. On Linux found here: importing platformdirs takes as long as all else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NAME = "tui-home"


def cache_folder() -> Path | None:
    """Return where Sites, answers and copies from git are kept; None for a user without a home."""
    if sys.platform == "linux":
        folder = _linux("XDG_CACHE_HOME", "~/.cache")
    else:
        import platformdirs  # noqa: PLC0415 - see above

        folder = platformdirs.user_cache_path(_NAME, appauthor=False)
    return folder if folder.is_absolute() else None


def preferences_file() -> Path:
    """Return where the chosen theme is remembered."""
    if sys.platform == "linux":
        folder = _linux("XDG_CONFIG_HOME", "~/.config")
    else:
        import platformdirs  # noqa: PLC0415 - see above

        folder = platformdirs.user_config_path(_NAME, appauthor=False)
    return folder / "preferences.json"


def _linux(variable: str, otherwise: str) -> Path:
    """Return a folder as the XDG Base Directory Specification has it: a relative one does not count."""
    chosen = os.environ.get(variable, "")
    return Path(chosen if chosen.startswith("/") else os.path.expanduser(otherwise)) / _NAME  # noqa: PTH111 - no error
