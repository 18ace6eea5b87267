"""Text as it is compared with what somebody looks for: without case and accents."""

from __future__ import annotations

import unicodedata

from tui_home.text.patterns import pattern

_BEYOND_ASCII = pattern("([^\x00-\x7f]+)")


def folded(text: str) -> str:
    """Return `text` without case and accents.

    Each character folds by itself, so that text may be folded piece by piece; most of it is ASCII, which takes no time.
    """
    if text.isascii():
        return text.lower()
    return "".join(
        _folded(piece) if number % 2 else piece.lower() for number, piece in enumerate(_BEYOND_ASCII.split(text))
    )


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()
