"""The entry that a broken block was meant to be, field by field.

bibtexparser gives up a block whose braces or quotes do not match. A field that begins on a line of its own ends where
the next one begins, whatever is open by then; so a fault costs one field at most, and the work is linear.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui_home.sources.jekyll.bibliography.values import balanced, cut
from tui_home.text.patterns import pattern

_HEAD = pattern(r"\s*@(\w{1,60})\s*[{(]?\s*")
_KEY = pattern(r"([^\s,={}\"]{1,200})\s*(?:[,;]|\s(?=\s*[\w-]{1,60}\s*=)|$)")
_LINE_FIELD = pattern(
    r"^[ \t,]*[\"']?([A-Za-z][\w:+.-]{0,60})[\"']?[ \t]*(?:=|:(?=[ \t]*[{\"])|(?=[{\"]))[ \t]*", re.MULTILINE
)
_FIELD = pattern(r"[\s,;]*[\"']?([A-Za-z][\w:+.-]{0,60})[\"']?\s*[=:]\s*")
_SWALLOWED = pattern(
    r"\n[ \t]*(?:author|title|journal|booktitle|year|publisher|pages|abstract|selected|abbr)[ \t]*=[ \t]*[{\"]",
    re.IGNORECASE,
)
_AFTER_VALUE = pattern(r"\s*(?:[,})]|$)|\s+[A-Za-z][\w-]{0,60}\s*=")
_ENDS = " \t\r\n,"
_BRACES = pattern(r"(?<!\\)[{}]")
_CLOSERS = 3
"""Braces that may stand at the end of a value: its own, the entry's, and one too many."""
_MOST = 200
"""Fields of one entry that are looked for."""


class Salvaged(NamedTuple):
    """An entry as far as it can be read."""

    type: str
    key: str
    fields: tuple[tuple[str, str, int], ...]
    """Names, raw values, and the lines below the entry's first on which they stand."""


def salvaged(block: str) -> Salvaged | None:
    """Return the entry that `block` was meant to be; None when there is no field in it.

    Args:
        block: From its ``@`` to where the next block begins.
    """
    head = _HEAD.match(block)
    if head is None:
        return None
    key = _KEY.match(block, head.end())
    at = key.end() if key else head.end()
    fields: list[tuple[str, str, int]] = []
    starts = [match.start() for match in _LINE_FIELD.finditer(block, at)]
    for start, end in zip((at, *starts), (*starts, len(block)), strict=True):
        fields += _fields(block, start, end, len(fields))
    return Salvaged(head[1], key[1] if key else "", tuple(fields)) if fields else None


def has_field(text: str) -> bool:
    """Return whether a field begins on a line of `text`."""
    return "=" in text and _LINE_FIELD.search(text) is not None


def swallows(raw: str) -> bool:
    """Return whether a value holds the next field, because its own closing brace is missing."""
    inner = _SWALLOWED.search(raw) if "=" in raw else None
    return inner is not None and inner.start() < cut(raw).end


def _fields(block: str, at: int, end: int, found: int) -> list[tuple[str, str, int]]:
    """Return the fields between two places; only the last of them can be one that nothing closes."""
    fields: list[tuple[str, str, int]] = []
    while found + len(fields) < _MOST:
        named = _LINE_FIELD.match(block, at, end) or _FIELD.match(block, at, end)
        if named is None:
            break
        raw = block[named.end() : end]
        size = cut(raw).end
        line = block.count("\n", 0, named.start(1))
        closed = size < len(raw) or not raw.startswith(("{", '"')) or raw.endswith(("}", '"'))
        whole = closed and balanced(raw[:size]) and _AFTER_VALUE.match(raw, size) is not None
        value = raw[:size].strip() if whole else _closed(raw)
        fields.append((named[1], value if value.startswith(("{", '"')) else value.rstrip(")"), line))
        if not whole:
            break
        at = named.end() + size
    return fields


def _closed(raw: str) -> str:
    """Return a value that nothing opens or nothing closes, in braces; what stays unbalanced in it loses its braces."""
    text = raw.strip(_ENDS)
    if text.startswith('"'):
        text = text.strip(_ENDS + '"')
    elif text.startswith("{") and not balanced(text):
        text = text[1:]
    for _ in range(_CLOSERS):
        if balanced(text) or not text.endswith("}"):
            break
        text = text[:-1].rstrip(_ENDS + '"')
    return "{" + (text if balanced(text) else _BRACES.sub("", text)) + "}"
