"""Which program this is: another one may read the same folder differently."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tui_home import __version__
from tui_home.sources.digest import Digest

_ROOMS = ("model", "text", "document", "sources")
"""What a Site depends on, of this package."""
WHOLE = ("",)
"""What else it answers may depend on any of it but the server."""
_SERVER = "ssh"
_SHELVES = ("site-packages", "dist-packages")
"""What folders of installed packages are called."""
_PACKAGE = Path(__file__).parent.parent


def program_mark(rooms: tuple[str, ...] = _ROOMS) -> str:
    """Return a hash that another version of this program, of Python or of a package beside it does not have.

    Only names, sizes and times are looked at: a checkout changes without a new version, and whatever is installed
    changes the folder it is put into.

    Args:
        rooms: The folders of this package that matter.
    """
    seen: list[object] = [__version__, sys.version]
    with suppress(OSError):
        for room in rooms:
            seen.extend(_sources(os.path.join(_PACKAGE, room)))  # noqa: PTH118 - as short as the path is
    for place in sys.path:
        if os.path.basename(place) in _SHELVES:  # noqa: PTH119 - likewise
            with suppress(OSError):
                seen.append((place, os.stat(place).st_mtime_ns))  # noqa: PTH116 - likewise
    return Digest(repr(seen).encode("utf-8", "surrogatepass")).hex


def _sources(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yield name, size and time of every source file, sorted."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.endswith((".py", ".tcss")):
            status = entry.stat()
            yield entry.name, status.st_size, status.st_mtime_ns
        elif not entry.name.startswith("__") and entry.name != _SERVER and entry.is_dir():
            yield from _sources(entry.path)
