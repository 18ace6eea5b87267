"""Liquid source, cut into text, outputs and tags: in one pass, whatever is unclosed.

python-liquid's own scanner looks to the end of the text from each unclosed brace, refuses a text for a single one, and
does not know what is code; its parser and its evaluation are what we need of it.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from tui_home.sources.jekyll.liquid.code import Code, fenced
from tui_home.sources.jekyll.liquid.vanishing import HtmlLines, guarded, shown_as_code, vanished
from tui_home.text.patterns import pattern

_OPENING = pattern(r"\{[{%]")
_NAME = pattern(r"\s*(#|\w{1,60})")
_END_OF = {
    name: pattern(rf"\{{%-?\s*end{name}\s*-?%\}}")
    for name in (
        *("raw", "comment", "highlight", "mermaid", "graphviz", "plantuml", "blockdiag", "nomnoml", "pseudocode"),
        *("wavedrom", "vega", "vegalite", "tikz", "chart", "echarts"),
    )
}
"""Blocks in which nothing is Liquid, and what ends them."""
_TAG = pattern(r"\{%[^{}%]{0,500}%\}|\{\{[^{}]{0,500}\}\}")
_RAW_TAG = pattern(r"\{%-?\s*(?:end)?raw\s*-?%\}\n?")
_LONGEST = 6000
"""Characters of one tag or output; a longer one is text with a stray brace."""
_MOST = 5000
"""Tags and outputs of one text."""


class Kind(Enum):
    """What a piece is."""

    TEXT = auto()
    OUTPUT = auto()
    TAG = auto()


class Piece(NamedTuple):
    """A part of the source."""

    kind: Kind
    text: str
    """What is shown of text; the expression of an output; what follows a tag's name."""
    line: int
    """Counted from 0."""
    name: str = ""
    """A tag's."""
    written: str = ""
    """An output or a tag as it stands in the source."""
    code: bool = False
    """Whether it stands in Markdown's code."""
    html: bool = False
    """Whether it stands in a block of HTML."""


class Fault(NamedTuple):
    """Something that is no Liquid."""

    line: int
    message: str
    hint: str


class Scan:
    """One pass over a source; `pieces` and `faults` are what it found.

    Args:
        source: The text.
    """

    def __init__(self, source: str) -> None:
        self.pieces: list[Piece] = []
        self.faults: list[Fault] = []
        self._source = source
        self._code = Code(source)
        self._html = HtmlLines(source)
        self._closers = {"%}": -2, "}}": -2}
        self._endless: set[str] = set()
        self._line = 0
        self._counted = 0
        self._strip = False
        self._scan()

    def _scan(self) -> None:
        source = self._source
        done = found = 0
        while opening := _OPENING.search(source, done):
            start = opening.start()
            found += 1
            if found > _MOST:
                message = f"There are more than {_MOST} tags; the rest are not evaluated"
                self.faults.append(Fault(self._at(start), message, "divide the page"))
                self._add(Piece(Kind.TEXT, without_tags(source[done:]), self._at(start)))
                return
            closer = "}}" if source[start + 1] == "{" else "%}"
            end = self._closed(closer, start + 2)
            if end < 0 or end - start > _LONGEST:
                self._stray(done, start, opening[0])
                done = start + 2
                continue
            inner = source[start + 2 : end - 2]
            self._text(done, start, strip=inner.startswith("-"))
            done = self._liquid(start, end, inner.removeprefix("-").removesuffix("-"))
            self._strip = source[done - 3 : done - 2] == "-"
        self._text(done, len(source))

    def _stray(self, done: int, start: int, brace: str) -> None:
        """Add the text up to a brace that is no Liquid's; in code, which LaTeX may be, it stays."""
        self._text(done, start)
        self._strip = False
        at = self._at(start)
        if self._code.holds(start, start + 2):
            self._add(Piece(Kind.TEXT, guarded(brace), at))
        else:
            self.faults.append(Fault(at, f"“{brace}” is never closed; it is left out", "close it"))

    def _liquid(self, start: int, end: int, inner: str) -> int:
        """Add the output or tag that stands between two places; return where the text goes on."""
        source, line = self._source, self._at(start)
        written = source[start:end]
        html, code = self._html.within(line), self._code.holds(start, end)
        matched = _NAME.match(inner) if written[1] == "%" else None
        name = matched[1] if matched else ""
        args = inner[matched.end() :].strip() if matched else inner.strip()
        if name in _END_OF and (not code or name in {"raw", "comment"}):
            closing = None if name in self._endless else _END_OF[name].search(source, end)
            if closing:
                body = source[end : closing.start()]
                if name == "raw" and not code:
                    body = shown_as_code(body)
                self._verbatim(name, args, body, closing[0], html=html)
                return closing.end()
            if name not in self._endless:
                self.faults.append(Fault(line, f"“{name}” is never closed", f"write {{% end{name} %}}"))
            self._endless.add(name)
        if self._html.alone(line) and not inner.startswith("-") and written[2] != "-":
            self._add(Piece(Kind.TEXT, self._html.mark(line), line))
        self._add(Piece(Kind.TAG if written[1] == "%" else Kind.OUTPUT, args, line, name, written, code, html))
        if not code and "\n" in written:
            self._add(Piece(Kind.TEXT, vanished(written, html=html), line))
        return end

    def _verbatim(self, name: str, args: str, body: str, closing: str, *, html: bool) -> None:
        """Add a block in which nothing is Liquid."""
        if name == "raw":
            text = guarded(body)
        elif name == "comment":
            text = vanished(body, html=html)
        else:
            language = args.split(" ", 1)[0] if name == "highlight" else name
            text = fenced(_RAW_TAG.sub("", body), language, html=html)
        self._add(Piece(Kind.TEXT, text, self._line))
        lost = closing.count("\n")
        if lost:
            self._add(Piece(Kind.TEXT, vanished("\n" * lost, html=html), self._line))

    def _text(self, start: int, end: int, *, strip: bool = False) -> None:
        """Add the text between two places, without the blanks that the tags round it take away."""
        text = self._source[start:end]
        if self._strip:
            text = text.lstrip()
        if strip:
            text = text.rstrip()
        self._add(Piece(Kind.TEXT, text, self._at(start)))

    def _add(self, piece: Piece) -> None:
        self.pieces.append(piece)

    def _at(self, place: int) -> int:
        """Return the line of a place, counted from 0; places only grow."""
        self._line += self._source.count("\n", self._counted, place)
        self._counted = max(place, self._counted)
        return self._line

    def _closed(self, closer: str, start: int) -> int:
        """Return where a tag that begins before `start` ends; -1 when it does not. Each closer is looked for once."""
        place = self._closers[closer]
        if place != -1 and place < start:
            self._closers[closer] = place = self._source.find(closer, start)
        return place + 2 if place >= 0 else -1


def without_tags(source: str) -> str:
    """Return a text without its Liquid, nothing evaluated, line for line; braces that are left are only braces."""
    return guarded(_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), source))
