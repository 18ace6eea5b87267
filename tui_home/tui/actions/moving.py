"""Between sections, along the page, from link to link."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from textual.geometry import Size

    from tui_home.tui.screens.home import HomeScreen

_UP = frozenset({"up", "k", "u", "ctrl+u", "pageup", "g", "home", "left", "h", "shift+tab", "K"})
_KEPT_LINES = 2
"""Lines that stay on the screen when it is turned, so that the eye finds its place."""


class Scrollable(Protocol):
    """What has more lines than a screen."""

    @property
    def size(self) -> Size:
        """What is shown of it, in cells."""

    @property
    def virtual_size(self) -> Size:
        """All of it."""

    def scroll_lines(self, lines: int) -> None:
        """Scroll by `lines`, down when positive."""


class Scrolling(Protocol):
    """A screen with a page."""

    @property
    def page_view(self) -> Scrollable:
        """What is scrolled."""


def _direction(key: str) -> int:
    return -1 if key in _UP else 1


def to_section(home: HomeScreen, key: str) -> None:
    """Open the section with the number `key`; nothing when there is none."""
    home.navigator.open_section(int(key) - 1)


def to_neighbour(home: HomeScreen, key: str) -> None:
    """Open the next or previous section; after the last comes the first."""
    home.navigator.open_section((home.reader.index + _direction(key)) % len(home.reader.sections))


def back(home: HomeScreen, key: str = "") -> None:
    """Show what was shown before; `backspace`, for keyboards without `esc`, ends a find first."""
    if key == "backspace" and home.here.finding:
        home.finder.end()
    else:
        home.navigator.back()


def forward(home: HomeScreen, _key: str = "") -> None:
    """Show what was shown before going back."""
    home.navigator.forward()


def scroll_or_choose(home: HomeScreen, key: str) -> None:
    """Scroll by a line; in the Directory point at the next or previous homepage."""
    if home.here.directory:
        home.page_view.point(_direction(key))
    else:
        scroll(home, key)


def to_ends(home: HomeScreen, key: str) -> None:
    """Scroll to the beginning or end; in the Directory point at the first or last homepage."""
    if home.here.directory:
        home.page_view.point(_direction(key) * len(home.page_view.page.targets))
    else:
        to_end(home, key)


def scroll(screen: Scrolling, key: str) -> None:
    """Scroll by a line."""
    screen.page_view.scroll_lines(_direction(key))


def scroll_half(screen: Scrolling, key: str) -> None:
    """Scroll by half a screen."""
    screen.page_view.scroll_lines(_direction(key) * max(1, screen.page_view.size.height // 2))


def scroll_page(screen: Scrolling, key: str) -> None:
    """Scroll by a screen, less the lines that are kept."""
    screen.page_view.scroll_lines(_direction(key) * max(1, screen.page_view.size.height - _KEPT_LINES))


def to_end(screen: Scrolling, key: str) -> None:
    """Scroll to the page's beginning or end."""
    screen.page_view.scroll_lines(_direction(key) * screen.page_view.virtual_size.height)


SCROLLS: Mapping[str, Callable[[Scrolling, str], None]] = MappingProxyType(
    {"scroll": scroll, "half_page": scroll_half, "page": scroll_page, "ends": to_end}
)
"""By the id of their command: what every screen with a page can do."""


def step_target(home: HomeScreen, key: str) -> None:
    """Put the cursor on the next or previous link; say so when it goes round."""
    view, direction = home.page_view, _direction(key)
    before = view.cursor_in_sight()
    view.step(direction)
    if before is not None and view.cursor is not None and (view.cursor - before) * direction <= 0:
        # Its name is said, too: whoever reads by the terminal's cursor reads this in place of the link.
        which = "first" if direction > 0 else "last"
        said = f"The {which} link: {view.page.targets[view.cursor].link.label}"
        if home.arranger.has_room_for((said,)):
            home.say(said)
