"""Emoji written as codes, as GitHub and Jekyll's jemoji read them: ``:tada:``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    import re

_CODE = pattern(r":([A-Za-z0-9_+-]{1,60}):")
_SAFE_LENGTH = 4
"""Names of so many letters mean an emoji even where a letter touches them; ``1:x:2`` does not."""
_URL = pattern(r"(?:://|www\.)[^\s<>]*$")
_WINDOW = 200


def has_code(text: str) -> bool:
    """Return whether `text` may hold an emoji code."""
    return ":" in text and _CODE.search(text) is not None


def with_emoji(text: str) -> str:
    """Return `text` with its emoji codes as emoji; what is no known code stays.

    Args:
        text: Running text, not code. Times (``10:30:00``), scopes (``std::a::b``) and addresses hold no codes.
    """
    parts: list[str] = []
    done = look = 0
    while found := _CODE.search(text, look):
        emoji = _emoji(found[1].lower()) if _stands_free(text, found, done) else ""
        if not emoji:
            look = found.end() - 1  # its last colon may be the first of a code
            continue
        parts += [text[done : found.start()], emoji]
        done = look = found.end()
    return "".join((*parts, text[done:])) if parts else text


def _stands_free(text: str, found: re.Match[str], done: int) -> bool:
    """Return whether a code is no part of a word, a scope or an address; what is `done` is an emoji."""
    start, end, name = found.start(), found.end(), found[1]
    before, after = text[max(done, start - 1) : start], text[end : end + 1]
    if before in {":", "/"} or (after == ":" and text[end + 1 : end + 2] == ":"):
        return False
    if (before.isalnum() or after.isalnum()) and (len(name) < _SAFE_LENGTH or name.isdigit()):
        return False
    return not _URL.search(text, max(0, start - _WINDOW), start)


@lru_cache(maxsize=512)
def _emoji(name: str) -> str:
    """Return the emoji called `name`; "" when there is none."""
    from emoji import emojize  # noqa: PLC0415 - 40 ms, needed by few sites

    code = f":{name}:"
    found: str = emojize(code, language="alias")
    return "" if found == code else found
