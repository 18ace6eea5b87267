"""A line of chrome on screens that are seldom seen: a widget, so that Textual arranges it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from tui_home.tui.uncut import UncutLines
from tui_home.tui.widgets.chrome import Chrome

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size
    from textual.strip import Strip


class ChromeLine(UncutLines, Widget, can_focus=False):
    """A widget that shows Chrome."""

    ALLOW_SELECT = False

    def __init__(self, chrome: Chrome, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self.chrome = chrome
        chrome.stage = self

    def chrome_changed(self, chrome: Chrome, *, layout: bool) -> None:
        """Show it as it is now."""
        self.display = chrome.display
        self.refresh(layout=layout)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return how many lines there are at `width` cells."""
        return self.chrome.rows(width)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        return self.chrome.row(y, self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Do what a click there means."""
        if self.chrome.click(event.offset, self.size.width):
            event.stop()
