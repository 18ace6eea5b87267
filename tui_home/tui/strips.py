"""Lines of a Page as Textual's Strips: made once, shared by every visitor whose Page holds the same Fragment."""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from rich.style import Style
from textual.cache import FIFOCache
from textual.color import Color
from textual.strip import Strip

from tui_home.layout.fragment import Fragment, Line
from tui_home.model.look import Look
from tui_home.pages import Page
from tui_home.tui.column import Column
from tui_home.tui.ink import base_style, style_of
from tui_home.tui.spelling import SpellingFilter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.geometry import Region

MAX_BYTES = 2 << 20
"""What is kept ready for the visitors of one site, as estimated."""
_EMPTY = Strip([], 0)
_NO_COLOUR = Color(0, 0, 0)
_PLAIN = Style()
_LINE, _SEGMENT = 1500, 850
"""Bytes of a line and of each segment in it, about, with what is made of them for the mouse's selection."""
_ROW, _CELLS = 600, 250
"""Bytes of a line as it is written, about, and of each segment in it."""
_CACHES = {
    "_divide_cache": 4,
    "_crop_cache": 16,
    "_style_cache": 16,
    "_filter_cache": 4,
    "_line_length_cache": 4,
    "_crop_extend_cache": 4,
    "_offsets_cache": 4,
}
"""Textual's (8.2), by what they may hold."""


class ReadyStrip(Strip):
    """A Strip without caches until one is used: Textual makes seven for each, which are two thirds of its memory.

    Args of the constructor:
        segments: The line's.
    """

    __slots__ = ()

    def __init__(self, segments: Iterable[Segment]) -> None:
        self._segments = list(segments)
        self._cell_length = self._render_cache = self._link_ids = self._cell_count = None

    def __getattr__(self, name: str) -> FIFOCache[Any, Any]:
        """Make the cache that is asked for, the first time."""
        if name not in _CACHES:
            raise AttributeError(name)
        made = FIFOCache[Any, Any](_CACHES[name])
        setattr(self, name, made)
        return made

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """Return the parts between `cuts`; all of it without keeping it as a part of itself (see `uncut`)."""
        cells = list(cuts)
        return [self] if cells == [self.cell_length] else super().divide(cells)


class Strips:
    """Ready Strips by Fragment, bounded; those longest unused go first.

    A Fragment belongs to one Look, so that its identity is all the key there needs to be.
    """

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._ready: OrderedDict[tuple[int, int, int], _Ready] = OrderedDict()
        """By Fragment, and where its text begins on a screen of how many cells; zero for the text alone."""
        self.bytes = 0
        """What is kept, estimated."""

    def clear(self) -> None:
        """Let go of all; what is shown is made again."""
        self._ready.clear()
        self.bytes = 0

    def line(self, page: Page, y: int) -> Strip:
        """Return line `y` of `page`, as long as its text."""
        index = page.fragment_at(y)
        if index < 0:
            return _EMPTY
        fragment = page.fragments[index]
        y -= page.offsets[index]
        if y >= len(fragment.lines):
            return _EMPTY
        ready = self._of(fragment)
        strip = ready.lines[y]
        if strip is None:
            strip = ready.lines[y] = _strip(fragment, fragment.lines[y], page.look)
            self._weigh(ready, _LINE + _SEGMENT * len(fragment.lines[y]))
        return strip

    def row(self, page: Page, y: int, column: Column) -> Strip:
        """Return line `y` of `page` where it stands on the screen: as it is written, in its column."""
        index = page.fragment_at(y)
        if index < 0:
            return blank_row(column.width, page.look, column.start)
        fragment = page.fragments[index]
        y -= page.offsets[index]
        if y >= len(fragment.lines):
            return blank_row(column.width, page.look, column.start)
        ready = self._of(fragment, column.start, column.width)
        row = ready.lines[y]
        if row is None:
            line = _strip(fragment, fragment.lines[y], page.look)
            before = Segment(" " * column.start, base_style(page.look))
            row = ready.lines[y] = finished(placed((before, *line)), column.width, page.look)
            self._weigh(ready, _ROW + _CELLS * len(line._segments))
        return row

    def _of(self, fragment: Fragment, start: int = 0, width: int = 0) -> _Ready:
        key = (id(fragment), start, width)
        found = self._ready.get(key)
        if found is None:
            found = self._ready[key] = _Ready(fragment, [None] * len(fragment.lines))
        else:
            self._ready.move_to_end(key)
        return found

    def _weigh(self, ready: _Ready, more: int) -> None:
        """Heed that `ready`, used last, has grown by so many bytes; what has not been used for longest goes."""
        ready.bytes += more
        self.bytes += more
        while self.bytes > self._max_bytes and len(self._ready) > 1:
            _, gone = self._ready.popitem(last=False)
            self.bytes -= gone.bytes


class _Ready:
    """A Fragment's lines as far as they are made."""

    __slots__ = ("bytes", "fragment", "lines")

    def __init__(self, fragment: Fragment, lines: list[Strip | None]) -> None:
        self.fragment = fragment
        """Kept: as long as it lives, nothing else can have its id."""
        self.lines = lines
        self.bytes = 0


def _strip(fragment: Fragment, line: Line, look: Look) -> ReadyStrip:
    base = base_style(look)
    segments = []
    for segment in line:
        url = fragment.targets[segment.target].link.url if look.hyperlinks and segment.target >= 0 else ""
        segments.append(Segment(segment.text, style_of(segment.ink, base, url)))
    return ReadyStrip(segments)


def finished(segments: Iterable[Segment], width: int, look: Look) -> Strip:
    """Return a whole line of a screen of `width` cells: nothing has to be added to it, cut off or spelt otherwise."""
    line = Segment.adjust_line_length(list(segments), width, base_style(look))
    spelling = SpellingFilter(unicode=look.unicode, few_glyphs=look.few_glyphs)
    strip = ReadyStrip(line if spelling.idle else spelling.apply(line, _NO_COLOUR))
    strip._cell_length = width
    return strip


def placed(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield what is not empty of a line of text, kept apart: a picture of the screen joins neighbours of one style."""
    x = 0
    for text, style, _ in segments:
        if text:
            yield Segment(text, _placed(style or _PLAIN, x))
            x += len(text)


@lru_cache(maxsize=1024)
def _placed(style: Style, x: int) -> Style:
    """Return `style` for what begins at character `x`."""
    return style + Style.from_meta({"offset": (x, None)})


@lru_cache(maxsize=64)
def blank_row(width: int, look: Look, start: int = 0) -> Strip:
    """Return a line of a screen of `width` cells on which nothing stands, where a text would begin at `start`."""
    return finished(placed((Segment(" " * start, base_style(look)),)), width, look)


def within(row: Strip, crop: Region) -> Strip:
    """Return what is seen of `row` in `crop`: all of it, mostly."""
    if not crop.x and row.cell_length == crop.width:
        return row
    return ReadyStrip(row.crop(crop.x, crop.right).adjust_cell_length(crop.width))


def restyled(strip: Strip, start: int, end: int, style: Style) -> Strip:
    """Return `strip` with `style` laid over the cells from `start` to before `end`."""
    end = min(end, strip.cell_length)
    if start >= end:
        return strip
    middle = Strip(Segment.apply_style(strip.crop(start, end), post_style=style), end - start)
    return Strip.join([strip.crop(0, start), middle, strip.crop(end, strip.cell_length)])
