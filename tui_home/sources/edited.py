"""Edits made in the bytes of a file: nothing but them changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_home.model.problem import Edit

_LINE_END = re.compile(rb"(\r\n|\r|\n)")
_LEFT = "“{}” in line {} cannot be told from other places of it"
_NOT_UTF8 = "It is not UTF-8; save it as that first"


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
        left |= dict.fromkeys(_LEFT.format(before, at // 2 + 1) for before in refused)
        if made:
            parts[at] = mended.encode()
    return Made(b"".join(parts), places, tuple(left))


def _mended_line(line: str, edits: Sequence[Edit]) -> tuple[str, int, tuple[str, ...]]:
    """Return the line with the Edits made that are certain, their number, and what was to be replaced by the others."""
    wanted: dict[str, list[str]] = {}
    for edit in edits:
        wanted.setdefault(edit.before, []).append(edit.after)
    refused = [before for before, afters in wanted.items() if not before or len(set(afters)) > 1 or _breaks(afters[0])]
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


def _breaks(text: str) -> bool:
    return "\n" in text or "\r" in text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
