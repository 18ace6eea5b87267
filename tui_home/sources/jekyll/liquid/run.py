"""One evaluation of one text: where it stands, what it may cost, and what was wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from liquid.exceptions import LiquidError, UnknownFilterError

from tui_home.model.problem import Origin, Problem, Severity
from tui_home.sources.jekyll.liquid.memory import Memory
from tui_home.sources.jekyll.liquid.meter import Meter
from tui_home.text.safe import printable

if TYPE_CHECKING:
    from liquid.token import Token

    from tui_home.sources.jekyll.front_matter import Page
    from tui_home.sources.jekyll.reading import Reading

_MOST_PROBLEMS = 30
_SHOWN = 60


class Run:
    """What everything that a text asks for can reach.

    Args:
        reading: The site.
        page: Whose text it is.
        origin: Where its first line stands.
        memory: What the reading keeps.
    """

    def __init__(self, reading: Reading, page: Page, origin: Origin, memory: Memory) -> None:
        self.reading = reading
        self.page = page
        self.origin = origin
        self.memory = memory
        self.meter = Meter(memory)
        self.line = 0
        """The line of the tag that is being evaluated, counted from 0 from the origin's."""
        self.depth = 0
        """How deep includes are in one another."""
        self.cited: dict[str, None] = {}
        """Keys of the publications that were cited, in order."""
        self.open: list[str] = []
        """What the end tags of Jekyll's own blocks are to write."""
        self._problems: dict[Problem, None] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong, each once."""
        return tuple(self._problems)

    def note(self, severity: Severity, line: int, message: str, hint: str = "") -> None:
        """Add a Problem `line` lines below the origin; of very many only the first."""
        if len(self._problems) < _MOST_PROBLEMS:
            self._problems[self.origin.problem(severity, message, hint, at=line)] = None

    def unknown(self, name: str) -> None:
        """Note a filter that nobody knows."""
        message = f"The filter “{shown(name)}” is not known here; what it is given is shown"
        self.note(Severity.WARNING, self.line, message, "write what it would give")

    def failed(self, error: Exception, token: Token) -> None:
        """Note what python-liquid could not do."""
        if isinstance(error, UnknownFilterError):
            return
        said = shown(error.args[0] if isinstance(error, LiquidError) and error.args else type(error).__name__)
        what = shown(f"{token.value} {token.source}" if token.source != token.value else token.value)
        message = f"Liquid cannot be evaluated: {what} ({said})"
        self.note(Severity.WARNING, token.start_index, message, "mend it, or write what it stands for")

    @contextmanager
    def within(self, origin: Origin) -> Iterator[None]:
        """Let Problems stand in another file: an include."""
        before, self.origin = self.origin, origin
        line = self.line
        self.depth += 1
        try:
            yield
        finally:
            self.origin = before
            self.line = line
            self.depth -= 1


def shown(value: object) -> str:
    """Return a piece of the source for a message."""
    text = " ".join(printable(str(value)[: 4 * _SHOWN], newlines=True).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
