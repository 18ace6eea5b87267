"""Edits made in the bytes of a file: nothing but them changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_home.model.problem import Edit

_LINE_END = re.compile(rb"(\r\n|\r|\n)")
_AMBIGUOUS = "“{}” cannot be told from other places of line {}"
_ABSENT = "“{}” is not in line {} as it is written; Liquid or YAML made it"
_NOT_UTF8 = "It is not UTF-8; save it as that first"


class Made(NamedTuple):
    """What became of a file's bytes."""

    data: bytes
    places: int
    left: tuple[str, ...]
    """Why some Edits were not made."""


def mend(data: bytes, edits: Iterable[Edit]) -> Made:
    """Return `data` with those Edits made whose text stands on their line as often as they say; equal ones count once.

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
        for before in refused:
            left[(_AMBIGUOUS if before in mended else _ABSENT).format(before, at // 2 + 1)] = None
        if made:
            parts[at] = mended.encode()
    return Made(b"".join(parts), places, tuple(left))


def _mended_line(line: str, edits: Sequence[Edit]) -> tuple[str, int, tuple[str, ...]]:
    """Return the line with the Edits made that are certain, their number, and what was to be replaced by the others."""
    wanted = {edit.before: edit for edit in edits}
    refused = [edit.before for edit in dict.fromkeys(edits) if wanted[edit.before] != edit or not _is_sane(edit)]
    while True:
        sure = sorted((before for before in wanted if before not in refused), key=len, reverse=True)
        if not sure:
            return line, 0, tuple(refused)
        form = re.compile("|".join(map(re.escape, sure)))
        counts = Counter(match[0] for match in form.finditer(line))
        doubtful = [before for before in sure if counts[before] != wanted[before].times]
        if not doubtful:
            break
        refused += doubtful
    return form.sub(lambda match: wanted[match[0]].after, line), sum(counts.values()), tuple(refused)


def _is_sane(edit: Edit) -> bool:
    return bool(edit.before) and "\n" not in edit.after and "\r" not in edit.after


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
