"""What is said where the homepage has no rows for it: the whole of it on a screen of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from tui_home.model.blocks import Paragraph
from tui_home.model.inline import Span, Style
from tui_home.pages import Page, compose
from tui_home.tui.actions.moving import SCROLLS, scroll_page
from tui_home.tui.column import column_of
from tui_home.tui.commands import BY_ID
from tui_home.tui.screens.mouse_free import BRIEF_HINT, MORE
from tui_home.tui.uncut import UncutLines
from tui_home.tui.widgets.chrome_line import ChromeLine
from tui_home.tui.widgets.page_canvas import PageCanvas
from tui_home.tui.widgets.state_line import StateLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tui_home.tui.screens.home import HomeScreen

_LEAST_ROWS = 3
_SCROLLING = {key: SCROLLS[name] for name in SCROLLS for key in BY_ID[name].keys}


class SayingScreen(UncutLines, Screen[str], inherit_bindings=False):
    """Stays until it has been read; dismissed with the key that was pressed, or "" when the homepage has room."""

    AUTO_FOCUS = ""

    def __init__(self, home: HomeScreen, sentences: tuple[str, ...]) -> None:
        # Without an id: another one may come while this one is being taken away.
        super().__init__()
        self._home = home
        self.sentences = sentences
        self._read = False

    def compose(self) -> ComposeResult:
        """Show the sentences and how to go on."""
        column = column_of(self.app.size.width)
        self.page_view = PageCanvas(self._home.homepage.strips, self._page(column.text), column)
        self.hint = StateLine(self._home.look)
        self.hint.sentences = (BRIEF_HINT,)
        yield from (self.page_view, ChromeLine(self.hint, "hint"))

    def on_resize(self) -> None:
        """Lay the sentences out for the new size, or let the homepage say them."""
        if self._home.arranger.has_room_for(self.sentences):
            self._return("")
            return
        column = column_of(self.app.size.width)
        self.hint.display = self.app.size.height >= _LEAST_ROWS
        self.hint.allow(1)
        self.page_view.show(self._page(column.text), column, scroll=self.page_view.keep_scroll())
        self.on_moved()

    def on_moved(self) -> None:
        """Say whether there is more."""
        self.hint.say(MORE if self._more else BRIEF_HINT)

    def on_key(self, event: events.Key) -> None:
        """Scroll while there is something to scroll, else return."""
        event.stop()
        event.prevent_default()
        if event.key in _SCROLLING and self.page_view.max_scroll_y and (self._more or event.key != "space"):
            _SCROLLING[event.key](self, event.key)
        else:
            self._return(event.key)

    def on_click(self) -> None:
        """Turn the page, or return."""
        self._go_on()

    def on_state_clicked(self) -> None:
        """Do the same where the hint is tapped."""
        self._go_on()

    def _go_on(self) -> None:
        if self._more:
            scroll_page(self, "space")
        else:
            self._return("space")

    def _return(self, key: str) -> None:
        if not self._read:
            self._read = True
            self.dismiss(key)

    @property
    def _more(self) -> bool:
        return self.page_view.scroll_offset.y < self.page_view.max_scroll_y

    def _page(self, width: int) -> Page:
        # What is said to one visitor is kept in no cache of all.
        strong = Style(bold=True)
        blocks = tuple(Paragraph((Span(said, strong),)) for said in self.sentences)
        return compose("saying", blocks, width, self._home.look)
