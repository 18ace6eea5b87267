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
from tui_home.sources.tree import Question, Tree, open_tree

_SUFFIX, _NEW_SUFFIX = ".site", ".new"
_LARGEST = 16 << 20
"""Bytes of one kept Site."""
_MOST_BYTES = 64 << 20
_MOST_FILES = 32
_MOST_QUESTIONS = 10_000
_OTHERS_MAY_WRITE = 0o022
_PARTS = 4


def open_kept_site(folder: Path, keep: Path | None) -> Site:
    """Return the Site in `folder` as `open_site` does; sooner when nothing has changed since it was last opened.

    Args:
        folder: The site's folder.
        keep: Where Sites are kept, a folder of the user's own; None to read afresh and keep nothing. That it cannot be
            read or written is no error.

    Raises:
        NoSiteError: The folder is missing or no format recognises it.
    """
    tree = open_tree(folder)
    place = _place(tree, keep) if keep else None
    if place and (site := _kept(place, tree)):
        return site
    from tui_home.sources.formats import read_site  # noqa: PLC0415 - heavy, and most starts do without

    tree = open_tree(folder)
    site = read_site(tree)
    if place:
        _put(place, site, tree)
    return site


def _place(tree: Tree, keep: Path) -> Path:
    return keep / (hashlib.sha256(os.fsencode(tree.root)).hexdigest()[:32] + _SUFFIX)


def _kept(place: Path, tree: Tree) -> Site | None:
    """Return the Site at `place` if it is one and still holds for `tree`."""
    try:
        if not _is_private(place.parent):
            return None
        data = read_content(place.parent, place.name, _LARGEST).data
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


def _put(place: Path, site: Site, tree: Tree) -> None:
    """Keep `site`, which was read from `tree`; without effect where that is not possible."""
    try:
        text = json.dumps([program_mark(), tree.asked, tree.answers, encode(site)], separators=(",", ":")).encode()
    except (UnfitError, RecursionError):
        return
    data = _checksum(text) + b"\n" + text
    if len(data) > _LARGEST or len(tree.asked) > _MOST_QUESTIONS:
        return
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_private(place.parent):
            _write(place, data)
            _tidy(place.parent)


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
