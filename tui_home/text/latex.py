"""LaTeX, as it stands in BibTeX fields, as plain text."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

_LATEX = pattern(r"[\\{}$~]|--|``|''")
_BARE = pattern(r"(?<!\\)([%&#])")
_KNOWN = pattern(
    r"\\href\s{0,3}\{[^{}]{0,2000}\}(?=\s{0,3}\{)|\\(?:url|path|nolinkurl)\s{0,3}\{(?P<url>[^{}]{0,2000})\}"
    r"|\\(?P<logo>(?:La|Bib|Xe|Lua)?TeX(?:e)?)(?![A-Za-z])(?:\{\})?"
)
_DOLLAR = pattern(r"(?<!\\)\$")
_COMMAND = pattern(r"\\([A-Za-z]{1,40})\*?[ \t]*|\\(.)|[{}$]", re.DOTALL)
_QUOTES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", " "))
_LONGEST = 20_000
_DEEPEST = 40


def latex_to_text(text: str) -> str:
    r"""Return what LaTeX prints for `text`: accents, dashes, quotes, symbols; formulas as their symbols.

    Text without LaTeX comes back as it is. Never raises: what LaTeX could not read loses its braces and backslashes.
    A bare ``%``, ``&`` or ``#`` is text here, as web pages have it, not a comment.

    Args:
        text: The value of a BibTeX field.
    """
    if not _LATEX.search(text):
        return text
    if "\\" not in text and "$" not in text:
        return _quotes(text.replace("{", "").replace("}", ""))
    if len(text) > _LONGEST or _depth(text) > _DEEPEST:
        return _stripped(text)
    text = _KNOWN.sub(
        lambda match: (match["url"] or "").replace("~", r"\textasciitilde{}") or match["logo"] or "", text
    )
    if len(_DOLLAR.findall(text)) % 2:
        text = _DOLLAR.sub(r"\\$", text)
    try:
        plain: str = _converter().latex_to_text(_BARE.sub(r"\\\1", text))
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError):
        return _stripped(text)
    return unicodedata.normalize("NFC", plain.replace("\xa0", " "))


@cache
def _converter() -> LatexNodes2Text:
    """Return the converter; making one takes longer than using it."""
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415 - 30 ms, needed by few sites

    return LatexNodes2Text(math_mode="text", strict_latex_spaces=False, keep_comments=True)


def _depth(text: str) -> int:
    """Return how deep the braces go."""
    depth = deepest = 0
    for character in text:
        if character == "{":
            depth += 1
            deepest = max(deepest, depth)
        elif character == "}":
            depth -= 1
    return deepest


def _quotes(text: str) -> str:
    """Return `text` with TeX's dashes, quotes and ties as characters."""
    for written, printed in _QUOTES:
        text = text.replace(written, printed)
    return text


def _stripped(text: str) -> str:
    """Return `text` without braces and commands, their arguments kept."""
    return _quotes(_COMMAND.sub(lambda match: match[2] or "", text))
