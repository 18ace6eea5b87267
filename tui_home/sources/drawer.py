"""A folder of the user's own in which files are kept that can be made again: bounded, private, each written at once."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from tui_home.sources.digest import Digest
from tui_home.sources.files import MissingFileError, UnusableFileError, is_private, read_content

if TYPE_CHECKING:
    from pathlib import Path

_NEW_SUFFIX = ".new"


class Drawer:
    """Where that is not possible, it keeps nothing.

    Args:
        folder: Made when it is missing. One that others may write to is not used.
        suffix: With the dot: what the files' names end in.
        largest: Bytes of one file.
        most_files, most_bytes: What they may be together; those written longest ago go first.
    """

    def __init__(self, folder: Path, suffix: str, *, largest: int, most_files: int, most_bytes: int) -> None:
        self._folder = folder
        self._suffix = suffix
        self._largest = largest
        self._most_files, self._most_bytes = most_files, most_bytes

    def name(self, *parts: bytes) -> str:
        """Return the name of the file for what `parts` say."""
        return Digest(b"\0".join(parts)).hex[:32] + self._suffix

    def read(self, name: str) -> bytes | None:
        """Return what was kept by this name, as far as it is there; nothing says that it is what was written."""
        try:
            if not is_private(self._folder):
                return None
            # A home or a cache may lie behind a link.
            return read_content(self._folder.resolve(), name, self._largest).data
        except (OSError, MissingFileError, UnusableFileError):
            return None

    def write(self, name: str, data: bytes) -> None:
        """Keep `data`, unless it is too large, and let older files go."""
        if len(data) > self._largest:
            return
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if is_private(self._folder):
                _write(self._folder / name, data)
                self._tidy()

    def remove(self, name: str) -> None:
        """Keep it no longer."""
        with suppress(OSError):
            if is_private(self._folder):
                (self._folder / name).unlink(missing_ok=True)

    def _tidy(self) -> None:
        """Let the oldest files go, also those that nobody finished, until number and bytes are in bounds."""
        with os.scandir(self._folder) as entries:
            ours = [entry for entry in entries if entry.name.endswith((self._suffix, _NEW_SUFFIX))]
        aged = sorted(
            ((entry.stat(follow_symlinks=False), entry.path) for entry in ours), key=lambda file: -file[0].st_mtime_ns
        )
        size = 0
        for number, (status, path) in enumerate(aged):
            size += status.st_size
            if number >= self._most_files or size > self._most_bytes:
                with suppress(FileNotFoundError):
                    os.unlink(path)  # noqa: PTH108 - a text, as scandir gives it


def _write(place: Path, data: bytes) -> None:
    """Put `data` in the file's place at once: whoever reads meanwhile finds the old one or the new one, whole."""
    new = place.with_suffix(f".{os.urandom(8).hex()}{_NEW_SUFFIX}")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
        new.replace(place)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def checksum(text: bytes) -> bytes:
    """Return a hash that tells damage; it proves nothing about where the text comes from."""
    return Digest(text).hex.encode()
