"""Code in Markdown: where it stands, and how ``highlight`` blocks become it."""

from __future__ import annotations

from bisect import bisect_right
from html import escape

from tui_home.text.patterns import pattern

_FENCE = pattern(r"^[ \t>]{0,40}(?:[-*+] {1,4})?(`{3,}|~{3,})(.*)$", 8)  # re.MULTILINE
_TICKS = pattern("`+")
_LANGUAGE = pattern(r"[\w+#.-]{1,30}")
_FAR = 400
"""Characters to either side in which the ticks of code within a line are looked for."""


class Code:
    """The code of a Markdown source.

    Args:
        source: The text.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._edges: list[int] = []
        """Where fenced code begins and ends, in turn."""
        opened = ""
        for fence in _FENCE.finditer(source) if "```" in source or "~~~" in source else ():
            if not opened and "`" not in fence[2]:
                opened = fence[1]
                self._edges.append(fence.start())
            elif opened and fence[1].startswith(opened) and not fence[2].strip():
                opened = ""
                self._edges.append(fence.end())

    def holds(self, start: int, end: int) -> bool:
        """Return whether what stands between two places is code."""
        if bisect_right(self._edges, start) % 2:
            return True
        source = self._source
        if source.find("`", end, end + _FAR) < 0:
            return False
        before = source[max(0, start - _FAR) : start].rpartition("\n")[2]
        after = source[end : end + _FAR].partition("\n")[0]
        return "`" in after and len(_TICKS.findall(before)) % 2 == 1


def fenced(body: str, language: str, *, html: bool) -> str:
    """Return code as Markdown has it, in HTML as HTML has it; on as many lines, when it had lines of its own.

    Args:
        body: The code, with the line breaks after its opening and before its closing.
        language: What it is written in; may be nonsense.
        html: Whether it stands in a block of HTML, where no Markdown is read.
    """
    matched = _LANGUAGE.match(language)
    known = matched[0] if matched else ""
    if html:
        lines = (escape(line, quote=False) if line.strip() else "&#32;" for line in body.strip("\n").split("\n"))
        return f'<pre><code class="language-{escape(known)}">{chr(10).join(lines)}</code></pre>'
    longest = max((len(ticks) for ticks in _TICKS.findall(body)), default=0)
    fence = "`" * max(3, longest + 1)
    first = "" if body.startswith("\n") else "\n"
    kept = body.rstrip(" \t")
    indent = body[len(kept) :]
    last = "" if kept.endswith("\n") else "\n"
    return f"{fence}{known}{first}{kept}{last}{indent}{fence}"
