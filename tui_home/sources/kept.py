"""Sites kept from one start to the next, so that what has not changed need not be read again.

A kept Site stands beside the questions that reading it put to its folder and a hash of the answers. It counts only as
long as the same program gets the same answers. It is JSON, never pickle: a file from elsewhere runs no code, and what
it says must be a Site that reading could have made (`codec`). Whatever is wrong with it, the folder is read.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path

from tui_home.model.site import Site
from tui_home.sources.codec import UnfitError, decode, encode
from tui_home.sources.files import MissingFileError, UnusableFileError, read_content
from tui_home.sources.program import program_mark
from tui_home.sources.tree import Question, Tree

_SUFFIX, _NEW_SUFFIX = ".site", ".new"
_LARGEST = 16 << 20
"""Bytes of one kept Site."""
_MOST_BYTES = 64 << 20
_MOST_FILES = 32
_MOST_QUESTIONS = 10_000
_OTHERS_MAY_WRITE = 0o022
_PARTS = 4


class Keeper:
    """Keeps Sites in a folder of the user's own; where that is not possible, it keeps none.

    Args:
        folder: Made when it is missing. One that others may write to is not used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, tree: Tree) -> Site | None:
        """Return the Site that was read from `tree` if it still holds, else None. Asks `tree` what reading asked."""
        place = self._place(tree)
        try:
            if not _is_private(self._folder):
                return None
            data = read_content(self._folder, place.name, _LARGEST).data
            check, _, text = data.partition(b"\n")
            if check != _checksum(text):
                return None
            mark, questions, answers, plain = _parts(json.loads(text))
            if mark != program_mark():
                return None
            for question in questions:
                tree.ask(question)
            return decode(plain) if tree.answers == answers else None
        except (OSError, MissingFileError, UnusableFileError, ValueError, UnfitError, RecursionError):
            return None

    def put(self, site: Site, tree: Tree) -> None:
        """Keep `site`, which was read from `tree` and from nothing else."""
        try:
            whole = (program_mark(), tree.asked, tree.answers, encode(site))
            text = json.dumps(whole, separators=(",", ":")).encode()
        except (UnfitError, RecursionError):
            return
        data = _checksum(text) + b"\n" + text
        if len(data) > _LARGEST or len(tree.asked) > _MOST_QUESTIONS:
            return
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_private(self._folder):
                _write(self._place(tree), data)
                _tidy(self._folder)

    def _place(self, tree: Tree) -> Path:
        return self._folder / (hashlib.sha256(os.fsencode(tree.root)).hexdigest()[:32] + _SUFFIX)


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


def _tidy(keep: Path) -> None:
    """Let the oldest files go, also those that nobody finished, until number and bytes are in bounds."""
    with os.scandir(keep) as entries:
        ours = [entry for entry in entries if entry.name.endswith((_SUFFIX, _NEW_SUFFIX))]
    aged = sorted(
        ((entry.stat(follow_symlinks=False), entry.path) for entry in ours), key=lambda file: -file[0].st_mtime_ns
    )
    size = 0
    for number, (status, path) in enumerate(aged):
        size += status.st_size
        if number >= _MOST_FILES or size > _MOST_BYTES:
            Path(path).unlink(missing_ok=True)


def _is_private(keep: Path) -> bool:
    """Return whether nobody else may put files there, as far as the system tells."""
    if not hasattr(os, "geteuid"):
        return True
    status = keep.lstat()
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_MAY_WRITE


def _checksum(text: bytes) -> bytes:
    """Return a hash that tells damage; it proves nothing about where the text comes from."""
    return hashlib.sha256(text).hexdigest().encode()


def _parts(whole: object) -> tuple[object, list[Question], object, object]:
    if type(whole) is not list or len(whole) != _PARTS or type(whole[1]) is not list:
        raise UnfitError
    if len(whole[1]) > _MOST_QUESTIONS:
        raise UnfitError
    return whole[0], [_question(item) for item in whole[1]], whole[2], whole[3]


def _question(item: object) -> Question:
    match item:
        case [str(what), str(path), int(limit), [*suffixes]]:
            texts = tuple(suffix for suffix in suffixes if isinstance(suffix, str))
            return what, path, limit, texts
        case _:
            raise UnfitError
