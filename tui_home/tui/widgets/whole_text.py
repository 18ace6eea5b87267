"""Text as it will be pasted: nothing but its own lines, drawn so that a terminal's selection gives them back whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_home.layout.spelling import spelt_signs
from tui_home.model.look import Look
from tui_home.text.width import cell_width, drawable, graphemes
from tui_home.tui.ink import base_style
from tui_home.tui.messages import Moved
from tui_home.tui.uncut import UncutLines

if TYPE_CHECKING:
    from textual.geometry import Region

_TO_END_OF_LINE = "\x1b[K"
_TAB = 8


class Row(NamedTuple):
    """A row of the screen."""

    text: str
    begins: bool
    """Whether a line of the text begins with it; else it goes on with the one above."""
    full: bool
    """Whether the line goes on below."""


def rows_of_text(text: str, width: int) -> tuple[Row, ...]:
    """Return `text` in rows of at most `width` cells, broken where a terminal would break it: anywhere."""
    rows: list[Row] = []
    for line in text.expandtabs(_TAB).split("\n"):
        row, taken, begins = "", 0, True
        for cluster, cells in graphemes(line):
            if taken + cells > width and row:
                rows.append(Row(row, begins, full=True))
                row, taken, begins = "", 0, False
            row, taken = row + cluster, taken + cells
        rows.append(Row(row, begins, full=False))
    return tuple(rows)


class WholeText(UncutLines, ScrollView, can_focus=False, inherit_bindings=False):
    """Draws one text in the whole width."""

    DEFAULT_CSS = """
    WholeText { height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """

    def __init__(self, text: str, look: Look, write: Callable[[str], None]) -> None:
        """Show `text`; `write` sends escape codes to the terminal."""
        super().__init__()
        self._write = write
        self._text = spelt_signs(drawable(text), look)
        self._style = base_style(look)
        self._width = 0
        self.rows: tuple[Row, ...] = ()

    def on_mount(self) -> None:
        """Lay the text out before it is painted."""
        self._lay_out(self.app.size.width)

    def on_resize(self) -> None:
        """Lay the text out for another width."""
        self._lay_out(self.app.size.width)
        self.post_message(Moved())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the screen."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(Moved())

    def _lay_out(self, width: int) -> None:
        if width != self._width:
            self._width = width
            self.rows = rows_of_text(self._text, max(1, width))
            self.virtual_size = Size(width, len(self.rows))
            self.refresh()

    def scroll_lines(self, lines: int) -> None:
        """Scroll by `lines`, down when positive."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows, and let the terminal write the text itself once they have been painted, however often that is."""
        self.call_after_refresh(self._write_through)
        return super().render_lines(crop)

    def _write_through(self) -> None:
        if self.screen.is_current:
            self._write(self.as_terminals_write())

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        y += self.scroll_offset.y
        text = self.rows[y].text if y < len(self.rows) else ""
        return Strip([Segment(text, self._style)]).adjust_cell_length(self._width, self._style)

    def as_terminals_write(self) -> str:
        """Return what writes the rows that are shown once more, as a program that knows no rows would.

        A terminal joins the rows of one line when they are selected only if it broke the line itself (DECAWM), and
        takes blanks along that were written at the end. What is seen stays the same.
        """
        top, lines = self.scroll_offset.y, dict[int, list[Row]]()
        shown = self.rows[top : top + self.size.height]
        first = 0
        for y, row in enumerate(shown):
            first = y if row.begins or not y else first
            lines.setdefault(first, []).append(row)
        written = "".join(self._line(self.region.y + y, line) for y, line in lines.items())
        # DECSC and DECRC: whoever draws next finds cursor and colours as they were; Textual wants no DECAWM.
        return f"\x1b7\x1b[?7h{written}\x1b[?7l\x1b8"

    def _line(self, y: int, rows: list[Row]) -> str:
        text = "".join(row.text for row in rows)
        # After the last cell of a row some terminals would erase that cell.
        rest = _TO_END_OF_LINE if cell_width(rows[-1].text) < self._width and not rows[-1].full else ""
        return f"\x1b[{y + 1};1H{Strip([Segment(text + rest, self._style)]).render(self.app.console)}"
