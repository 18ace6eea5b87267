"""A screen that arranges and draws its chrome itself: no widgets but the page, and what is typed in.

Textual (8.2) asks its layouts, its styles and its queues for each widget, and five stood here where one is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import NULL_OFFSET, NULL_REGION, NULL_SPACING, Region
from textual.layout import DockArrangeResult, WidgetPlacement

from tui_home.model.look import Look
from tui_home.tui.opening import OpeningScreen
from tui_home.tui.strips import blank_row, within
from tui_home.tui.widgets.chrome import Chrome

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Offset, Size
    from textual.strip import Strip
    from textual.widget import Widget


class StagedScreen(OpeningScreen, inherit_bindings=False):
    """Shows one widget between the chrome above it and below; other widgets stand above the last line of all."""

    def __init__(self) -> None:
        super().__init__()
        self.above: tuple[Chrome, ...] = ()
        self.below: tuple[Chrome, ...] = ()
        self._chrome: tuple[Chrome, ...] = ()
        self._pressed: Chrome | None = None

    @property
    def look(self) -> Look:
        """How everything is drawn now."""
        raise NotImplementedError

    def set_stage(self, above: tuple[Chrome, ...], below: tuple[Chrome, ...]) -> None:
        """Show `above` above the first widget, and `below` below it."""
        self.above, self.below = above, below
        self._chrome = (*above, *below)
        for chrome in self._chrome:
            chrome.stage = self

    def chrome_changed(self, chrome: Chrome, *, layout: bool) -> None:
        """Draw it as it is now, or arrange all anew."""
        if not self.is_mounted:
            return
        if layout:
            self.refresh(layout=True, repaint=False)
        if chrome.region:
            self._set_dirty(chrome.region)
            self._dirty_widgets.add(self)
            self.check_idle()

    # Where everything stands

    def arrange(self, size: Size, _optimal: bool = False) -> DockArrangeResult:  # noqa: FBT001, FBT002 - Textual's
        """Give each part its rows, and the first widget what is left of them."""
        main, *others = self._nodes or (None,)
        others = [each for each in others if each.display]
        heights = {id(each): each.rows(size.width) if each.display else 0 for each in self._chrome}
        left = max(0, size.height - sum(heights.values()) - len(others))
        placed: list[tuple[Widget, Region]] = []
        y = 0
        for part in (*self.above, main, *self.below[:-1], *others, *self.below[-1:]):
            if isinstance(part, Chrome):
                y = self._place(part, Region(0, y, size.width, heights[id(part)])).bottom
            elif part is not None and part.display:
                placed.append((part, Region(0, y, size.width, left if part is main else 1)))
                y = placed[-1][1].bottom
        placements = [WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, part) for part, region in placed]
        return DockArrangeResult(placements, {part for part, _ in placed}, NULL_SPACING)

    def _place(self, chrome: Chrome, region: Region) -> Region:
        before, chrome.region = chrome.region, region or NULL_REGION
        if chrome.region != before:
            # The compositor looks only at what widgets cover.
            self._compositor._dirty_regions.update(each for each in (before, chrome.region) if each)
        return region

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Lay out, and paint what else has changed with it."""
        self._take_in()
        super()._refresh_layout(size, scroll)

    def _take_in(self) -> None:
        """Count the chrome among what is painted; Textual means all of a screen when it says that one has changed."""
        if self._repaint_required:
            self._repaint_required = False
            self._dirty_widgets.add(self)

    def _on_timer_update(self) -> None:
        """Paint what has changed on the page together with the chrome: that it has may not have been heard yet."""
        self._dirty_widgets.update(widget for widget in self._nodes if widget._repaint_regions)
        self._take_in()
        super()._on_timer_update()

    # What is seen

    def render_line(self, y: int) -> Strip:
        """Draw one line of the chrome; what is between is covered."""
        chrome = next((each for each in self._chrome if each.region.y <= y < each.region.bottom), None)
        return blank_row(self.size.width, self.look) if chrome is None else chrome.render_line(y - chrome.region.y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what is seen of it."""
        return [within(self.render_line(y), crop) for y in crop.line_range]

    # The mouse

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Return what is selected from or to: nothing begins on the chrome."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        return (None, None) if widget is self and not self._selecting else (widget, offset)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember on what: it is clicked only if the mouse is let go on it, too."""
        self._pressed = self._chrome_at(event.screen_offset)

    def on_click(self, event: events.Click) -> None:
        """Do what a click there means."""
        at = event.screen_offset
        chrome = self._chrome_at(at)
        if chrome is not None and chrome is self._pressed and chrome.click(at - chrome.region.offset, self.size.width):
            event.stop()

    def _chrome_at(self, at: Offset) -> Chrome | None:
        return next((each for each in self._chrome if each.region.contains_point(at)), None)
