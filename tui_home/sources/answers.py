"""What was answered before, in the words or on the screen in which it was: the same is not made twice.

An answer stands beside the questions that were put to the site's folder for it and a hash of what that said. It counts
only as long as the same program gets the same from the folder. To say it again, next to nothing has to be imported.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tui_home.model.named import NamedTuple
from tui_home.sources.drawer import Drawer, checksum
from tui_home.sources.errors import NoSiteError
from tui_home.sources.program import WHOLE, program_mark
from tui_home.sources.questions import MOST_QUESTIONS, read_questions
from tui_home.sources.tree import open_tree

if TYPE_CHECKING:
    from tui_home.sources.tree import Question, Tree

_SUFFIX = ".answer"
_LARGEST = 2 << 20
_MOST_BYTES = 16 << 20
_MOST_FILES = 64


class Heard(NamedTuple):
    """What a folder has said."""

    folder: str
    """As it was asked for: what it leads to may change."""
    root: str
    asked: tuple[Question, ...]
    answers: str

    @classmethod
    def of(cls, folder: Path, tree: Tree) -> Heard:
        """Return what `tree`, which was opened as `folder`, has said so far."""
        return cls(str(folder), str(tree.root), tuple(tree.asked), tree.answers)


class Answers:
    """Those of one user.

    Args:
        folder: Where they are kept. That it cannot be read or written is no error.
    """

    def __init__(self, folder: Path) -> None:
        self._drawer = Drawer(folder, _SUFFIX, largest=_LARGEST, most_files=_MOST_FILES, most_bytes=_MOST_BYTES)

    def find(self, request: str) -> tuple[str, Tree] | None:
        """Return the answer to `request` if it still holds, and the folder, which has been asked for that."""
        name = self._name(request)
        data = self._drawer.read(name)
        if data is None:
            return None
        check, _, text = data.partition(b"\n")
        if check != checksum(text):
            return None
        head, _, answer = text.partition(b"\n")
        try:
            tree = _unchanged(json.loads(head), name)
            return (answer.decode(), tree) if tree else None
        except (OSError, ValueError, RecursionError, NoSiteError):
            return None

    def keep(self, request: str, answer: str, heard: Heard) -> None:
        """Keep what was answered to `request`; `heard` is all that it depends on, but for the request."""
        if len(heard.asked) > MOST_QUESTIONS:
            return
        name = self._name(request)
        head = json.dumps([program_mark(WHOLE), name, *heard], separators=(",", ":"))
        try:
            text = f"{head}\n{answer}".encode()
        except UnicodeEncodeError:
            return
        self._drawer.write(name, checksum(text) + b"\n" + text)

    def forget(self, request: str) -> None:
        """Keep no answer to `request`."""
        self._drawer.remove(self._name(request))

    def _name(self, request: str) -> str:
        return self._drawer.name(request.encode("utf-8", "surrogatepass"))


def _unchanged(head: object, name: str) -> Tree | None:
    """Return the folder if all is as it was when the answer was kept."""
    match head:
        case [mark, str(named), str(folder), root, questions, answers]:
            if named != name or mark != program_mark(WHOLE):
                return None
            tree = open_tree(Path(folder))
            if str(tree.root) != root:
                return None
            for question in read_questions(questions):
                tree.ask(question)
            return tree if tree.answers == answers else None
        case _:
            return None
