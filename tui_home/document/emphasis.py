"""Stars and underscores: as kramdown reads them beside letters beyond ASCII, and never more than people write."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

MOST = 4000
"""So many stars and underscores of one paragraph are looked at; they are paired, which takes time."""
FLOODED = "flooded"
"""What a parser's environment calls the fact that there were more."""


def emphasis_plugin(parser: MarkdownIt) -> None:
    """Let a Markdown parser read emphasis by these rules."""
    from markdown_it.rules_inline.state_inline import Delimiter  # noqa: PLC0415 - loaded with the parser

    def emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
        marker = state.src[state.pos]
        if silent or marker not in "_*":
            return False
        if len(state.delimiters) >= MOST:
            state.env[FLOODED] = True
            return False
        scanned = state.scanDelims(state.pos, marker == "*")
        opens, closes = scanned.can_open, scanned.can_close
        if marker == "*":
            before = state.src[state.pos - 1 : state.pos]
            after = state.src[state.pos + scanned.length : state.pos + scanned.length + 1]
            if not (before.isascii() and after.isascii()):
                opens, closes = opens or not _blank(after), closes or not _blank(before)
        for _ in range(min(scanned.length, MOST)):
            token = state.push("text", "", 0)
            token.content = marker
            found = Delimiter(ord(marker), scanned.length, len(state.tokens) - 1, -1, opens, closes)
            state.delimiters.append(found)
        state.pos += min(scanned.length, MOST)
        return True

    parser.inline.ruler.at("emphasis", emphasis)


def _blank(character: str) -> bool:
    """Return whether nothing or a blank stands there."""
    return not character or character.isspace()
