"""What bar, rule, state line and footer have in common: lines of words in few styles, some of which can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from rich.segment import Segment
from textual.geometry import NULL_REGION

from tui_home.model.look import PLAIN_LOOK, Look
from tui_home.model.named import NamedTuple
from tui_home.text.width import cell_width, graphemes
from tui_home.tui.column import Column, column_of
from tui_home.tui.ink import ChromeStyles, chrome_styles
from tui_home.tui.spelling import plain_signs
from tui_home.tui.strips import finished

if TYPE_CHECKING:
    from rich.style import Style
    from textual.app import App
    from textual.geometry import Offset, Size
    from textual.message import Message
    from textual.strip import Strip

_MORE = "…"
_REACH = 1
"""Cells beside a Word that still belong to it."""


class Word(NamedTuple):
    """A run of the chrome's text."""

    text: str
    style: Style
    click: str = ""
    """What a click on it means to the widget; empty for nothing."""


Words = Sequence[Word]


class Stage(Protocol):
    """What shows Chrome."""

    @property
    def app(self) -> App[object]:
        """Whose screen it is."""

    def post_message(self, message: Message) -> bool:
        """Hear what was clicked."""

    def chrome_changed(self, chrome: Chrome, *, layout: bool) -> None:
        """Show it as it is now; with `layout` in its place, which may be another one."""


class Chrome:
    """A part of a screen that draws `lines_of` in the page's column.

    It is no widget: each of those has a task, a queue and styles of its own, some 20 KiB and a millisecond.
    """

    def __init__(self, look: Look = PLAIN_LOOK) -> None:
        self.look = look
        self.stage: Stage | None = None
        self.region = NULL_REGION
        """Where it stands, on a screen that arranges its parts itself."""
        self._display = True
        self._lines: tuple[int, tuple[Words, ...]] | None = None
        self._rows: dict[int, Strip] = {}
        self._width = 0
        """That of `_rows`."""

    @property
    def chrome(self) -> ChromeStyles:
        """The styles to draw with."""
        return chrome_styles(self.look)

    @property
    def size(self) -> Size:
        """How much room it has."""
        return self.region.size

    @property
    def display(self) -> bool:
        """Whether there is room for it."""
        return self._display

    @display.setter
    def display(self, display: bool) -> None:
        if display != self._display:
            self._display = display
            self._changed(layout=True)

    def spelt(self, text: str) -> str:
        """Return `text` in the terminal's characters."""
        return plain_signs(text, self.look)

    def lines_of(self, column: Column) -> tuple[Words, ...]:
        """Return what stands in `column`, line by line, from the text's first cell on."""
        raise NotImplementedError

    def clicked(self, what: str) -> None:
        """Do what a click on a Word with `what` means."""

    def redraw(self, *, layout: bool = False) -> None:
        """Draw it anew; with `layout` the number of lines may have changed."""
        self.forget()
        self._changed(layout=layout)

    def forget(self) -> None:
        """Forget what was drawn."""
        self._lines = None
        self._rows.clear()

    def show_look(self, look: Look) -> None:
        """Draw in another Look from now on."""
        if look != self.look:
            self.look = look
            self.redraw()

    def rows(self, width: int) -> int:
        """Return how many lines there are on a screen of `width` cells."""
        return len(self._drawn(width))

    def render_line(self, y: int) -> Strip:
        """Draw one line where it stands."""
        return self.row(y, self.region.width)

    def row(self, y: int, width: int) -> Strip:
        """Draw one line of a screen of `width` cells."""
        if width != self._width:
            self._width = width
            self._rows.clear()
        row = self._rows.get(y)
        if row is None:
            lines, before = self._drawn(width), Segment(" " * column_of(width).start, self.chrome.base)
            words = [before, *(Segment(word.text, word.style) for word in lines[y])] if y < len(lines) else []
            row = self._rows[y] = finished(words, width, self.look)
        return row

    def shortened(self, text: str, width: int) -> str:
        """Return `text` in at most `width` cells, in the terminal's characters."""
        return shortened(self.spelt(text), width, self.spelt(_MORE))

    def click(self, at: Offset, width: int) -> bool:
        """Find the Word at a cell, or the one just beside it: fingers are not exact; say whether that was heeded."""
        lines = self._drawn(width)
        what = _clicked(lines[at.y], at.x - column_of(width).start) if 0 <= at.y < len(lines) else ""
        if what:
            self.clicked(what)
        return bool(what)

    def tell(self, message: Message) -> None:
        """Let the screen know of a click."""
        if self.stage is not None:
            self.stage.post_message(message)

    def _changed(self, *, layout: bool) -> None:
        if self.stage is not None:
            self.stage.chrome_changed(self, layout=layout)

    def _drawn(self, width: int) -> tuple[Words, ...]:
        if self._lines is None or self._lines[0] != width:
            self._lines = (width, self.lines_of(column_of(width)))
        return self._lines[1]


def cells(words: Words) -> int:
    """Return how wide `words` are."""
    return sum(cell_width(word.text) for word in words)


def _clicked(words: Words, x: int) -> str:
    """Return what a click on cell `x` means; empty for nothing."""
    nearest, what, start = _REACH + 1, "", 0
    for word in words:
        end = start + cell_width(word.text)
        away = max(start - x, x - end + 1, 0)
        if word.click and away < nearest:
            nearest, what = away, word.click
        start = end
    return what


def shortened(text: str, width: int, more: str = _MORE) -> str:
    """Return `text`, or as many whole words of it as fit in `width` cells, with an ellipsis; of a long word, a part."""
    if cell_width(text) <= width:
        return text
    least = cell_width(more)
    kept: list[str] = []
    taken = 0
    for word in text.split():
        taken += cell_width(word) + 1
        if taken + least > width:
            break
        kept.append(word)
    if kept:
        return " ".join([*kept, more])
    part, taken = "", 0
    for cluster, wide in graphemes(text):
        if taken + wide + least > width:
            break
        part, taken = part + cluster, taken + wide
    return f"{part.rstrip()}{more}"
