"""The last rung of copying: the text itself, alone and whole, to be selected with the terminal's own mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui_home.tui.column import SHORT
from tui_home.tui.messages import Moved
from tui_home.tui.rows import LEAST_PAGE
from tui_home.tui.screens.mouse_free import MORE, MouseFreeScreen
from tui_home.tui.widgets.chrome_line import ChromeLine
from tui_home.tui.widgets.state_line import StateLine
from tui_home.tui.widgets.whole_text import WholeText

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui_home.tui.screens.home import HomeScreen

HERE = "Here it is: select it with the mouse; any key returns"
HERE_IN_PART = "Here it is: select it with the mouse; ↓ ↑ scroll, any other key returns"


class GivenScreen(MouseFreeScreen):
    """Shows one text and nothing else, but for how to return."""

    def __init__(self, home: HomeScreen, text: str) -> None:
        super().__init__(home)
        self._text = text.strip("\n")

    def compose(self) -> ComposeResult:
        """Show the text at the top left, and the hint."""
        self.page_view: WholeText = WholeText(self._text, self._home.look, self._home.homepage.write)
        self._hint = StateLine(self._home.look)
        self._hint.sentences = (HERE,)
        yield from (self.page_view, ChromeLine(self._hint, "hint"))

    def on_resize(self) -> None:
        """Leave a short screen to the text."""
        self._hint.display = self.app.size.height > LEAST_PAGE
        self._hint.allow(1 if self.app.size.height < SHORT else self.app.size.height)

    @on(Moved)
    def _moved(self) -> None:
        """Say what is possible."""
        if self.page_view.max_scroll_y:
            self._hint.say(self.hint_of(HERE_IN_PART, MORE))
        else:
            self._hint.say(self.hint_of(HERE))
