"""Tables: columns that share the width; records, one under the other, where columns would be too narrow to read."""

from __future__ import annotations

from tui_home.layout.breaks import pieces
from tui_home.layout.canvas import Canvas, blanks
from tui_home.layout.columns import shared_out
from tui_home.layout.flow import Flow
from tui_home.layout.fragment import Anchor, Region, Segment
from tui_home.layout.setting import SetLine, Spot, set_flow
from tui_home.layout.spelling import spelt
from tui_home.model.blocks import Align, Table
from tui_home.model.inline import Span, Spans, Style, plain_text
from tui_home.text.patterns import pattern
from tui_home.text.width import cell_width, drawable

_GAP = 2
_HEADER = Style(bold=True)
_MUTED = Style(muted=True)
_MOST_MEASURED = 4000
"""Characters of a cell in which the longest word is looked for."""
_LONGEST_WORD = 24
"""Cells; a longer one is an address, and may be broken in a column."""
_WORD = pattern(r"\S+")


def draw_table(canvas: Canvas, block: Table, width: int) -> None:
    """Put a table in columns, or in records where some column would have to be cut into pieces.

    Rows in which something stands on several lines by itself are set apart.
    """
    room = canvas.room(width)
    if not block.aligns:
        return
    rows = [*([block.header] if block.header else []), *block.rows]
    flows = [
        [canvas.flow(cell, base=_HEADER if block.header and not number else Style()) for cell in row]
        for number, row in enumerate(rows)
    ]
    columns = shared_out([[_needs(row[index]) for row in flows] for index in range(len(block.aligns))], room, _GAP)
    if columns is None:
        _draw_records(canvas, block, room)
        return
    airy = any("\n" in flow.text for row in flows for flow in row)
    for number, row in enumerate(flows):
        if airy and number > bool(block.header):
            canvas.put()
        _draw_row(canvas, row, columns, block.aligns)
        if block.header and not number:
            cells = sum(columns) + _GAP * (len(columns) - 1)
            canvas.put((Segment(canvas.inks.signs.rule * cells, canvas.inks.rule, canvas.owner),), cells)


def _needs(flow: Flow) -> tuple[int, int]:
    """Return the cells of the longest word of a cell, and of its longest line."""
    text = flow.text[:_MOST_MEASURED]
    if flow.simple:
        longest = max(map(len, text.split()), default=0)
    else:
        words = _WORD.finditer(text)
        longest = max((cells for word in words for _, _, cells in pieces(text, *word.span())), default=0)
    return min(longest, _LONGEST_WORD), max(map(cell_width, flow.text.split("\n")))


def _draw_row(canvas: Canvas, row: list[Flow], columns: list[int], aligns: tuple[Align, ...]) -> None:
    cells = [set_flow(flow, lambda _line, room=room: room) for flow, room in zip(row, columns, strict=True)]  # type: ignore[misc]
    first = len(canvas.lines)
    starts = [sum(columns[:index]) + _GAP * index for index in range(len(columns))]
    for lines, start, room, align in zip(cells, starts, columns, aligns, strict=True):
        canvas.anchor(lines, first, [start + _before(line.cells, room, align) for line in lines])
    for number in range(max((len(lines) for lines in cells), default=0)):
        segments: list[Segment] = []
        spots: list[Spot] = []
        used = 0
        for index, lines in enumerate(cells):
            line = lines[number] if number < len(lines) else SetLine()
            if not line.segments:
                continue
            start = starts[index] + _before(line.cells, columns[index], aligns[index])
            segments += [*blanks(start - used), *line.segments]
            spots += [(target, start + a, start + b) for target, a, b in line.spots]
            used = start + line.cells
        canvas.put(segments, used, spots)


def _before(cells: int, room: int, align: Align) -> int:
    if align is Align.RIGHT:
        return room - cells
    return (room - cells) // 2 if align is Align.CENTER else 0


def _draw_records(canvas: Canvas, block: Table, width: int) -> None:
    """Put each row as lines of "Header: value", rows apart."""
    if not block.rows:
        for name in block.header:
            canvas.text(name, width, base=_HEADER)
        return
    at = len(canvas.anchors)
    canvas.anchors.extend(Anchor(()) for _ in block.header)
    for number, row in enumerate(block.rows):
        first = len(canvas.lines)
        if number:
            canvas.put()
        for index, cell in enumerate(row):
            if plain_text(cell).strip() or (block.header and not number):
                named = _draw_named(canvas, block.header[index] if block.header else (), cell, width)
                if not number and block.header:
                    canvas.anchors[at + index] = named
            else:
                canvas.anchor((), first)


def _draw_named(canvas: Canvas, name: Spans, cell: Spans, width: int) -> Anchor:
    """Put one cell behind its column's name; return where the name stands, and let the cell's Anchor begin after it."""
    label = (*(Span(span.text, _MUTED, span.link) for span in name), Span(": ", _MUTED)) if name else ()
    first = len(canvas.lines)
    canvas.text((*label, *cell), width)
    cells = cell_width(drawable("".join(spelt(span.text, canvas.inks.look) for span in label)).rstrip())
    regions = canvas.anchors[-1].regions
    if not name or not regions or regions[0].line != first or regions[0].end - regions[0].start <= cells:
        return Anchor(())
    start = regions[0].start
    rest = Region(first, start + cells, regions[0].end)
    canvas.anchors[-1] = Anchor((rest, *regions[1:]), canvas.anchors[-1].glued)
    return Anchor((Region(first, start, start + cells),))
