"""The line between the page and the foot of the screen; it says what is read there and how far."""

from __future__ import annotations

from tui_home.layout.signs import signs_of
from tui_home.text.width import cell_width, drawable
from tui_home.tui.column import Column
from tui_home.tui.widgets.chrome import Chrome, Word, Words

_TAIL = 2
_SEPARATOR = " · "
_LEAST_TITLE = 8
_LONGEST_TITLE = 60


class PageRule(Chrome):
    """A rule; near its end the article's title, and the place in words when there is more than is shown."""

    title = ""
    place = ""

    def show_place(self, title: str, place: str) -> None:
        """Say another place.

        Args:
            title: What the article is called; empty in a section's list.
            place: How far it is read, "34 %"; empty when all is shown.
        """
        if (title, place) != (self.title, self.place):
            self.title, self.place = title, place
            self.redraw()

    def lines_of(self, column: Column) -> tuple[Words, ...]:
        """Return the one line."""
        sign = signs_of(self.look).rule
        rule, muted = self.chrome.rule, self.chrome.muted
        words = self._words(column.text - 2 * _TAIL - len("  "))
        if not words:
            return ([Word(sign * column.text, rule)],)
        before = column.text - cell_width(words) - len("  ") - _TAIL
        return ([Word(sign * before, rule), Word(f" {words} ", muted), Word(sign * _TAIL, rule)],)

    def _words(self, room: int) -> str:
        room = min(room - cell_width(self.place) - len(_SEPARATOR), _LONGEST_TITLE)
        title = self.shortened(drawable(self.title), room) if room >= _LEAST_TITLE else ""
        return self.spelt(_SEPARATOR).join(part for part in (title, self.place) if part)
