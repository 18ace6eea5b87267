"""Draws a Page: ready lines in a column, what is marked on them, and what the mouse has selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_home.layout.signs import signs_of
from tui_home.pages import Page
from tui_home.tui.column import Column
from tui_home.tui.cursor import scrolled_to
from tui_home.tui.ink import SELECTED, base_style, chrome_styles
from tui_home.tui.marks import Marks
from tui_home.tui.messages import Moved
from tui_home.tui.reader import Scroll
from tui_home.tui.strips import Strips, blank_row, finished, placed, restyled, within

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.selection import Selection

_SCREENS = 2
"""Screens of marked lines that are kept."""


class PageCanvas(ScrollView, can_focus=False, inherit_bindings=False):
    """Draws one Page. Lines are counted from the page's first; `lead` blank ones come before and after it."""

    def __init__(self, strips: Strips, page: Page, column: Column, lead: int = 0) -> None:
        super().__init__(id="page")
        self._strips = strips
        self._marked: dict[int, Strip] = {}
        """Lines that are drawn otherwise than for everybody."""
        self._marks = Marks()
        self._held: Scroll | None = None
        self._held_at = 0
        self.page = page
        self.column = column
        self.lead = lead

    def on_mount(self) -> None:
        """Say how much there is to scroll through."""
        self.virtual_size = Size(self.column.width, self.page.height + 2 * self.lead)

    def show(self, page: Page, column: Column, *, lead: int = 0, scroll: Scroll | None = None) -> None:
        """Show another page, or the same one laid out anew, scrolled to `scroll`."""
        self.page, self.column, self.lead = page, column, lead
        self._held = scroll
        self.virtual_size = Size(column.width, page.height + 2 * lead)
        self.mark(Marks())
        self._hold()

    def mark(self, marks: Marks) -> None:
        """Mark other lines and regions than before."""
        self._marks = marks
        self._marked.clear()
        self.refresh()

    @property
    def top(self) -> int:
        """The page's first line that is shown."""
        return max(0, self.scroll_offset.y - self.lead)

    @property
    def bottom(self) -> int:
        """The line after the last that is shown."""
        return self.scroll_offset.y - self.lead + self.size.height

    @property
    def progress(self) -> str:
        """How far it is scrolled, in words; empty when all of it is shown."""
        y, most = self.scroll_offset.y, self.max_scroll_y
        if not most:
            return ""
        return "top" if not y else "end" if y >= most else f"{round(100 * y / most)} %"

    def scroll_lines(self, lines: int) -> None:
        """Scroll by `lines`, down when positive."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def reveal(self, lines: tuple[int, int]) -> None:
        """Scroll as little as it takes to show `lines`: the first, and the one after the last."""
        within = (lines[0] + self.lead, lines[1] + self.lead)
        y = scrolled_to(within, self.scroll_offset.y, self.size.height, self.virtual_size.height)
        self.scroll_to(y=y, animate=False)

    def keep_scroll(self) -> Scroll | None:
        """Return how far the page is scrolled, to be shown again in any width; None at the beginning."""
        y = self.scroll_offset.y
        if y == self._held_at and self._held is not None:
            return self._held
        return Scroll(y - self.lead, self.page.width, self.page.place_at(self.top)) if y else None

    def _hold(self) -> None:
        held = self._held
        y = 0
        if held is not None:
            y = (held.line if held.width == self.page.width else self.page.line_of(held.place)) + self.lead
        self.scroll_to(y=y, animate=False)
        self._held_at = self.scroll_offset.y

    def on_resize(self) -> None:
        """Scroll to where one was; only now is known how far the page can be scrolled."""
        if self.scroll_offset.y == self._held_at:
            self._hold()
        self._marked.clear()
        self.post_message(Moved())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the screen."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(Moved())

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what is seen: most lines are those of everybody who sees the same, and ready."""
        first = self.scroll_offset.y - self.lead
        return [within(self._row(first + y), crop) for y in crop.line_range]

    def _row(self, line: int) -> Strip:
        page, column = self.page, self.column
        if not 0 <= line < page.height:
            return blank_row(column.width, page.look)
        if not (self._marks.any_on(line) or self.text_selection):
            return self._strips.row(page, line, column)
        row = self._marked.get(line)
        if row is None:
            if len(self._marked) >= _SCREENS * self.size.height:
                self._marked.clear()
            row = self._marked[line] = finished(
                placed((*self._before(line), *self._text(line))), column.width, page.look
            )
        return row

    def render_line(self, y: int) -> Strip:
        """Draw one line with what Textual wants to know when the mouse selects: where in the page's text each cell is.

        What is seen comes from `render_lines`.
        """
        line = y + self.scroll_offset.y - self.lead
        base = base_style(self.page.look)
        if not 0 <= line < self.page.height:
            return Strip.blank(self.column.width, base)
        before, text = self._before(line).apply_offsets(-self.column.start, line), self._text(line)
        return Strip.join([before, text.apply_offsets(0, line)]).adjust_cell_length(self.column.width, base)

    def _text(self, line: int) -> Strip:
        return self._with_selection(self._marks.on(self._strips.line(self.page, line), line), line)

    def _before(self, line: int) -> Strip:
        base, start = base_style(self.page.look), self.column.start
        if line not in self._marks.at_cursor or not self.column.gutter:
            return Strip([Segment(" " * start, base)], start)
        accent = chrome_styles(self.page.look).accent
        cursor = signs_of(self.page.look).cursor
        sign = Segment(cursor, accent) if cursor else Segment(" ", accent + SELECTED)
        left = Segment(" " * self.column.left, base)
        gap = Segment(" " * (self.column.gutter - 1), base)
        return Strip([segment for segment in (left, sign, gap) if segment.text], start)

    # The mouse's selection

    @property
    def allow_select(self) -> bool:
        """Text is there to be selected."""
        return True

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text, as it stands on the screen, and what follows it."""
        from tui_home.tui.selecting import selected_text  # noqa: PLC0415 - not for the first frame

        return selected_text(self.page, selection), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - Textual's signature
        """Draw another selection."""
        self._marked.clear()
        self.refresh()

    def _with_selection(self, strip: Strip, line: int) -> Strip:
        selection = self.text_selection
        if not selection:
            return strip
        from tui_home.tui.selecting import selected_cells  # noqa: PLC0415 - likewise

        cells = selected_cells(selection, line, strip.text)
        return restyled(strip, *cells, SELECTED) if cells else strip
