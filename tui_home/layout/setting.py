"""A Flow set in lines: what wrapping decided, cut out of the text in its Inks."""

from __future__ import annotations

from collections.abc import Sequence

from tui_home.layout.flow import Flow
from tui_home.layout.fragment import Segment
from tui_home.layout.ink import UNBROKEN_BLANK
from tui_home.layout.wrap import Cut, WidthOf, wrap
from tui_home.model.named import NamedTuple
from tui_home.text.width import cell_width

Spot = tuple[int, int, int]
"""A Target's index, and its first cell and the cell after its last."""


_DRAWN = {ord(blank): " " for blank in f"\u00a0\u2007\u202f{UNBROKEN_BLANK}"}


class SetLine(NamedTuple):
    """One line, not yet in its place on the page."""

    segments: Sequence[Segment] = ()
    cells: int = 0
    glued: bool = False
    """Whether it goes on in the middle of the last line's last word."""
    spots: Sequence[Spot] = ()


_EMPTY = SetLine()


def set_flow(flow: Flow, width_of: WidthOf) -> list[SetLine]:
    """Return the lines of `flow`, the first of them being line 0 for `width_of`."""
    return set_cuts(flow, wrap(flow.text, width_of, simple=flow.simple))


def set_cuts(flow: Flow, cuts: list[Cut]) -> list[SetLine]:
    """Return the lines that `cuts` make of `flow`."""
    text = flow.text if flow.text.isascii() else flow.text.translate(_DRAWN)
    lines: list[SetLine] = []
    runs = flow.runs
    index = 0
    for start, end, glued in cuts:
        if start == end:
            lines.append(_EMPTY)
            continue
        while index < len(runs) - 1 and runs[index].end <= start:
            index += 1
        if end <= runs[index].end:
            run = runs[index]
            piece = text[start:end]
            cells = end - start if flow.simple else cell_width(piece)
            spots = ((run.target, 0, cells),) if run.target >= 0 and cells else ()
            lines.append(SetLine((Segment(piece, run.ink, run.target),), cells, glued, spots))
        else:
            lines.append(_of_many_runs(flow, text, index, (start, end, glued)))
    return lines


def _of_many_runs(flow: Flow, text: str, index: int, cut: tuple[int, int, bool]) -> SetLine:
    position, end, glued = cut
    segments: list[Segment] = []
    spots: list[Spot] = []
    column = 0
    while position < end:
        run = flow.runs[index]
        stop = min(end, run.end)
        index += 1
        if stop <= position:
            continue
        piece = text[position:stop]
        cells = stop - position if flow.simple else cell_width(piece)
        segments.append(Segment(piece, run.ink, run.target))
        if run.target >= 0 and cells:
            if spots and spots[-1][0] == run.target and spots[-1][2] == column:
                spots[-1] = (run.target, spots[-1][1], column + cells)
            else:
                spots.append((run.target, column, column + cells))
        column += cells
        position = stop
    return SetLine(segments, column, glued, spots)
