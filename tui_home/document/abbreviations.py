"""Abbreviations that a page explains (``*[HTML]: …``): spelled out where they come first."""

from __future__ import annotations

import re

_MOST = 100


def spelled_out(text: str, meanings: dict[str, str]) -> str:
    """Return `text` with each abbreviation explained that has not come before, and take that one out of `meanings`.

    Args:
        text: A run of text.
        meanings: What each abbreviation is short for.
    """
    for short in list(meanings)[:_MOST]:
        if short in text and (found := re.search(rf"(?<!\w){re.escape(short)}(?!\w)", text)):
            text = f"{text[: found.end()]} ({meanings.pop(short)}){text[found.end() :]}"
    return text
