"""A site's folder while it is being read: texts come out, Problems and the revision collect."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tui_home.model.problem import Origin, Problem, Severity
from tui_home.sources.decode import BinaryError, decode
from tui_home.sources.files import Content, MissingFileError, UnusableFileError, read_content, resolve
from tui_home.text.safe import printable

PAGE_LIMIT = 1 << 20
"""Bytes of one page or data file that are read."""
_MAX_BYTES = 64 << 20
_MAX_FILES = 2000
_MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Source:
    """One text file of the site."""

    path: str
    """Relative to the site's folder, with forward slashes, safe to print."""
    text: str

    @property
    def origin(self) -> Origin:
        """Where the text begins."""
        return Origin(self.path)


class Folder:
    """Reads files below one folder and remembers what went wrong.

    Args:
        root: The site's folder; it must exist.
    """

    def __init__(self, root: Path) -> None:
        self.root = Path(os.path.realpath(root))
        self.problems: list[Problem] = []
        self._digest = hashlib.sha256()
        self._bytes_left = _MAX_BYTES

    @property
    def revision(self) -> str:
        """A hash of the paths and bytes read so far, 16 hexadecimal digits."""
        return self._digest.hexdigest()[:16]

    def report(self, severity: Severity, file: str, message: str, hint: str = "", *, line: int | None = None) -> None:
        """Add a Problem."""
        self.problems.append(Problem(severity, printable(file), line, message, hint))

    def has(self, relative: str) -> bool:
        """Return whether something stands at `relative`, readable or not."""
        return os.path.lexists(self.root / relative)

    def read(self, relative: str, *, limit: int = PAGE_LIMIT) -> Source | None:
        """Return a text file, or None when it is missing (no Problem) or unusable (a Problem).

        Args:
            relative: Path below the folder, with forward slashes.
            limit: Bytes at most; of a longer file the beginning is returned, with a Problem.
        """
        try:
            content = read_content(self.root, relative, min(limit, self._bytes_left))
            decoded = decode(content.data)
        except MissingFileError:
            return None
        except UnusableFileError as error:
            self.report(Severity.ERROR, relative, f"The file {error}; it is left out", error.hint)
            return None
        except BinaryError:
            self._remember(relative, content)
            self.report(Severity.ERROR, relative, "The file is binary; it is left out", "save it as UTF-8 text")
            return None
        self._remember(relative, content)
        if content.truncated:
            message = f"The file is too large; only its first {len(content.data) >> 10} KiB are shown"
            self.report(Severity.ERROR, relative, message, "split it, or move data out of it")
        if decoded.encoding:
            message = f"The file is not UTF-8; it is read as {decoded.encoding}"
            self.report(Severity.WARNING, relative, message, "save it as UTF-8", line=decoded.line)
        return Source(printable(relative), decoded.text)

    def list(self, relative: str, suffixes: tuple[str, ...], *, deep: bool = True) -> tuple[str, ...]:
        """Return the files in a folder whose names end in `suffixes`, sorted; hidden ones and drafts left out.

        Args:
            relative: The folder, below this one; "" for this one itself.
            suffixes: Lower case, with the dot.
            deep: Whether folders in it are looked into.
        """
        found: list[str] = []
        for path in self._walk(relative, 1 if not deep else _MAX_DEPTH, set()):
            if path.lower().endswith(suffixes):
                found.append(path)
            if len(found) > _MAX_FILES:
                message = f"There are more than {_MAX_FILES} files; the rest is left out"
                self.report(Severity.ERROR, relative, message)
                break
        return tuple(sorted(found[:_MAX_FILES]))

    def _remember(self, relative: str, content: Content) -> None:
        name = relative.encode("utf-8", "surrogateescape")
        self._digest.update(b"%d %b %d " % (len(name), name, len(content.data)))
        self._digest.update(content.data)
        self._bytes_left -= len(content.data)

    def _walk(self, relative: str, depth: int, visited: set[str]) -> Iterator[str]:
        try:
            real = resolve(self.root, relative)
            if real in visited or not Path(real).is_dir():
                return
            visited.add(real)
            names = sorted(os.listdir(real))  # noqa: PTH208 - names are wanted, not paths
        except MissingFileError:
            return
        except UnusableFileError as error:
            self.report(Severity.ERROR, relative, f"The folder {error}; it is left out", error.hint)
            return
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            self.report(Severity.ERROR, relative, f"The folder cannot be read: {reason}; it is left out")
            return
        for name in names:
            if name.startswith(".") or name == "_drafts":
                continue
            path = f"{relative}/{name}" if relative else name
            if not (self.root / path).is_dir():
                yield path
            elif depth > 1:
                yield from self._walk(path, depth - 1, visited)
