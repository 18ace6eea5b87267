"""bibtexparser's blocks, with what it cannot do itself: comments left out, and the source of broken blocks."""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from bibtexparser.library import Library

_COMMENT = pattern(r"@comment[ \t\r\n]*\{", re.IGNORECASE)
_PERCENT = pattern(r"^[ \t]*%+[ \t]*(?:@\w+[ \t]*[{(]|[\w:-]+[ \t]*=|[}{),]*[ \t]*$).*", re.MULTILINE)
_BLOCK = pattern(r"@\w{0,60}[ \t]*\{")
_BRACE = pattern(r"(?<!\\)[{}]")
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
    """Return `text` with its comments emptied, its lines kept; bibtexparser would show the entries inside them.

    Those are ``@comment{…}``, and lines on which a ``%`` stands before an entry, a field or a brace. BibTeX itself
    knows no ``%``, but nobody who writes one there wants the line read.
    """
    if "%" in text:
        text = _PERCENT.sub("", text)
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


def end_of(text: str, entries: int) -> int:
    """Return where BibTeX source goes beyond a number of entries; its length when it does not."""
    beyond = next(islice(_BLOCK.finditer(text), entries, None), None) if text.count("@") > entries else None
    return beyond.start() if beyond else len(text)


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

    def block(self, start: int) -> str:
        """Return a block from its line on, up to where the next one begins.

        Of a block that shares its line with others, or is very long, nothing: reading it again would cost too much.
        """
        following = bisect_right(self._starts, start)
        if following > 1 and self._starts[following - 2] == start:
            return ""
        end = self._starts[following] if following < len(self._starts) else len(self._lines)
        block = "\n".join(self._lines[start:end]).lstrip()
        return block if len(block) < _RESCUABLE else ""


def _closed(braces: Iterable[re.Match[str]]) -> int | None:
    depth = 0
    for brace in braces:
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return None
