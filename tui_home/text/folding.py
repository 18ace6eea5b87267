"""Text as it is compared with what somebody looks for: without case and accents."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Return `text` without case and accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()
