"""A mended file put in its place: at once or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui_home.sources.files import MissingFileError, UnusableFileError, read_content, resolve

CHANGED = "It has changed meanwhile; check again"
_READ_ONLY = "It is read-only"
_LARGEST = 16 << 20
"""Bytes of a file that is worth mending."""
_MAY_WRITE = 0o222


class Mended(NamedTuple):
    """A file before and after its Edits."""

    path: str
    """Relative to the site's folder."""
    before: bytes
    after: bytes
    places: int
    """How many Edits made the difference."""


def whole_file(root: Path, path: str) -> bytes:
    """Return a file's bytes.

    Raises:
        MissingFileError: It is gone.
        UnusableFileError: It cannot be read whole.
    """
    content = read_content(root, path, _LARGEST)
    if content.truncated:
        raise UnusableFileError("is too large to be mended")
    return content.data


def write(root: Path, file: Mended) -> str:
    """Put a mended file in its place at once; return why not, as one sentence without its full stop, or "".

    The file keeps its permissions. One that was changed since it was read, that is read-only, or that lies outside the
    site is left alone.
    """
    try:
        place = Path(resolve(root, file.path))
        if not (stat.S_IMODE(place.stat().st_mode) & _MAY_WRITE and os.access(place, os.W_OK)):
            return _READ_ONLY
        there = whole_file(root, file.path)
        if there == file.before:
            _replace(place, file.after)
        elif there != file.after:  # by another of its names it may be mended already
            return CHANGED
    except UnusableFileError as error:
        return f"It {error}"
    except (MissingFileError, FileNotFoundError):
        return CHANGED
    except OSError as error:
        return f"It cannot be written: {(error.strerror or 'unknown reason').lower()}"
    return ""


def _replace(place: Path, data: bytes) -> None:
    """Let `data` be the file's content for whoever opens it from now on; until then the old one is there, whole."""
    descriptor, name = tempfile.mkstemp(prefix=f".{place.name[:40]}.", suffix=".new", dir=place.parent)
    new = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        status = place.stat()
        if hasattr(os, "chown"):
            with suppress(OSError):  # only root may give files away
                os.chown(new, status.st_uid, status.st_gid)
        new.chmod(stat.S_IMODE(status.st_mode))
        new.replace(place)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
