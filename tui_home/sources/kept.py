"""Sites kept from one start to the next, so that what has not changed need not be read again.

A kept Site stands beside the questions that reading it put to its folder and a hash of the answers. It counts only as
long as the same program gets the same answers. It is JSON, never pickle: a file from elsewhere runs no code, and what
it says must be a Site that reading could have made (`codec`). Whatever is wrong with it, the folder is read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui_home.model.site import Site
from tui_home.sources.codec import decode, decode_field, encode
from tui_home.sources.drawer import Drawer, checksum
from tui_home.sources.plain_values import UnfitError
from tui_home.sources.program import program_mark
from tui_home.sources.questions import MOST_QUESTIONS, read_questions
from tui_home.sources.tree import Question, Tree

_SUFFIX = ".site"
_LARGEST = 32 << 20
"""Bytes of one kept Site."""
_MOST_BYTES = 64 << 20
_MOST_FILES = 32
_ONE = 512 << 10
"""Bytes of one kept Site for which there is room when there are many; of those tried, none takes twice as many."""


class Kept:
    """A Site that was kept and still holds: the front of it at once, all of it when it is asked for.

    Args:
        front: What the first screen shows (see `parts`).
        rest: Of each part its name, its checksum, and its text.
    """

    def __init__(self, front: Site, rest: Sequence[tuple[str, bytes, bytes]]) -> None:
        self.front = front
        self._rest = rest

    def whole(self) -> Site | None:
        """Return all of it; None when a part is damaged."""
        if not self._rest:
            return self.front
        try:
            found = {name: decode_field(_sound(text, check), name) for name, check, text in self._rest}
        except (ValueError, UnfitError, RecursionError):
            return None
        from tui_home.sources.parts import joined  # noqa: PLC0415 - few sites are so large

        return joined(self.front, found)


class Keeper:
    """Keeps Sites in a folder of the user's own; where that is not possible, it keeps none.

    Args:
        folder: Made when it is missing. One that others may write to is not used.
        language: In which the Sites are read; empty for the sites' own choice.
        room: For at least how many Sites there is to be room.
    """

    def __init__(self, folder: Path, language: str = "", room: int = 0) -> None:
        self._language = language
        self._drawer = Drawer(
            folder,
            _SUFFIX,
            largest=_LARGEST,
            most_files=max(_MOST_FILES, room),
            most_bytes=max(_MOST_BYTES, room * _ONE),
        )

    def take(self, tree: Tree) -> Kept | None:
        """Return the Site that was read from `tree` if it still holds, else None.

        Args:
            tree: Is asked what reading asked, unless it has been already.
        """
        name = self._name(tree)
        data = self._drawer.read(name)
        if data is None:
            return None
        check, _, rest = data.partition(b"\n")
        text, end, rest = rest.partition(b"\n")
        try:
            mark, questions, answers, table, plain = _parts(_sound(text + end, check))
            if mark != [program_mark(), name]:
                return None
            if len(rest) != sum(size for _, size, _ in table):
                return None
            if not tree.asked:
                for question in questions:
                    tree.ask(question)
            if (tree.asked, tree.answers) != (questions, answers):
                return None
            return Kept(decode(plain), list(_cut(rest, table)))
        except (OSError, ValueError, UnfitError, RecursionError):
            return None

    def put(self, site: Site, tree: Tree) -> None:
        """Keep `site`, which was read from `tree` and from nothing else."""
        from tui_home.sources.parts import split  # noqa: PLC0415 - only of what has just been read

        front, parts = split(site)
        name = self._name(tree)
        try:
            texts = {part: _json(encode(items)) for part, items in parts.items()}
            table = [[part, len(text), checksum(text).decode()] for part, text in texts.items()]
            head = _json([[program_mark(), name], tree.asked, tree.answers, table, encode(front)]) + b"\n"
        except (UnfitError, RecursionError):
            return
        if len(tree.asked) <= MOST_QUESTIONS:
            self._drawer.write(name, b"".join((checksum(head), b"\n", head, *texts.values())))

    def _name(self, tree: Tree) -> str:
        return self._drawer.name(os.fsencode(tree.root), self._language.encode("utf-8", "surrogatepass"))


def _json(plain: object) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode()  # of ASCII alone, and in one line


def _sound(text: bytes, check: bytes) -> object:
    if check != checksum(text):
        raise UnfitError
    found: object = json.loads(text)
    return found


def _parts(whole: object) -> tuple[object, list[Question], object, list[tuple[str, int, bytes]], object]:
    match whole:
        case [mark, questions, answers, [*table], plain]:
            return mark, read_questions(questions), answers, [_entry(item) for item in table], plain
        case _:
            raise UnfitError


def _entry(item: object) -> tuple[str, int, bytes]:
    match item:
        case [str(name), int(size), str(check)] if size >= 0:
            return name, size, check.encode()
        case _:
            raise UnfitError


def _cut(data: bytes, table: list[tuple[str, int, bytes]]) -> Iterator[tuple[str, bytes, bytes]]:
    at = 0
    for name, size, check in table:
        yield name, check, data[at : at + size]
        at += size
