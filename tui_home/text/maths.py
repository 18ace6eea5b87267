r"""Formulas as Unicode: ``\sum_{k=1}^n a_k^2 \leq \frac{1}{2}`` is ``∑ₖ₌₁ⁿ aₖ² ≤ 1/2``."""

from __future__ import annotations

from html import unescape

from tui_home.text.math_atoms import joined
from tui_home.text.math_reader import Formula
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_TOKEN = pattern(r"\\(?:[A-Za-z]{1,40}+\*?\s*|[\s\S])|%[^\n]*\n?|[0-9]+(?:[.,][0-9]+)*|\s+|[\s\S]")
_STRIPPED = pattern(r"\\[A-Za-z]{1,40}\*?|[\\{}]")
_LONGEST = 4000


def formula(source: str) -> str:
    r"""Return a formula as people would type it in Unicode; rows of an ``align`` are lines.

    Commands that nobody knows (a page's own macros) are shown by their names. Never raises.

    Args:
        source: LaTeX, without the dollars; HTML entities are understood.
    """
    if len(source) > _LONGEST:
        return " ".join(printable(_STRIPPED.sub(" ", source)).split())
    lines = joined(Formula(_tokens(unescape(source) if "&" in source else source)).atoms()).split("\n")
    return "\n".join(filter(None, (" ".join(printable(line).split()) for line in lines)))


def one_line(source: str) -> str:
    """Return a formula as `formula` does, on one line."""
    return formula(source).replace("\n", "; ")


def _tokens(source: str) -> list[str]:
    """Return the tokens; blanks after a command's name belong to it, as TeX has it."""
    return [token.rstrip() if token[0] == "\\" and token[1:2].isalpha() else token for token in _TOKEN.findall(source)]
