"""`--deny FILE`: addresses and networks that are not let in; the file is read again when it changes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tui_home.doors.ssh.networks import Network, Networks, network

_LONGEST_SHOWN = 40
"""Characters of a bad line."""
_MOST_TOLD = 10
"""Bad lines told one by one; of a file of another kind nobody needs all."""


def parse(lines: Iterable[str]) -> tuple[list[Network], list[str]]:
    """Return the networks in `lines`, one a line, and what is wrong, a line each. A ``#`` begins a comment."""
    networks, wrong = list[Network](), list[str]()
    for number, line in enumerate(lines, 1):
        text = line.partition("#")[0].strip()
        if not text:
            continue
        try:
            networks.append(network(text))
        except ValueError:
            wrong.append(f"line {number}: {text[:_LONGEST_SHOWN]!a} is no address and no network; skipped")
    if len(wrong) > _MOST_TOLD:
        wrong[_MOST_TOLD:] = [f"and {len(wrong) - _MOST_TOLD} more such lines"]
    return networks, wrong


class _Stamp(NamedTuple):
    """What changes when a file does."""

    inode: int
    size: int
    changed: int


class DenyFile:
    """The file, as last read. What has been read once holds until something newer could be read.

    `refresh` does the I/O: call it in a thread every second or so; asking (``address in denied``) is only a look.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._networks = Networks()
        self._stamp: _Stamp | None = None
        self._told = ""
        self._read = False

    def __contains__(self, address: object) -> bool:
        return address in self._networks

    @property
    def count(self) -> int:
        """How many addresses and networks it holds. No length: an empty one would count as none at all."""
        return len(self._networks)

    def refresh(self) -> list[str]:
        """Read the file if it is another than before; return what to tell the owner, a line each: mostly nothing.

        A file that was written while it was read is read again the next time. One that cannot be read any more leaves
        everything denied that was.

        Raises:
            OSError: It cannot be read the very first time: nobody should start with a door that stands open.
        """
        try:
            stamp = self._look()
            if stamp == self._stamp:
                return []
            text = self._path.read_text("utf-8-sig", "replace")
            if self._look() != stamp:
                return []
        except OSError as error:
            if not self._read:
                raise
            return self._unreadable(error)
        networks, wrong = parse(text.splitlines())
        self._networks, self._stamp, self._told = Networks(networks), stamp, ""
        self._read = True
        return [f"{self._path}: {each}" for each in wrong]

    def _look(self) -> _Stamp:
        found = self._path.stat()
        return _Stamp(found.st_ino, found.st_size, found.st_mtime_ns)

    def _unreadable(self, error: OSError) -> list[str]:
        # Told once, not every second.
        told, self._told = self._told, error.strerror or type(error).__name__
        self._stamp = None
        if told == self._told:
            return []
        return [f"{self._path}: {self._told}; the {self.count} addresses and networks read before stay denied"]
