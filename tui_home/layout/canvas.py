"""The page under the hand: lines are put one below the other, within the margins that their containers set."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from tui_home.layout.flow import Flow, TargetList, flow_of
from tui_home.layout.fragment import NO_INK, Anchor, Ink, Line, Region, Segment
from tui_home.layout.ink import Inks
from tui_home.layout.setting import SetLine, Spot, set_flow
from tui_home.model.blocks import Block
from tui_home.model.inline import PLAIN, Link, Spans, Style
from tui_home.text.width import cell_width

Drawer = Callable[["Canvas", Block, int], None]


class Level:
    """A margin at the left: what stands in it on its first lines, and on all others."""

    __slots__ = ("first", "rest", "width")

    def __init__(self, width: int, rest: Sequence[Segment], first: Sequence[SetLine] = ()) -> None:
        self.width = width
        self.rest = rest
        self.first = deque(first)


def _within(
    levels: Iterable[Level], segments: Sequence[Segment], cells: int, number: int, spots: list[tuple[int, Region]]
) -> tuple[Line, int]:
    """Return a line with its margins, and its cells.

    Args:
        levels: The margins, outermost first; each takes what is to stand in its first lines from these.
        segments: What stands to the right of them.
        cells: Of that.
        number: Of the line.
        spots: Where stretches of links stand; those of the margins are added.
    """
    line: list[Segment] = []
    start = 0
    for level in levels:
        if level.first:
            own = level.first.popleft()
            line += own.segments
            line += blanks(level.width - own.cells)
            spots.extend((target, Region(number, start + a, start + b)) for target, a, b in own.spots)
        else:
            line += level.rest
        start += level.width
    line += segments
    whole = len(line)
    while line and not line[-1].ink.background and line[-1].text.isspace():
        line.pop()
    if not segments and line and not line[-1].ink.background:
        last = line[-1]
        line[-1] = Segment(last.text.rstrip(), last.ink, last.target)
        whole = -1
    return tuple(line), start + cells if len(line) == whole else sum(cell_width(segment.text) for segment in line)


class Canvas:
    """Lines, Targets and Anchors of one Fragment in the making."""

    def __init__(self, inks: Inks, draw: Drawer, *, targets: TargetList | None = None, owner: int = -1) -> None:
        """Begin an empty canvas.

        Args:
            inks: Of the Look.
            draw: Draws a Block within a number of cells.
            targets: Where new Targets are added; those of a surrounding canvas.
            owner: The Target that contains everything; -1 for none.
        """
        self.inks = inks
        self.targets = targets or TargetList()
        self.owner = owner
        self.lines: list[Line] = []
        self.cells: list[int] = []
        """The cells of each line."""
        self.spots: list[tuple[int, Region]] = []
        """Where each stretch of a link stands."""
        self.wholes: list[tuple[int, Region]] = []
        """The same for Targets that are whole Blocks."""
        self.anchors: list[Anchor] = []
        self.indent = 0
        self.beside: tuple[int, int] | None = None
        """Above which line something else stands beside, and where the room for text then ends."""
        self.nested = 0
        self.lists = -1
        """How many lists are round the Block being drawn, less one."""
        self._levels: list[Level] = []
        self.draw = draw

    def room(self, width: int, line: int | None = None) -> int:
        """Return the cells that text of at most `width` may have on `line` (by default the next)."""
        if self.beside is None or (len(self.lines) if line is None else line) >= self.beside[0]:
            return width
        return min(width, self.beside[1] - self.indent)

    @property
    def labelled(self) -> bool:
        """Whether the next line has a sign or a label in its margins that stands only there."""
        return any(level.first for level in self._levels)

    def put(self, segments: Sequence[Segment] = (), cells: int = 0, spots: Sequence[Spot] = ()) -> None:
        """Put one line below the last, `cells` wide without its margins."""
        number = len(self.lines)
        if self._levels:
            line, width = _within(self._levels, segments, cells, number, self.spots)
            self.lines.append(line)
            self.cells.append(width)
        else:
            self.lines.append(tuple(segments))
            self.cells.append(cells)
        for target, start, end in spots:
            self.spots.append((target, Region(number, self.indent + start, self.indent + end)))

    @contextmanager
    def level(self, width: int, rest: Sequence[Segment] = (), first: Sequence[SetLine] = ()) -> Iterator[None]:
        """Set a margin of `width` cells to the left of all that is put within, and fill it.

        Args:
            width: Cells.
            rest: What stands in it on every line but the first; blanks by default.
            first: What stands in it on the first lines; they are put even when nothing else is.
        """
        level = Level(width, rest or blanks(width), first)
        self._levels.append(level)
        self.indent += width
        yield
        while level.first:
            self.put()
        self._levels.pop()
        self.indent -= width

    def flow(self, spans: Spans, *, base: Style = PLAIN) -> Flow:
        """Return `spans` made ready for wrapping, their Targets added."""
        return flow_of(spans, self.inks, self.targets, base=base, owner=self.owner)

    def text(self, spans: Spans, width: int, *, base: Style = PLAIN) -> None:
        """Put running text, at most `width` cells wide, and its Anchor."""
        first = len(self.lines)
        flow = self.flow(spans, base=base)
        if self.beside is None:
            lines = set_flow(flow, lambda _line: width)
        else:
            lines = set_flow(flow, lambda line: self.room(width, first + line))
        self.anchor(lines, first)
        if self._levels:
            for line in lines:
                self.put(line.segments, line.cells, line.spots)
            return
        for number, line in enumerate(lines, first):
            self.lines.append(tuple(line.segments))
            self.cells.append(line.cells)
            for target, start, end in line.spots:
                self.spots.append((target, Region(number, start, end)))

    def anchor(self, lines: Sequence[SetLine], first: int, indents: Sequence[int] = ()) -> None:
        """Note where the running text of `lines` stands, whose first is put on line `first`.

        Args:
            lines: The text.
            first: Counted from the top.
            indents: Cells before each line, beside the margins; none by default.
        """
        regions: list[Region] = []
        glued: list[int] = []
        for number, line in enumerate(lines, first):
            if line.cells:
                if line.glued:
                    glued.append(len(regions))
                left = self.indent + (indents[number - first] if indents else 0)
                regions.append(Region(number, left, left + line.cells))
        self.anchors.append(Anchor(tuple(regions), tuple(glued)))

    def drop(self) -> None:
        """Take back the last line."""
        self.lines.pop()
        self.cells.pop()

    @contextmanager
    def target(self, link: Link | None, *, opened: bool = False) -> Iterator[None]:
        """Make all that is put within a Target, as wide as its widest line; a link of no use makes none.

        Args:
            link: What the visitor can act on.
            opened: Whether what it opens and closes is open.
        """
        if link is None or not link.acts:
            yield
            return
        outer, self.owner = self.owner, self.targets.add(link)
        self.targets.wholes.add(self.owner)
        if opened:
            self.targets.opened.add(self.owner)
        first = len(self.lines)
        yield
        widest = max(self.cells[first:], default=0)
        own = (Region(line, self.indent, widest) for line in range(first, len(self.lines)))
        self.wholes.extend((self.owner, region) for region in own)
        self.owner = outer

    def block(self, block: Block, width: int) -> None:
        """Draw one Block within `width` cells."""
        self.nested += 1
        self.draw(self, block, width)
        self.nested -= 1


def blanks(cells: int, ink: Ink = NO_INK) -> tuple[Segment, ...]:
    """Return `cells` blanks as Segments: one, or none."""
    return (Segment(" " * cells, ink),) if cells > 0 else ()
