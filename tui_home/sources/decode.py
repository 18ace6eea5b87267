"""Turn a file's bytes into text, whatever its encoding."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tui_home.text.patterns import pattern

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPED = pattern("[\udc80-\udcff]")
_LINE_END = pattern(r"\r\n?")


class Decoded(NamedTuple):
    r"""Text with ``\n`` line ends, and what had to be assumed to get it."""

    text: str
    encoding: str = ""
    """The encoding that had to be guessed or is not UTF-8; empty for UTF-8."""
    line: int = 1
    """The first line, counted from 1, that is not UTF-8."""


class BinaryError(Exception):
    """The bytes are no text."""


def decode(data: bytes) -> Decoded:
    """Return the text of `data`: UTF-8, UTF-16 and UTF-32 with a byte order mark, else Windows-1252 byte by byte.

    A file that is UTF-8 except for some bytes keeps its UTF-8; only those bytes are read as Windows-1252.

    Raises:
        BinaryError: NUL bytes say that this is no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _LINE_END.sub("\n", data[len(mark) :].decode(encoding, "replace"))
            return Decoded(text, "" if encoding == "utf-8" else encoding.upper()[:6])
    if b"\0" in data:
        raise BinaryError
    text = _LINE_END.sub("\n", data.decode("utf-8", "surrogateescape"))
    bad = _ESCAPED.search(text)
    if bad is None:
        return Decoded(text)
    line = text.count("\n", 0, bad.start()) + 1
    return Decoded(_ESCAPED.sub(_windows, text), "Windows-1252", line)


def _windows(match: re.Match[str]) -> str:
    byte = bytes((ord(match[0]) - 0xDC00,))
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:  # five bytes that Windows-1252 leaves free
        return byte.decode("latin-1")
