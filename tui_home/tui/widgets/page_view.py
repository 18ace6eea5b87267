"""The page that is read: with a cursor that goes from link to link, and what find has found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.pages import Matches, Page
from tui_home.tui.column import Column
from tui_home.tui.cursor import extent, is_visible, next_target
from tui_home.tui.marks import marks_of
from tui_home.tui.messages import LinkClicked, Moved
from tui_home.tui.reader import Scroll
from tui_home.tui.strips import Strips
from tui_home.tui.widgets.page_canvas import PageCanvas

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Offset


class PageView(PageCanvas):
    """A Page with a cursor on one of its Targets, and a find that stands at one of its matches."""

    def __init__(self, strips: Strips, page: Page, column: Column, lead: int = 0) -> None:
        super().__init__(strips, page, column, lead)
        self._pressed: Offset | None = None
        self.cursor: int | None = None
        """Which of the Page's Targets; None for none."""
        self.matches: Matches = page.find("")
        self.match: int | None = None
        """Which of `matches` find stands at."""

    def show(self, page: Page, column: Column, *, lead: int = 0, scroll: Scroll | None = None) -> None:
        """Show another page; the cursor and the find are let go."""
        if self.matches:
            page.learn(self.page)
        self.cursor, self.matches, self.match = None, page.find(""), None
        super().show(page, column, lead=lead, scroll=scroll)

    def remark(self) -> None:
        """Draw cursor and matches where they are now."""
        self.mark(marks_of(self.page, self.cursor, self.matches, self.match))

    def put_cursor(self, index: int | None) -> None:
        """Put the cursor on a Target, or nowhere."""
        if index != self.cursor:
            self.cursor = index
            self.remark()
            self.post_message(Moved())

    def step(self, direction: int) -> None:
        """Put the cursor on the next or previous Target and show it."""
        index = next_target(self.page, self.cursor, direction, self.top, self.bottom)
        self.put_cursor(index)
        if index is not None:
            self.reveal(extent(self.page.targets[index]))

    def point(self, steps: int) -> None:
        """Put the cursor `steps` Targets further, the first and the last being the ends, and show it."""
        targets = self.page.targets
        if targets:
            index = min(max((0 if self.cursor is None else self.cursor) + steps, 0), len(targets) - 1)
            self.put_cursor(index)
            self.reveal(extent(targets[index]))

    def first_from(self, line: int) -> int:
        """Return the first Target that begins on `line` or below; how many there are when none does."""
        return self.page.targets.first_from(line)

    def cursor_in_sight(self) -> int | None:
        """Return the Target at the cursor, while it can be seen."""
        if self.cursor is not None and is_visible(self.page.targets[self.cursor], self.top, self.bottom):
            return self.cursor
        return None

    def find(self, words: str, start: int) -> None:
        """Mark all places with `words` and go to the first at or after line `start`."""
        self.matches = self.page.find(words)
        self.match = self.matches.first_from(start) % len(self.matches) if self.matches else None
        self._show_match()

    def find_again(self, words: str, match: int | None) -> None:
        """Mark the places with `words` on a page laid out anew, without scrolling it; stand at `match`."""
        self.matches = self.page.find(words)
        self.match = min(match or 0, len(self.matches) - 1) if self.matches else None
        self.remark()

    @property
    def matched_line(self) -> int | None:
        """The page's line on which find stands; None for nowhere."""
        return None if self.match is None else self.matches[self.match].line

    def stand_at(self, line: int) -> None:
        """Let find stand at the first match on `line` or below, without scrolling."""
        after = self.matches.first_from(line)
        self.match = after if after < len(self.matches) else self.match
        self.remark()

    def step_match(self, direction: int) -> None:
        """Go to the next or previous match, round and round."""
        if self.matches and self.match is not None:
            self.match = (self.match + direction) % len(self.matches)
            self._show_match()

    def _show_match(self) -> None:
        self.remark()
        if self.match is not None:
            regions = self.matches[self.match].regions
            self.reveal((regions[0].line, regions[-1].line + 1))

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where: what ends elsewhere was a selection and no click."""
        self._pressed = event.screen_offset

    def on_click(self, event: events.Click) -> None:
        """Act on the link under the mouse."""
        if event.chain != 1 or event.screen_offset != self._pressed:
            return
        line = event.y + self.scroll_offset.y - self.lead
        index = self.page.target_at(line, event.x - self.column.start)
        if index >= 0:
            self.post_message(LinkClicked(index))
