"""The line in which the words to find are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from tui_home.tui.column import Column
from tui_home.tui.uncut import UncutLines

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui_home.tui.finder import Finder


class FindInput(UncutLines, Input):
    """Finds while one types; `enter` keeps what was found; `esc` (the screen's) and `backspace` on nothing end it."""

    DEFAULT_CSS = """
    FindInput, FindInput:focus {
        height: 1;
        border: none;
        background: $background;
        background-tint: 0%;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down,tab", "step(1)", show=False),
    ]

    def __init__(self, finder: Finder, column: Column, words: str = "") -> None:
        super().__init__(words, id="find", compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._finder = finder
        self.stand_in(column)

    def stand_in(self, column: Column) -> None:
        """Begin where the page's text begins."""
        self.styles.padding = (0, 0, 0, column.start)

    def action_step(self, direction: int) -> None:
        """Go to the next or previous match without leaving the input."""
        self._finder.step(direction)

    def action_delete_left(self) -> None:
        """Take the last letter; where there is none, end the find: not every keyboard has `esc`."""
        if self.value:
            super().action_delete_left()
        else:
            self._finder.end()

    @on(Input.Changed)
    def _on_typed(self, event: Input.Changed) -> None:
        event.stop()
        self._finder.typed(event.value)

    @on(Input.Submitted)
    def _on_entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._finder.keep()
