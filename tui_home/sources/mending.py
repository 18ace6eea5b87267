"""Edits made in the files of a site: nothing but them changes, and each file at once or not at all."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui_home.model.problem import Edit, Problem
from tui_home.sources.checking import Checked, check_site
from tui_home.sources.files import MissingFileError, UnusableFileError, read_content, resolve

_LARGEST = 16 << 20
"""Bytes of a file that is worth mending."""
_ROUNDS = 8
"""A mended fault may show another; so many readings find them all, or something is wrong with us."""
_LINE_END = re.compile(rb"(\r\n|\r|\n)")
_MAY_WRITE = 0o222
_LEFT = "“{}” cannot be told from other places of its line"
_NOT_UTF8 = "It is not UTF-8; save it as that first"
_CHANGED = "It has changed meanwhile; check again"
_READ_ONLY = "It is read-only"


class Mended(NamedTuple):
    """A file before and after its Edits."""

    path: str
    """Relative to the site's folder."""
    before: bytes
    after: bytes
    places: int
    """How many Edits made the difference."""


class Left(NamedTuple):
    """A file that is left alone, or a part of it."""

    path: str
    reason: str
    """One sentence without its full stop."""


class Plan(NamedTuple):
    """What mending would change."""

    files: tuple[Mended, ...]
    left: tuple[Left, ...]


def plan_mending(found: Checked) -> Plan:
    """Return what can be mended of what a check has found, and of what shows only after that."""
    before: dict[str, bytes] = {}
    after: dict[str, bytes] = {}
    places: Counter[str] = Counter()
    left: dict[Left, None] = {}
    problems = found.problems
    for _ in range(_ROUNDS):
        changed = False
        for path, edits in _edits_by_file(problems).items():
            if path not in before:
                try:
                    before[path] = after[path] = _whole(found.root, path)
                except UnusableFileError as error:
                    left[Left(path, f"It {error}")] = None
                    continue
            made = mend(after[path], edits)
            left |= dict.fromkeys(Left(path, reason) for reason in made.left)
            if made.data != after[path]:
                after[path] = made.data
                places[path] += made.places
                changed = True
        if not changed:
            break
        problems = check_site(found.root, after).problems
    files = (Mended(path, before[path], after[path], places[path]) for path in sorted(after) if places[path])
    return Plan(tuple(files), tuple(left))


class Made(NamedTuple):
    """What became of a file's bytes."""

    data: bytes
    places: int
    left: tuple[str, ...]
    """Why some Edits were not made."""


def mend(data: bytes, edits: Iterable[Edit]) -> Made:
    """Return `data` with those Edits made whose text stands on their line as often as there are Edits of it.

    A file that is not UTF-8 is changed only in lines of ASCII; UTF-16 and UTF-32 not at all.
    """
    if b"\0" in data:
        return Made(data, 0, (_NOT_UTF8,))
    parts = _LINE_END.split(data)  # line, its end, the next line …
    utf8 = _is_utf8(data)
    left: dict[str, None] = {}
    places = 0
    by_line: dict[int, list[Edit]] = {}
    for edit in edits:
        by_line.setdefault(2 * (edit.line - 1), []).append(edit)
    for at, group in by_line.items():
        line = parts[at] if 0 <= at < len(parts) else b""
        if not utf8 and not (line.isascii() and all((edit.before + edit.after).isascii() for edit in group)):
            left[_NOT_UTF8] = None
            continue
        mended, made, refused = _mended_line(line.decode(), group)
        places += made
        left |= dict.fromkeys(_LEFT.format(before) for before in refused)
        if made:
            parts[at] = mended.encode()
    return Made(b"".join(parts), places, tuple(left))


def _mended_line(line: str, edits: Sequence[Edit]) -> tuple[str, int, tuple[str, ...]]:
    """Return the line with the Edits made that are certain, their number, and what was to be replaced by the others."""
    wanted: dict[str, list[str]] = {}
    for edit in edits:
        wanted.setdefault(edit.before, []).append(edit.after)
    refused = [before for before, afters in wanted.items() if not before or len(set(afters)) > 1]
    while True:
        sure = sorted((before for before in wanted if before not in refused), key=len, reverse=True)
        if not sure:
            return line, 0, tuple(refused)
        form = re.compile("|".join(map(re.escape, sure)))
        counts = Counter(match[0] for match in form.finditer(line))
        doubtful = [before for before in sure if counts[before] != len(wanted[before])]
        if not doubtful:
            break
        refused += doubtful
    return form.sub(lambda match: wanted[match[0]][0], line), sum(counts.values()), tuple(refused)


def write(root: Path, file: Mended) -> str:
    """Put a mended file in its place at once; return why not, as one sentence without its full stop, or "".

    The file keeps its permissions. One that was changed since it was read, that is read-only, or that lies outside the
    site is left alone.
    """
    try:
        place = Path(resolve(root, file.path))
        if not (stat.S_IMODE(place.stat().st_mode) & _MAY_WRITE and os.access(place, os.W_OK)):
            return _READ_ONLY
        if _whole(root, file.path) != file.before:
            return _CHANGED
        _replace(place, file.after)
    except UnusableFileError as error:
        return f"It {error}"
    except (MissingFileError, FileNotFoundError):
        return _CHANGED
    except OSError as error:
        return f"It cannot be written: {(error.strerror or 'unknown reason').lower()}"
    return ""


def _replace(place: Path, data: bytes) -> None:
    """Let `data` be the file's content for whoever opens it from now on; until then the old one is there, whole."""
    descriptor, name = tempfile.mkstemp(prefix=f".{place.name[:40]}.", suffix=".new", dir=place.parent)
    new = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        status = place.stat()
        new.chmod(stat.S_IMODE(status.st_mode))
        if hasattr(os, "chown"):
            with suppress(OSError):  # only root may give files away
                os.chown(new, status.st_uid, status.st_gid)
        new.replace(place)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _edits_by_file(problems: Iterable[Problem]) -> Mapping[str, list[Edit]]:
    found: dict[str, list[Edit]] = {}
    for problem in problems:
        if problem.edits:
            found.setdefault(problem.file, []).extend(problem.edits)
    return found


def _whole(root: Path, path: str) -> bytes:
    """Return a file's bytes.

    Raises:
        MissingFileError: It is gone.
        UnusableFileError: It cannot be read whole.
    """
    content = read_content(root, path, _LARGEST)
    if content.truncated:
        raise UnusableFileError("is too large to be mended")
    return content.data


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
