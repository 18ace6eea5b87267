"""What bar, rule, state line and footer have in common: lines of words in few styles, some of which can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui_home.model.look import PLAIN_LOOK, Look
from tui_home.text.width import cell_width, graphemes
from tui_home.tui.column import Column, column_of
from tui_home.tui.ink import ChromeStyles, chrome_styles
from tui_home.tui.spelling import plain_signs
from tui_home.tui.uncut import UncutLines

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.geometry import Size

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


class Chrome(UncutLines, Widget, can_focus=False):
    """A widget that draws `lines_of` in the page's column."""

    ALLOW_SELECT = False

    def __init__(self, look: Look = PLAIN_LOOK, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self.look = look
        self._drawn: tuple[int, tuple[Words, ...]] | None = None

    @property
    def chrome(self) -> ChromeStyles:
        """The styles to draw with."""
        return chrome_styles(self.look)

    def spelt(self, text: str) -> str:
        """Return `text` in the terminal's characters."""
        return plain_signs(text, self.look)

    def lines_of(self, column: Column) -> tuple[Words, ...]:
        """Return what stands in `column`, line by line, from the text's first cell on."""
        raise NotImplementedError

    def clicked(self, what: str) -> None:
        """Do what a click on a Word with `what` means."""

    def redraw(self, *, layout: bool = False) -> None:
        """Forget what was drawn; with `layout` the number of lines may have changed."""
        self._drawn = None
        self.refresh(layout=layout)

    def show_look(self, look: Look) -> None:
        """Draw in another Look from now on."""
        if look != self.look:
            self.look = look
            self.redraw()

    def rows(self, width: int) -> int:
        """Return how many lines there are on a screen of `width` cells."""
        return len(self._lines(width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return how many lines there are at `width` cells."""
        return self.rows(width)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        lines, base = self._lines(width), self.chrome.base
        if y >= len(lines):
            return Strip.blank(width, base)
        segments = [Segment(" " * column_of(width).start, base)]
        segments += [Segment(word.text, word.style) for word in lines[y]]
        return Strip(segments).adjust_cell_length(width, base)

    def shortened(self, text: str, width: int) -> str:
        """Return `text` in at most `width` cells, in the terminal's characters."""
        return shortened(self.spelt(text), width, self.spelt(_MORE))

    def on_click(self, event: events.Click) -> None:
        """Find the Word under the mouse, or the one just beside it: fingers are not exact."""
        lines = self._lines(self.size.width)
        if not 0 <= event.y < len(lines):
            return
        what = _clicked(lines[event.y], event.x - column_of(self.size.width).start)
        if what:
            event.stop()
            self.clicked(what)

    def _lines(self, width: int) -> tuple[Words, ...]:
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self.lines_of(column_of(width)))
        return self._drawn[1]


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
