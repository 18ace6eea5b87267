"""Read one file of a site: bounded, never blocking, never leaving the site's folder."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from tui_home.model.named import NamedTuple

_CHUNK = 1 << 16
_OTHERS_MAY_WRITE = 0o022
_NO_NAMES = frozenset(("", ".", ".."))
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO that took the file's place is opened, not waited for
    | getattr(os, "O_NOFOLLOW", 0)  # the path is resolved before; a link in its place is not followed
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a FIFO"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


class MissingFileError(Exception):
    """There is no such file; often that is no fault."""


class UnusableFileError(Exception):
    """A file is there and cannot be read; the message says why in one line.

    Args:
        message: What is wrong, without the file's name.
        hint: How to mend it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Content(NamedTuple):
    """A file's bytes, or their beginning."""

    data: bytes
    truncated: bool


def resolve(root: Path, relative: str, folders: dict[str, str] | None = None) -> str:
    """Return the real path of a file that lies inside `root`, symbolic links followed.

    Args:
        root: The site's folder, itself resolved.
        relative: Path below it, with forward slashes.
        folders: What was found out about folders for the files before this one; added to. A site has many files in few.

    Raises:
        MissingFileError: Nothing is there.
        UnusableFileError: A broken or endless symbolic link, or one that leads out of `root`.
    """
    folder, _, name = relative.rpartition("/")
    known = folders.get(folder) if folders else None
    if known and name not in _NO_NAMES:
        beside = f"{known}{os.sep}{name}"
        with suppress(OSError, ValueError):  # said below
            if not stat.S_ISLNK(os.lstat(beside).st_mode):
                return beside
    inside = os.fspath(root)
    path = os.path.join(inside, relative)  # noqa: PTH118 - texts all the way: a site has a thousand files
    try:
        real = os.path.realpath(path, strict=True)
    except FileNotFoundError:
        if os.path.islink(path):  # noqa: PTH114 - likewise
            raise UnusableFileError("is a symbolic link to nothing", "remove the link or mend its target") from None
        raise MissingFileError(relative) from None
    except NotADirectoryError:
        raise MissingFileError(relative) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise _unusable(error) from None
    if real != inside and not real.startswith(inside.rstrip(os.sep) + os.sep):
        raise UnusableFileError("is a symbolic link that leads out of the site's folder", "copy the file into the site")
    if folders is not None and name not in _NO_NAMES and not os.path.islink(path):  # noqa: PTH114 - likewise
        folders[folder] = os.path.dirname(real)  # noqa: PTH120 - likewise
    return real


def read_content(root: Path, relative: str, limit: int, folders: dict[str, str] | None = None) -> Content:
    """Return the first `limit` bytes of a regular file inside `root`.

    What is opened is checked by its descriptor, so that a file swapped for a FIFO or a device in between neither blocks
    nor feeds us for ever.

    Args:
        root: The site's folder, itself resolved.
        relative: Path below it, with forward slashes.
        limit: Bytes at most.
        folders: As for `resolve`.

    Raises:
        MissingFileError: Nothing is there.
        UnusableFileError: Anything but a readable regular file inside `root`.
    """
    real = resolve(root, relative, folders)
    try:
        _require_regular(os.lstat(real))  # opening a device can already do something
        descriptor = os.open(real, _FLAGS)
        try:
            _require_regular(os.fstat(descriptor))
            _require_inside(descriptor, root)
            data = _read(descriptor, limit + 1)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        raise MissingFileError(relative) from None
    except (OSError, ValueError) as error:
        raise _unusable(error) from None
    return Content(data[:limit], len(data) > limit)


def is_private(folder: Path) -> bool:
    """Return whether nobody but this user may put files into a folder, as far as the system tells.

    Raises:
        OSError: It is not there.
    """
    if not hasattr(os, "geteuid"):
        return True
    status = folder.lstat()
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_MAY_WRITE


def _read(descriptor: int, count: int) -> bytes:
    chunks = []
    while count > 0 and (chunk := os.read(descriptor, min(count, _CHUNK))):
        chunks.append(chunk)
        count -= len(chunk)
    return b"".join(chunks)


def _require_inside(descriptor: int, root: Path) -> None:
    """Refuse a file that is elsewhere after all: a folder on the way may have been exchanged for a link since.

    On a server several owners' folders lie side by side, and may be theirs alone to read. Linux only (proc(5), fd).
    """
    try:
        there = os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115 - as above
    except OSError:
        return  # no such folder here
    inside = os.fspath(root).rstrip(os.sep) + os.sep
    if there.startswith(os.sep) and not there.startswith(inside):
        raise UnusableFileError("is a symbolic link that leads out of the site's folder", "copy the file into the site")


def _require_regular(status: os.stat_result) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    kind = next((kind for test, kind in _KINDS if test(status.st_mode)), "not a regular file")
    raise UnusableFileError(f"is {kind}, not a file to read", "put a text file in its place")


def _unusable(error: Exception) -> UnusableFileError:
    if isinstance(error, PermissionError):
        return UnusableFileError("cannot be read: permission denied", "give yourself the right to read it")
    if isinstance(error, OSError) and error.strerror:
        return UnusableFileError(f"cannot be read: {error.strerror.lower()}")
    return UnusableFileError("cannot be read")
