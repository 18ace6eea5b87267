"""Plain text to select from with the terminal's own mouse: one column, no chrome, no gutter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from tui_home.tui.column import bare_column
from tui_home.tui.commands import BY_ID
from tui_home.tui.reader import Scroll
from tui_home.tui.widgets.page_canvas import PageCanvas
from tui_home.tui.widgets.state_line import StateLine

if TYPE_CHECKING:
    from tui_home.tui.screens.home import HomeScreen

HINT = "select with the mouse; any key returns"
MEASURE = 88
"""Cells: a column narrow enough that nothing stands beside anything else."""
# Terminals turn the wheel into arrow keys while nobody asks for the mouse.
_SCROLLS = {key: command.run for command in map(BY_ID.get, ("scroll", "page")) if command for key in command.keys}


class SelectScreen(Screen[None], inherit_bindings=False):
    """Stays until a key is pressed that does not scroll."""

    AUTO_FOCUS = None

    def __init__(self, home: HomeScreen) -> None:
        super().__init__(id="select")
        self._home = home
        self._first: Scroll | None = home.page_view.keep_scroll()

    def compose(self) -> ComposeResult:
        """Show the section's text and the hint."""
        column = bare_column(self.app.size.width, MEASURE)
        page = self._home.reader.page(column.text, self._home.look)
        self.page_view = PageCanvas(self._home.homepage.strips, page, column, id="page")
        yield self.page_view
        hint = StateLine(self._home.look, id="hint")
        hint.sentences = (HINT,)
        yield hint

    def on_mount(self) -> None:
        """Give the mouse to the terminal."""
        self._home.homepage.release_mouse()

    def on_unmount(self) -> None:
        """Take it back."""
        self._home.homepage.take_mouse()

    def on_resize(self) -> None:
        """Lay the text out for the new size."""
        column = bare_column(self.app.size.width, MEASURE)
        first = self._first if self.page_view.page.width != column.text else self.page_view.keep_scroll() or self._first
        self.page_view.show(self._home.reader.page(column.text, self._home.look), column, scroll=first)

    def on_key(self, event: events.Key) -> None:
        """Scroll, or return."""
        event.stop()
        if event.key in _SCROLLS:
            _SCROLLS[event.key](self, event.key)
        else:
            self.dismiss()
