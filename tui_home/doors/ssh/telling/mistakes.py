"""How a mistake of ours is told in the log: its kind and place, not what it says or holds: that could be anything."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from tui_home.doors.ssh.telling.log_line import escaped

_FRAMES = 6
_PATH_PARTS = 3
_LONGEST = 400
"""Characters of a path's end."""


def kind_of(error: BaseException) -> str:
    """Return the kind of an error, and of what was behind it."""
    behind = error.__cause__ or error.__context__
    if isinstance(error, BaseExceptionGroup):
        behind = error.exceptions[0]
    name = type(error).__name__
    return name if behind is None else f"{name}<{type(behind).__name__}"


def place_of(error: BaseException) -> str:
    """Return the innermost places that `error` went through: ``…/app.py:12``, the last one first."""
    if isinstance(error, BaseExceptionGroup):
        return place_of(error.exceptions[0])
    found = [(frame.f_code.co_filename, number) for frame, number in traceback.walk_tb(error.__traceback__)]
    return ",".join(f"{_short(name)}:{number}" for name, number in reversed(found[-_FRAMES:]))


def _short(filename: str) -> str:
    """Return the end of a path: where this is installed is nobody's business."""
    return escaped("/".join(PurePath(filename).parts[-_PATH_PARTS:]), _LONGEST)
