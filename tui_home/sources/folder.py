"""A site's folder while it is being read: texts come out, Problems and the revision collect."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.model.problem import Origin, Problem, Severity
from tui_home.sources.decode import BinaryError, decode
from tui_home.sources.digest import Digest
from tui_home.sources.files import Content, MissingFileError, UnusableFileError
from tui_home.sources.tree import Tree
from tui_home.text.safe import printable

PAGE_LIMIT = 1 << 20
"""Bytes of one page or data file that are read."""


class Source(NamedTuple):
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
        tree: The site's folder.
    """

    def __init__(self, tree: Tree) -> None:
        self.problems: list[Problem] = []
        self._tree = tree
        self._digest = Digest()

    @property
    def revision(self) -> str:
        """A hash of the paths and bytes read so far, 16 hexadecimal digits."""
        return self._digest.hex[:16]

    def report(self, severity: Severity, file: str, message: str, hint: str = "", *, line: int | None = None) -> None:
        """Add a Problem."""
        self.problems.append(Problem(severity, printable(file), line, message, hint))

    def has(self, relative: str) -> bool:
        """Return whether something stands at `relative`, readable or not."""
        return self._tree.has(relative)

    def read(self, relative: str, *, limit: int = PAGE_LIMIT) -> Source | None:
        """Return a text file, or None when it is missing (no Problem) or unusable (a Problem).

        Args:
            relative: Path below the folder, with forward slashes.
            limit: Bytes at most; of a longer file the beginning is returned, with a Problem.
        """
        try:
            content = self._tree.content(relative, limit)
        except MissingFileError:
            return None
        except UnusableFileError as error:
            self.report(Severity.ERROR, relative, f"The file {error}; it is left out", error.hint)
            return None
        self._remember(relative, content)
        try:
            decoded = decode(content.data)
        except BinaryError:
            self.report(Severity.ERROR, relative, "The file is binary; it is left out", "save it as UTF-8 text")
            return None
        if content.truncated:
            message = f"The file is too large; only its first {len(content.data) >> 10} KiB are shown"
            self.report(Severity.ERROR, relative, message, "split it, or move data out of it")
        if decoded.encoding:
            message = f"The file is not UTF-8; it is read as {decoded.encoding}"
            self.report(Severity.WARNING, relative, message, "save it as UTF-8", line=decoded.line)
        return Source(printable(relative), decoded.text)

    def weight(self, relative: str) -> int:
        """Return about how many bytes the files in a folder have; what is read must not depend on it."""
        return self._tree.weight(relative)

    def list(self, relative: str, suffixes: tuple[str, ...], *, deep: bool = True) -> tuple[str, ...]:
        """Return the files in a folder whose names end in `suffixes`, sorted; hidden ones and drafts left out.

        Args:
            relative: The folder, below this one; "" for this one itself.
            suffixes: Lower case, with the dot.
            deep: Whether folders in it are looked into.
        """
        found, faults = self._tree.files(relative, suffixes) if deep else self._tree.files(relative, suffixes, 1)
        for path, message, hint in faults:
            self.report(Severity.ERROR, path, message, hint)
        return found

    def _remember(self, relative: str, content: Content) -> None:
        name = relative.encode("utf-8", "surrogateescape")
        self._digest.update(b"%d %b %d " % (len(name), name, len(content.data)))
        self._digest.update(content.data)
