"""Lines of a Page as Textual's Strips: made once, shared by every visitor whose Page holds the same Fragment."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui_home.layout.fragment import Fragment, Line
from tui_home.model.look import Look
from tui_home.pages import Page
from tui_home.tui.ink import base_style, style_of

if TYPE_CHECKING:
    from rich.style import Style

MAX_LINES = 8192
"""Lines that are kept ready, about half a kilobyte each."""
_EMPTY = Strip([], 0)


class Strips:
    """Ready Strips by Fragment, bounded; those longest unused go first.

    A Fragment belongs to one Look, so that its identity is all the key there needs to be.
    """

    def __init__(self, max_lines: int = MAX_LINES) -> None:
        self._max_lines = max_lines
        self._lines = 0
        self._ready: OrderedDict[int, tuple[Fragment, list[Strip | None]]] = OrderedDict()

    def __len__(self) -> int:
        """Return how many lines are kept."""
        return self._lines

    def clear(self) -> None:
        """Let go of all; what is shown is made again."""
        self._ready.clear()
        self._lines = 0

    def line(self, page: Page, y: int) -> Strip:
        """Return line `y` of `page`, as long as its text."""
        index = page.fragment_at(y)
        if index < 0:
            return _EMPTY
        fragment = page.fragments[index]
        y -= page.offsets[index]
        if y >= len(fragment.lines):
            return _EMPTY
        strips = self._of(fragment)
        strip = strips[y]
        if strip is None:
            strip = strips[y] = _strip(fragment, fragment.lines[y], page.look)
        return strip

    def _of(self, fragment: Fragment) -> list[Strip | None]:
        found = self._ready.get(id(fragment))
        if found is not None:
            self._ready.move_to_end(id(fragment))
            return found[1]
        strips: list[Strip | None] = [None] * len(fragment.lines)
        # The Fragment is kept beside them: as long as it lives, nothing else can have its id.
        self._ready[id(fragment)] = (fragment, strips)
        self._lines += len(strips)
        while self._lines > self._max_lines and len(self._ready) > 1:
            _, (_, gone) = self._ready.popitem(last=False)
            self._lines -= len(gone)
        return strips


def _strip(fragment: Fragment, line: Line, look: Look) -> Strip:
    base = base_style(look)
    segments = []
    for segment in line:
        url = fragment.targets[segment.target].link.url if look.hyperlinks and segment.target >= 0 else ""
        segments.append(Segment(segment.text, style_of(segment.ink, base, url)))
    return Strip(segments)


def restyled(strip: Strip, start: int, end: int, style: Style) -> Strip:
    """Return `strip` with `style` laid over the cells from `start` to before `end`."""
    end = min(end, strip.cell_length)
    if start >= end:
        return strip
    middle = Strip(Segment.apply_style(strip.crop(start, end), post_style=style), end - start)
    return Strip.join([strip.crop(0, start), middle, strip.crop(end, strip.cell_length)])
