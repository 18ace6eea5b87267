"""What lies in a site's folder. Every question put to it is noted, so that the same ones can be put again later."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tui_home.sources.digest import Digest
from tui_home.sources.errors import NoSiteError
from tui_home.sources.files import Content, MissingFileError, UnusableFileError, read_content, resolve
from tui_home.text.safe import printable

_MAX_BYTES = 64 << 20
_MAX_FILES = 2000
_MAX_DEPTH = 8

Question = tuple[str, str, int, tuple[str, ...]]
"""What was asked (``has``, ``content``, ``files``), of which path, up to how many bytes or folders, which suffixes."""
Fault = tuple[str, str, str]
"""The path, what is wrong with it, how to mend it."""


def open_tree(folder: Path) -> Tree:
    """Return the Tree of a site's folder.

    Raises:
        NoSiteError: There is no such folder.
    """
    try:
        if folder.is_dir():
            return Tree(folder)
    except (OSError, ValueError):
        pass  # a name that no folder can have
    raise NoSiteError(f"No site at {printable(str(folder))}: there is no such folder.")


class Tree:
    """Answers questions about the files below one folder.

    Args:
        root: The folder; symbolic links in it are followed as long as they stay inside.
    """

    def __init__(self, root: Path) -> None:
        self.root = Path(os.path.realpath(root))
        self.asked: list[Question] = []
        self._answers = Digest()
        self._bytes_left = _MAX_BYTES
        self._folders: dict[str, str] = {}

    @property
    def answers(self) -> str:
        """A hash of everything that was answered so far."""
        return self._answers.hex

    def ask(self, question: Question) -> None:
        """Put a question that was put before, to a Tree of the same folder: `answers` tells whether something changed.

        Raises:
            ValueError: That is no question.
        """
        what, path, limit, suffixes = question
        if what == "has":
            self.has(path)
        elif what == "files":
            self.files(path, suffixes, limit)
        elif what == "content":
            try:
                self.content(path, limit)
            except (MissingFileError, UnusableFileError):
                return
        else:
            raise ValueError(what)

    def has(self, relative: str) -> bool:
        """Return whether something stands at `relative`, readable or not; nothing does outside the folder."""
        self.asked.append(("has", relative, 0, ()))
        inside = not relative.startswith("/") and ".." not in relative.split("/")
        answer = inside and os.path.lexists(self.root / relative)
        self._note("has", answer)
        return answer

    def content(self, relative: str, limit: int) -> Content:
        """Return the beginning of a file.

        Args:
            relative: Path below the folder, with forward slashes.
            limit: Bytes at most; fewer when the files read before were large.

        Raises:
            MissingFileError: Nothing is there.
            UnusableFileError: Anything but a readable regular file inside the folder.
        """
        self.asked.append(("content", relative, limit, ()))
        try:
            content = read_content(self.root, relative, min(limit, self._bytes_left), self._folders)
        except MissingFileError:
            self._note("missing")
            raise
        except UnusableFileError as error:
            self._note("unusable", str(error))
            raise
        self._bytes_left -= len(content.data)
        self._note("content", len(content.data), content.truncated)
        self._answers.update(content.data)
        return content

    def files(
        self, relative: str, suffixes: tuple[str, ...], depth: int = _MAX_DEPTH
    ) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
        """Return the files in a folder whose names end in `suffixes`, sorted, and what could not be listed.

        Hidden ones and drafts are left out.

        Args:
            relative: The folder, below this one; "" for this one itself.
            suffixes: Lower case, with the dot.
            depth: How many folders deep, at most 8; 1 for the files of this one alone.
        """
        self.asked.append(("files", relative, depth, suffixes))
        found: list[str] = []
        faults: list[Fault] = []
        for path in self._walk(relative, min(depth, _MAX_DEPTH), set(), faults):
            if path.lower().endswith(suffixes):
                found.append(path)
            if len(found) > _MAX_FILES:
                faults.append((relative, f"There are more than {_MAX_FILES} files; the rest is left out", ""))
                break
        answer = tuple(sorted(found[:_MAX_FILES])), tuple(faults)
        self._note("files", answer)
        return answer

    def weight(self, relative: str) -> int:
        """Return about how many bytes the files in a folder have, those of folders in it left out. It is not noted."""
        try:
            with os.scandir(resolve(self.root, relative)) as entries:
                return sum(entry.stat(follow_symlinks=False).st_size for entry in entries)
        except (OSError, MissingFileError, UnusableFileError):
            return 0

    def _note(self, *answer: object) -> None:
        self._answers.update(f"{answer!r}\n".encode("utf-8", "surrogatepass"))

    def _walk(self, relative: str, depth: int, visited: set[str], faults: list[Fault]) -> Iterator[str]:
        try:
            real = resolve(self.root, relative)
            if real in visited or not Path(real).is_dir():
                return
            visited.add(real)
            names = sorted(os.listdir(real))  # noqa: PTH208 - names are wanted, not paths
        except MissingFileError:
            return
        except UnusableFileError as error:
            faults.append((relative, f"The folder {error}; it is left out", error.hint))
            return
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            faults.append((relative, f"The folder cannot be read: {reason}; it is left out", ""))
            return
        for name in names:
            if name.startswith(".") or name == "_drafts":
                continue
            path = f"{relative}/{name}" if relative else name
            if not os.path.isdir(f"{real}/{name}"):  # noqa: PTH112 - as many as there are files: no Path for each
                yield path
            elif depth > 1:
                yield from self._walk(path, depth - 1, visited, faults)
