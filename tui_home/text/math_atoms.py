"""The parts of a formula on one line, and the blanks between them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from tui_home.text.math_signs import is_relation

_OPENING, _CLOSED, _ENDING = "([{⟨⌊⌈√", ")]}", ")]}⟩⌋⌉,;.:!"
_NO_BLANK_AFTER = frozenset(("", "\n", *_OPENING))
_LETTER_LIKE = "√∑∏∫∂∇|"
_LOOSE = frozenset(" +-−=/,·×±<>")


class Kind(Enum):
    """How a part stands among its neighbours."""

    ORDINARY = auto()
    WORD = auto()
    """A function's name, a large operator, a fraction: a blank stands between it and letters."""
    INDEXED = auto()
    """What ends in a script that Unicode lacks: a blank stands between it and the letters that follow."""
    RELATION = auto()
    BLANK = auto()
    BREAK = auto()


class Atom(NamedTuple):
    """One part."""

    text: str
    kind: Kind = Kind.ORDINARY


SPACE = Atom(" ", Kind.BLANK)


def joined(atoms: Iterable[Atom], *, tight: bool = False) -> str:
    """Return the atoms with blanks between them; `tight`, as in an index, with those alone that words need."""
    parts: list[str] = []
    last, blank, word = "", False, False
    for text, kind in atoms:
        if kind is Kind.BLANK:
            blank = not tight
        elif text:
            loose = kind is Kind.RELATION and not tight
            if kind is Kind.WORD:
                blank = blank or last.isalnum() or last in _CLOSED
            elif word:
                blank = blank or text[0].isalnum() or text[0] in _LETTER_LIKE
            if (blank or loose) and last not in _NO_BLANK_AFTER and text[0] not in _ENDING:
                parts.append(" ")
            parts.append(text)
            last, blank, word = text[-1], loose, kind in {Kind.WORD, Kind.INDEXED}
    if blank and last == "×" and len(parts) > 1:
        parts[-2] = parts[-2].rstrip()  # "10× faster"
    return "".join(parts)


def bracketed(text: str) -> str:
    """Return `text` in brackets unless it is one thing."""
    depth = 0
    for index, character in enumerate(text):
        depth += (character in "([{⟨") - (character in ")]}⟩")
        if depth == 0 and (character in _LOOSE or (index and is_relation(character))):
            return f"({text})"
    return text
