"""BibTeX values: braced, quoted and bare pieces joined by ``#``, with ``@string`` names among them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui_home.text.patterns import pattern

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names that every BibTeX style defines."""
_ANSWERS = frozenset(("true", "false", "yes", "no", "none"))
_BARE = pattern(r"[^\s#{}\",=]+")
_MARK = pattern(r"(?<!\\)[{}]")
_QUOTE_OR_BRACE = pattern(r"(?<!\\)[{}\"]")
_NEXT_FIELD = pattern(r"[\s,]*([A-Za-z][\w-]*)\s*=\s*")
_BLANKS = pattern(r"\s+")
_MAX_GLUED = 40
"""Fields that missing commas may glue together and that are still parted."""
_MAX_EXPANSION = 1 << 16
"""Characters to which ``@string``s may grow by naming one another."""


class Piece(NamedTuple):
    """One operand of ``#``."""

    text: str
    """Without its delimiters."""
    literal: bool
    """Whether it stands in braces or quotes; else it is a number or a name."""


class Cut(NamedTuple):
    """A value's pieces, and what follows them although nothing should."""

    pieces: tuple[Piece, ...]
    end: int
    """Where the value ends in the raw text."""


def cut(raw: str) -> Cut:
    """Return the pieces of a raw value."""
    if raw.startswith("{") and raw.endswith("}") and raw.find("{", 1) < 0 and raw.find("}") == len(raw) - 1:
        return Cut((Piece(raw[1:-1], literal=True),), len(raw))  # most values; worth its own line
    pieces: list[Piece] = []
    at = _skip(raw, 0)
    end = at
    while at < len(raw):
        piece, at = _piece(raw, at)
        if piece is None:
            break
        pieces.append(piece)
        end = at
        at = _skip(raw, at)
        if at >= len(raw) or raw[at] != "#":
            break
        at = _skip(raw, at + 1)
    return Cut(tuple(pieces), end)


def fields_of(name: str, raw: str) -> tuple[tuple[str, str], ...]:
    """Return the field, and those that a missing comma has glued to it, as names and raw values."""
    fields: list[tuple[str, str]] = []
    while True:
        end = cut(raw).end
        following = _NEXT_FIELD.match(raw, end) if end < len(raw) and len(fields) < _MAX_GLUED else None
        if following is None:
            kept = raw[:end] if raw[end:].lstrip().startswith("%") else raw
            return (*fields, (name, kept.strip()))
        fields.append((name, raw[:end].strip()))
        name, raw = following[1], raw[following.end() :]


def text_of(raw: str, strings: Mapping[str, str]) -> str:
    """Return what a raw value says, delimiters gone, names replaced, blanks collapsed; LaTeX stays."""
    pieces = cut(raw).pieces or (Piece(raw.strip(' \t\r\n{}"'), literal=True),)
    said = "".join(piece.text if piece.literal else strings.get(piece.text.lower(), piece.text) for piece in pieces)
    return _BLANKS.sub(" ", said).strip()


def undefined(name: str, raw: str, strings: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names in a raw value that nothing defines; words that say yes or no are none.

    Args:
        name: The field's name.
        raw: Its value.
        strings: What is defined.
    """
    if raw.startswith(("{", '"')) and raw.endswith(("}", '"')) and "#" not in raw:
        return ()
    if name.lower() == "month":
        return ()
    words = (piece.text for piece in cut(raw).pieces if not piece.literal)
    return tuple(word for word in words if _is_name(word) and word.lower() not in strings)


def _is_name(word: str) -> bool:
    return word[0].isalpha() and not _is_month(word) and word.lower() not in _ANSWERS


def written(raw: str, strings: Mapping[str, str]) -> str:
    """Return a value as BibTeX again, as it was written but with its ``@string``s expanded.

    Months stay names, which every style knows; a name that nothing defines becomes its own text.
    """
    found = cut(raw)
    if raw[found.end :].strip() or not found.pieces:
        said = text_of(raw, strings)
        return "{" + (said if balanced(said) else _MARK.sub("", said)) + "}"
    if all(piece.literal or _stands_alone(piece.text) for piece in found.pieces):
        return raw.strip()
    if any(not piece.literal and _is_month(piece.text) for piece in found.pieces):
        return " # ".join(_operand(piece, strings) for piece in found.pieces)
    return "{" + "".join(_expanded(piece, strings) for piece in found.pieces) + "}"


def balanced(text: str) -> bool:
    """Return whether every brace in `text` has its other half."""
    depth = 0
    for mark in _MARK.finditer(text):
        depth += 1 if mark[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def strings_of(definitions: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the ``@string``s by lower-case name, each with the earlier ones in it expanded, LaTeX kept.

    Args:
        definitions: Names and raw values in the order of the file.
    """
    strings: dict[str, str] = {}
    for name, raw in definitions:
        strings[name.lower()] = "".join(_expanded(piece, strings) for piece in cut(raw).pieces)[:_MAX_EXPANSION]
    return strings


def _piece(raw: str, at: int) -> tuple[Piece | None, int]:
    if raw[at] in '{"':
        end = _closing(raw, at)
        return Piece(raw[at + 1 : end], literal=True), min(end + 1, len(raw))
    bare = _BARE.match(raw, at)
    return (Piece(bare[0], literal=False), bare.end()) if bare else (None, at)


def _closing(raw: str, at: int) -> int:
    """Return where the literal that begins at `at` is closed; the end of the text when it is not."""
    quoted = raw[at] == '"'
    depth = 0
    for mark in (_QUOTE_OR_BRACE if quoted else _MARK).finditer(raw, at + quoted):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        if depth <= 0 and (mark[0] == '"' if quoted else True):
            return mark.start()
    return len(raw)


def _skip(raw: str, at: int) -> int:
    while at < len(raw) and raw[at].isspace():
        at += 1
    return at


def _expanded(piece: Piece, strings: Mapping[str, str]) -> str:
    return piece.text if piece.literal else strings.get(piece.text.lower(), piece.text)


def _operand(piece: Piece, strings: Mapping[str, str]) -> str:
    if not piece.literal and _stands_alone(piece.text):
        return piece.text
    return "{" + _expanded(piece, strings) + "}"


def _stands_alone(word: str) -> bool:
    return word.isdecimal() or _is_month(word)


def _is_month(word: str) -> bool:
    return word.lower() in MONTHS
