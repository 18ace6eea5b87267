"""The line between the page and the foot of the screen; it says how far one has read."""

from __future__ import annotations

from tui_home.text.width import cell_width
from tui_home.tui.column import Column
from tui_home.tui.widgets.chrome import Chrome, Word, Words

_TAIL = 2


class PageRule(Chrome):
    """A rule, with the place in words near its end when there is more than is shown."""

    place = ""

    def show_place(self, place: str) -> None:
        """Say another `place`: "34 %", "" when all is shown."""
        if place != self.place:
            self.place = place
            self.redraw()

    def lines_of(self, column: Column) -> tuple[Words, ...]:
        """Return the one line."""
        sign = "─" if self.look.unicode else "-"
        rule = self.chrome.rule
        if not self.place:
            return ([Word(sign * column.text, rule)],)
        place = f" {self.place} "
        before = column.text - cell_width(place) - _TAIL
        return ([Word(sign * before, rule), Word(place, self.chrome.muted), Word(sign * _TAIL, rule)],)
