"""Screens on which the mouse is the terminal's, so that it selects as in any other program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textual.screen import Screen

from tui_home.tui.actions.moving import SCROLLS
from tui_home.tui.column import SHORT, column_of
from tui_home.tui.commands import BY_ID
from tui_home.tui.uncut import UncutLines

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Region

    from tui_home.tui.actions.moving import Scrollable
    from tui_home.tui.screens.home import HomeScreen

BRIEF_HINT = "any key returns"
MORE = "space: more"
# Terminals turn the wheel into arrow keys while nobody asks for the mouse.
_SCROLLING = {key: SCROLLS[name] for name in ("scroll", "page") for key in BY_ID[name].keys}


class MouseFreeScreen(UncutLines, Screen[None], inherit_bindings=False):
    """Stays until a key is pressed that does not scroll."""

    AUTO_FOCUS = ""
    page_view: Scrollable

    def __init__(self, home: HomeScreen) -> None:
        super().__init__()
        self._home = home

    def on_mount(self) -> None:
        """Give the mouse to the terminal."""
        self._home.homepage.leave_mouse_to_terminal(leave=True)

    def on_unmount(self) -> None:
        """Take it back."""
        self._home.homepage.leave_mouse_to_terminal(leave=False)
        self._home.homepage.learning.go_on()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Paint again; but not what changed on the screen below: what is painted over is not selected any more."""
        if regions:
            return self
        return super().refresh(repaint=repaint, layout=layout, recompose=recompose)

    def on_key(self, event: events.Key) -> None:
        """Scroll, or return."""
        event.stop()
        if event.key in _SCROLLING:
            _SCROLLING[event.key](self, event.key)
        else:
            self.dismiss()

    def hint_of(self, text: str, brief: str = BRIEF_HINT) -> str:
        """Return `text`, or `brief` where it would take a second row of few."""
        size = self.app.size
        return text if size.height >= SHORT or len(text) <= column_of(size.width).text else brief
