"""Texts of a data file become Spans and Blocks; Problems in them collect, each with its line."""

from __future__ import annotations

from dataclasses import replace

from tui_home.document.inline import inline
from tui_home.document.links import Base, destination
from tui_home.document.markdown import markdown
from tui_home.model.blocks import Blocks, Paragraph
from tui_home.model.inline import Link, Span, Spans
from tui_home.model.problem import Origin, Problem, Severity
from tui_home.sources.folder import Source
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.liquid import evaluated
from tui_home.sources.jekyll.reading import Reading
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_QUOTED = pattern(r"``([^`']*)''")
_SEVERAL = pattern(r"\n\s*\S|<(?:ul|ol|li|p|div|table|h[1-6]|blockquote)\b")
_BARE_HOST = pattern(r"(?:[\w-]{1,63}\.){1,4}(?!(?:md|py|js|sh)\b)(?:com|org|net|edu|gov|info|dev|app|[a-z]{2})(?:/|$)")
"""An address without its scheme; ``slides.pdf`` is none."""
_MOST_VALUES = 20_000
_PLACE_LETTERS = 24


class Writing:
    """Reads the texts of one data file as the page that shows them would.

    Args:
        reading: The site.
        source: The data file.
        page: The page that shows it.
        base: Where that page stands.
    """

    def __init__(self, reading: Reading, source: Source, page: Page, base: Base) -> None:
        self.problems: list[Problem] = []
        self._reading = reading
        self._source = source
        self._lines = source.text.split("\n")
        self._page = page
        self._base = base
        self._left = _MOST_VALUES

    def line(self, text: str, at: int | None) -> Spans:
        """Return a text of one line.

        Args:
            text: As written.
            at: The file's line on which it, or the list that it is in, begins; None when unknown.
        """
        ready = self._ready(text, at)
        if not ready:
            return ()
        spans, problems = inline(ready, Origin(self._source.path, 1), base=self._base)
        self._note(problems, text, at)
        return spans

    def blocks(self, text: str, at: int | None) -> Blocks:
        """Return a text of one line or more; only several lines, or HTML that makes some, can hold lists."""
        ready = self._ready(text, at)
        if not _SEVERAL.search(ready.strip()):
            spans = self.line(text, at)
            return (Paragraph(spans),) if spans else ()
        found = markdown(ready, Origin(self._source.path, 1), key=f"cv:{self._left}:", base=self._base)
        self._note(found.problems, text, at)
        return found.blocks

    def link(self, address: str, label: str) -> Link | None:
        """Return what leads to `address`; None when that leads nowhere."""
        address = address.strip()
        found = destination(f"https://{address}" if _BARE_HOST.match(address) else address, self._base)
        return Link(found.kind, label, found.url, found.copy, path=found.path) if found.leads else None

    def linked(self, spans: Spans, address: str) -> Spans:
        """Return `spans` leading to `address`, unless they lead somewhere already or the address leads nowhere."""
        label = printable(" ".join("".join(span.text for span in spans).split()))
        link = self.link(address, label) if address and not any(span.link for span in spans) else None
        return tuple(Span(span.text, span.style, link) for span in spans) if link else spans

    def spend(self) -> bool:
        """Return whether one more value may be read; the first time that it may not is a Problem."""
        self._left -= 1
        if self._left == -1:
            message = f"The file holds more than {_MOST_VALUES} values; the rest is left out"
            self.problems.append(Problem(Severity.ERROR, self._source.path, None, message, "make it shorter"))
        return self._left >= 0

    def _ready(self, text: str, at: int | None) -> str:
        """Return the text with its Liquid evaluated and LaTeX's quotation marks, which Markdown takes for code."""
        shown, problems = evaluated(text, Origin(self._source.path, at or 1), self._page, self._reading)
        self.problems += problems
        return _QUOTED.sub(r"“\1”", shown) if "``" in shown else shown

    def _note(self, problems: tuple[Problem, ...], text: str, at: int | None) -> None:
        """Keep Problems that count from the first line of `text`, counted from where it really stands."""
        if not problems:
            return
        first = self._place(text, at)
        for problem in problems:
            edits = tuple(replace(edit, line=edit.line + first - 1) for edit in problem.edits) if first else ()
            line = (problem.line or 1) + first - 1 if first else at
            self.problems.append(replace(problem, line=line, edits=edits))

    def _place(self, text: str, at: int | None) -> int:
        """Return the first line from `at` on that holds the beginning of `text`; 0 when there is none."""
        beginning = text.strip().split("\n", 1)[0][:_PLACE_LETTERS]
        start = max(0, (at or 1) - 1)
        return next((n for n, line in enumerate(self._lines[start:], start + 1) if beginning in line), 0)
