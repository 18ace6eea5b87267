"""Where the terminal's own cursor is put after each frame: where a sighted visitor would look.

Braille lines and screen readers follow it. It stays hidden: they read its place from the terminal and not from the
picture (BRLTTY, for one, has programs put even an invisible cursor where the focus is), and a second, blinking sign
beside ours would help nobody. So following the focus costs a few bytes of a frame that is drawn anyway.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.geometry import Offset

from tui_home.layout.fragment import Region
from tui_home.tui.widgets.page_canvas import PageCanvas
from tui_home.tui.widgets.page_view import PageView

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

    from tui_home.tui.screens.home import HomeScreen


def place_on(screen: Screen[Any]) -> Offset:
    """Return where the focus is on any screen: in what is typed, at the option pointed at, else at what is read."""
    if screen.focused is not None:
        return _typing(screen, screen.focused)
    canvas = next(iter(screen.query(PageCanvas)), None)
    return Offset(0, 0) if canvas is None else _first_line(canvas)


def place_at_home(home: HomeScreen) -> Offset:
    """Return where the focus is on the homepage.

    In this order: what is typed, what has just been said, what find stands at, the link at the cursor, the first line.
    """
    if home.focused is not None:
        return _typing(home, home.focused)
    view = home.page_view
    if home.said and home.state.size.height:
        return Offset(home.column.start, home.state.region.y)
    if view.match is not None:
        found = _seen(view, view.matches[view.match].regions)
        if found is not None:
            return found
    at = view.cursor_in_sight()
    target = None if at is None else _seen(view, view.page.targets[at].regions)
    return _first_line(view) if target is None else target


def _typing(screen: Screen[Any], focused: Widget) -> Offset:
    from textual.widgets import Input, OptionList  # noqa: PLC0415 - only when something has the focus

    for options in screen.query(OptionList):
        if options.display and options.highlighted:
            # The first is always pointed at, without anybody's having gone there.
            line = options._index_to_line.get(options.highlighted, 0)
            return options.content_region.offset + Offset(0, line - options.scroll_offset.y)
    if not isinstance(focused, Input):
        return focused.content_region.offset
    # At the end Textual means the cell after its cursor, so that it scrolls that far.
    return focused.cursor_screen_offset - Offset(int(focused.cursor_at_end), 0)


def _seen(view: PageView, regions: tuple[Region, ...]) -> Offset | None:
    """Return the first cell of `regions` that can be seen."""
    region = next((region for region in regions if view.top <= region.line < view.bottom), None)
    return None if region is None else _cell(view, region.line, region.start)


def _first_line(canvas: PageCanvas) -> Offset:
    page, last = canvas.page, min(canvas.bottom, canvas.page.height)
    for line in range(canvas.top, last):
        text = "".join(segment.text for segment in page.line(line))
        if text.strip():
            return _cell(canvas, line, len(text) - len(text.lstrip()))
    return canvas.region.offset


def _cell(canvas: PageCanvas, line: int, column: int) -> Offset:
    y = line + canvas.lead - canvas.scroll_offset.y
    return canvas.region.offset + Offset(canvas.column.start + column, y)
