"""Between sections, along the page, from link to link."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_home.tui.screens.home import HomeScreen

_UP = frozenset({"up", "k", "u", "ctrl+u", "pageup", "g", "home", "left", "h", "shift+tab"})
_KEPT_LINES = 2
"""Lines that stay on the screen when it is turned, so that the eye finds its place."""


def _direction(key: str) -> int:
    return -1 if key in _UP else 1


def to_section(home: HomeScreen, key: str) -> None:
    """Open the section with the number `key`; nothing when there is none."""
    index = int(key) - 1
    if index < len(home.reader.sections):
        home.open_section(index)


def to_neighbour(home: HomeScreen, key: str) -> None:
    """Open the next or previous section; after the last comes the first."""
    home.open_section((home.reader.index + _direction(key)) % len(home.reader.sections))


def scroll(home: HomeScreen, key: str) -> None:
    """Scroll by a line."""
    home.page_view.scroll_lines(_direction(key))


def scroll_half(home: HomeScreen, key: str) -> None:
    """Scroll by half a screen."""
    home.page_view.scroll_lines(_direction(key) * max(1, home.page_view.size.height // 2))


def scroll_page(home: HomeScreen, key: str) -> None:
    """Scroll by a screen, less the lines that are kept."""
    home.page_view.scroll_lines(_direction(key) * max(1, home.page_view.size.height - _KEPT_LINES))


def to_end(home: HomeScreen, key: str) -> None:
    """Scroll to the page's beginning or end."""
    home.page_view.scroll_lines(_direction(key) * home.page_view.virtual_size.height)


def step_target(home: HomeScreen, key: str) -> None:
    """Put the cursor on the next or previous link."""
    home.page_view.step(_direction(key))
