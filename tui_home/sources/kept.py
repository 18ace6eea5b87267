"""Sites kept from one start to the next, so that what has not changed need not be read again.

A kept Site stands beside the questions that reading it put to its folder and a hash of the answers. It counts only as
long as the same program gets the same answers. It is JSON, never pickle: a file from elsewhere runs no code, and what
it says must be a Site that reading could have made (`codec`). Whatever is wrong with it, the folder is read.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from tui_home.model.site import Site
from tui_home.sources.codec import decode, decode_field, encode
from tui_home.sources.files import MissingFileError, UnusableFileError, is_private, read_content
from tui_home.sources.parts import joined, split
from tui_home.sources.plain_values import UnfitError
from tui_home.sources.program import program_mark
from tui_home.sources.tree import Question, Tree

_SUFFIX, _NEW_SUFFIX = ".site", ".new"
_LARGEST = 32 << 20
"""Bytes of one kept Site."""
_MOST_BYTES = 64 << 20
_MOST_FILES = 32
_ONE = 512 << 10
"""Bytes of one kept Site for which there is room when there are many; of those tried, none takes twice as many."""
_MOST_QUESTIONS = 10_000


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
        return joined(self.front, found)


class Keeper:
    """Keeps Sites in a folder of the user's own; where that is not possible, it keeps none.

    Args:
        folder: Made when it is missing. One that others may write to is not used.
        language: In which the Sites are read; empty for the sites' own choice.
        room: For at least how many Sites there is to be room.
    """

    def __init__(self, folder: Path, language: str = "", room: int = 0) -> None:
        self._folder = folder
        self._language = language
        self._room = room

    def take(self, tree: Tree) -> Kept | None:
        """Return the Site that was read from `tree` if it still holds, else None. Asks `tree` what reading asked."""
        place = self._place(tree)
        try:
            if not is_private(self._folder):
                return None
            data = read_content(self._folder, place.name, _LARGEST).data
            check, _, rest = data.partition(b"\n")
            text, end, rest = rest.partition(b"\n")
            mark, questions, answers, table, plain = _parts(_sound(text + end, check))
            if mark != [program_mark(), place.name]:
                return None
            if len(rest) != sum(size for _, size, _ in table):
                return None
            for question in questions:
                tree.ask(question)
            return Kept(decode(plain), list(_cut(rest, table))) if tree.answers == answers else None
        except (OSError, MissingFileError, UnusableFileError, ValueError, UnfitError, RecursionError):
            return None

    def put(self, site: Site, tree: Tree) -> None:
        """Keep `site`, which was read from `tree` and from nothing else."""
        front, parts = split(site)
        try:
            texts = {name: _json(encode(items)) for name, items in parts.items()}
            table = [[name, len(text), _checksum(text).decode()] for name, text in texts.items()]
            head = (
                _json([[program_mark(), self._place(tree).name], tree.asked, tree.answers, table, encode(front)])
                + b"\n"
            )
        except (UnfitError, RecursionError):
            return
        data = b"".join((_checksum(head), b"\n", head, *texts.values()))
        if len(data) > _LARGEST or len(tree.asked) > _MOST_QUESTIONS:
            return
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if is_private(self._folder):
                _write(self._place(tree), data)
                _tidy(self._folder, max(_MOST_FILES, self._room), max(_MOST_BYTES, self._room * _ONE))

    def _place(self, tree: Tree) -> Path:
        named = os.fsencode(tree.root) + b"\0" + self._language.encode("utf-8", "surrogatepass")
        return self._folder / (hashlib.sha256(named).hexdigest()[:32] + _SUFFIX)


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


def _tidy(keep: Path, most_files: int, most_bytes: int) -> None:
    """Let the oldest files go, also those that nobody finished, until number and bytes are in bounds."""
    with os.scandir(keep) as entries:
        ours = [entry for entry in entries if entry.name.endswith((_SUFFIX, _NEW_SUFFIX))]
    aged = sorted(
        ((entry.stat(follow_symlinks=False), entry.path) for entry in ours), key=lambda file: -file[0].st_mtime_ns
    )
    size = 0
    for number, (status, path) in enumerate(aged):
        size += status.st_size
        if number >= most_files or size > most_bytes:
            Path(path).unlink(missing_ok=True)


def _json(plain: object) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode()  # of ASCII alone, and in one line


def _checksum(text: bytes) -> bytes:
    """Return a hash that tells damage; it proves nothing about where the text comes from."""
    return hashlib.sha256(text).hexdigest().encode()


def _sound(text: bytes, check: bytes) -> object:
    if check != _checksum(text):
        raise UnfitError
    found: object = json.loads(text)
    return found


def _parts(whole: object) -> tuple[object, list[Question], object, list[tuple[str, int, bytes]], object]:
    match whole:
        case [mark, [*questions], answers, [*table], plain] if len(questions) <= _MOST_QUESTIONS:
            return mark, [_question(item) for item in questions], answers, [_entry(item) for item in table], plain
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


def _question(item: object) -> Question:
    match item:
        case [str(what), str(path), int(limit), [*suffixes]]:
            texts = tuple(suffix for suffix in suffixes if isinstance(suffix, str))
            return what, path, limit, texts
        case _:
            raise UnfitError
