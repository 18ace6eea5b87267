"""Superscript and subscript, in Unicode where it has them."""

from __future__ import annotations

from collections.abc import Sequence

from tui_home.document.pieces import Piece
from tui_home.text.scripts import SUBSCRIPT, SUPERSCRIPT

_LONGEST_WORD = 4
"""Longer words in tiny letters nobody can read or find."""
_SIGNS = frozenset("*∗†‡§¶#°′″®™©⁎,;. ")
"""What is raised, or small, of itself."""


def raised(tag: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a ``<sup>`` or ``<sub>``.

    Args:
        tag: ``sup`` or ``sub``.
        pieces: What stands in it.
    """
    table, sign = (SUPERSCRIPT, "^") if tag == "sup" else (SUBSCRIPT, "_")
    text = "".join(piece.text for piece in pieces).strip()
    if not text:
        return list(pieces)
    readable = len(text) <= _LONGEST_WORD or not any(map(str.isalpha, text))
    if readable and all(ord(character) in table or character in _SIGNS for character in text):
        return [piece._replace(text=piece.text.translate(table)) for piece in pieces]
    first, last = pieces[0], pieces[-1]
    return [
        Piece(f"{sign}(", first.style, first.anchor),
        *pieces,
        Piece(")", last.style, last.anchor),
    ]
