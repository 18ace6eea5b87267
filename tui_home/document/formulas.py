r"""Formulas in Markdown and in text, as MathJax finds them in al-folio: ``$…$``, ``$$…$$``, ``\(…\)``, ``\begin{…}``.

Rules for the parser take them out before Markdown reads their stars and underscores; `find` does the same for text.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_START = pattern(r"\$|\\{1,2}[(\[]|\\begin\{|\[latex\]|<d-math\b")
_ENVIRONMENT = pattern(
    r"\\begin\{((?:equation|align|alignat|gather|multline|eqnarray|displaymath|math|aligned|gathered|split|cases|"
    r"[bpvBV]?matrix|array)\*?)\}"
)
_D_MATH = pattern(r"<d-math(?:\s[^<>]{0,200})?>")
_DOLLAR = pattern(r"(?<!\\)\$")
_STRONG = pattern(r"[\\^_=<>≤≥]")
_LATEX = pattern(r"\\[A-Za-z]|[_^]|^[A-Za-z]$")
_WORD = pattern(r"(?<![\\A-Za-z])[A-Za-z]{3,}")
_LONGEST = 4000
_LONGEST_INLINE = 1000
_MOST_IN_VAIN = 1000
"""So many signs in a row that begin no formula are looked at: for each, the text is searched some way on."""
_CLOSERS = {"\\(": "\\)", "\\[": "\\]", "\\\\(": "\\\\)", "\\\\[": "\\\\]", "[latex]": "[/latex]", "$$": "$$"}
_DISPLAY = frozenset(("$$", "\\[", "\\\\["))


class Found(NamedTuple):
    """A formula in text."""

    start: int
    end: int
    body: str


def has_formula(text: str) -> bool:
    """Return whether `text` may hold a formula."""
    return _START.search(text) is not None


def find(text: str, start: int = 0) -> Found | None:
    """Return the first formula in `text` from a place on; None when there is none."""
    for opened in islice(_START.finditer(text, start), _MOST_IN_VAIN):
        if found := at(text, opened.start()):
            return found
    return None


def at(text: str, start: int, limit: int | None = None) -> Found | None:
    """Return the formula that begins exactly at a place; None when what stands there is text: a price, a bracket."""
    limit = len(text) if limit is None else limit
    opened = _START.match(text, start, limit)
    if not opened:
        return None
    sign = "$$" if text.startswith("$$", start) else opened[0]
    if sign == "$":
        return _dollars(text, start, limit)
    if tag := (_ENVIRONMENT if sign.startswith("\\begin") else _D_MATH).match(text, start):
        closer = "</d-math>" if sign[0] == "<" else f"\\end{{{tag[1]}}}"
        end = text.find(closer, tag.end(), min(tag.end() + _LONGEST, limit))
        if end < 0:
            return None
        after = end + len(closer)
        return Found(start, after, text[tag.end() : end] if sign[0] == "<" else text[start:after])
    return _between(text, start, sign, limit) if sign in _CLOSERS else None


def _between(text: str, start: int, sign: str, limit: int) -> Found | None:
    """Return a formula in brackets of its own; a single backslash may only escape a bracket."""
    inner, closer = start + len(sign), _CLOSERS[sign]
    end = text.find(closer, inner, min(inner + _LONGEST, limit))
    body = text[inner:end] if end >= 0 else ""
    if not body.strip() or (sign in {"\\(", "\\["} and not _LATEX.search(body.strip())):
        return None
    return Found(start, end + len(closer), body)


def _dollars(text: str, start: int, limit: int) -> Found | None:
    """Return a formula between single dollars; not what stands between two prices."""
    closing = _DOLLAR.search(text, start + 1, min(start + _LONGEST_INLINE, limit))
    if not closing:
        return None
    end = closing.start()
    body = text[start + 1 : end]
    if not body.strip() or "`" in body or text[end + 1 : end + 2].isdigit() or text[start - 1 : start].isalnum():
        return None
    strong = _STRONG.search(body) is not None
    if body[0].isspace() or body[-1].isspace():
        meant = strong and body[0].isspace() and body[-1].isspace()
    else:
        meant = strong or len(_WORD.findall(body)) <= (not body[0].isdigit())
    return Found(start, end + 1, body) if meant else None


def math_plugin(parser: MarkdownIt) -> None:
    """Let a Markdown parser know formulas: tokens ``math_inline`` and ``math_block``."""
    parser.inline.ruler.before("escape", "math", _inline)
    parser.block.ruler.before("table", "math", _block, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _inline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a formula within a line."""
    if state.src[state.pos] not in "$\\[<":
        return False
    found = at(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("math_inline", "", 0)
        token.content, token.markup = found.body, state.src[found.start : found.end]
    state.pos = found.end
    return True


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a formula that has its lines to itself."""
    first = state.bMarks[start] + state.tShift[start]
    opened = _START.match(state.src, first)
    if not opened or state.is_code_block(start):
        return False
    sign = "$$" if state.src.startswith("$$", first) else opened[0]
    if sign not in _DISPLAY and not sign.startswith("\\begin"):
        return False
    found = at(state.src, first)
    if not found:
        return False
    last = start
    while last < end and state.eMarks[last] < found.end:
        last += 1
        if last < end and not state.isEmpty(last) and state.sCount[last] < state.blkIndent:
            return False
    if last >= end or state.src[found.end : state.eMarks[last]].strip(" \t.,;"):
        return False
    if not silent:
        token = state.push("math_block", "", 0)
        token.content = "\n".join(re.sub(r"^[ \t>]+", "", line) for line in found.body.split("\n"))
        token.map = [start, last + 1]
        state.line = last + 1
    return True
