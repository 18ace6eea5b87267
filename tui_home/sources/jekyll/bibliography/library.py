"""bibtexparser's blocks, with what it cannot do itself: comments round whole entries, and broken entries saved."""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Entry

_COMMENT = pattern(r"@comment[ \t\r\n]*\{", re.IGNORECASE)
_BRACE = pattern(r"(?<!\\)[{}]")
_KEYLESS = pattern(r"(@\w+[ \t\r\n]*[{(])(?=[ \t\r\n]*\w+[ \t\r\n]*=)")
_CLOSINGS = ("", "}", "}}", '"}', ")")
_RESCUABLE = 1 << 16
"""Characters up to which a broken entry is worth reading again."""
_SHOWN = 60
"""Characters of a broken entry that a Problem shows."""


def library_of(text: str) -> Library:
    """Return the blocks of BibTeX source, values raw, nothing written to the screen."""
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415 - 30 ms that only a site with papers pays

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)
    return parse_string(text, parse_stack=())


def without_comments(text: str) -> str:
    """Return `text` with each ``@comment{…}`` emptied, its lines kept; bibtexparser would show entries inside one."""
    parts: list[str] = []
    at = 0
    for comment in _COMMENT.finditer(text):
        if comment.start() < at:
            continue
        end = _closed(_BRACE.finditer(text, comment.end() - 1))
        if end is None:
            break
        parts += (text[at : comment.start()], "\n" * text.count("\n", comment.start(), end))
        at = end
    return "".join((*parts, text[at:]))


class Source:
    """The text of a file, block by block; bibtexparser keeps of a broken block only its beginning.

    Args:
        text: The whole.
        library: Its blocks.
    """

    def __init__(self, text: str, library: Library) -> None:
        from bibtexparser.model import ImplicitComment  # noqa: PLC0415 - imported already, by library_of

        self._lines = text.split("\n")
        blocks = (block for block in library.blocks if not isinstance(block, ImplicitComment))
        self._starts = sorted(block.start_line or 0 for block in blocks)

    def beginning(self, start: int) -> str:
        """Return the first words of the block that begins on a line, counted from 0."""
        return self._lines[start][: 4 * _SHOWN].strip()[:_SHOWN]

    def rescue(self, start: int) -> Entry | None:
        """Return the entry that a broken block was meant to be: with a key, and closed.

        A block that shares its line with others, or is very long, is left alone: reading it again would cost too much.
        """
        raw = self._block(start)
        if not raw:
            return None
        keyed = _KEYLESS.sub(r"\1untitled,", raw, count=1).rstrip().rstrip(",")
        for closing in _CLOSINGS:
            entries = library_of(keyed + closing).entries
            if entries and entries[0].fields:
                return entries[0]
        return None

    def _block(self, start: int) -> str:
        following = bisect_right(self._starts, start)
        if following > 1 and self._starts[following - 2] == start:
            return ""
        end = self._starts[following] if following < len(self._starts) else len(self._lines)
        block = "\n".join(self._lines[start:end])
        return block if len(block) < _RESCUABLE else ""


def _closed(braces: Iterable[re.Match[str]]) -> int | None:
    depth = 0
    for brace in braces:
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return None
