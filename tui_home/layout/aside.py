"""An Aside: beside the running text where there is room, above it where there is not."""

from __future__ import annotations

from tui_home.layout.canvas import Canvas, blanks
from tui_home.layout.fragment import Segment
from tui_home.model.blocks import Align, Aside

GUTTER = 4
_LEAST_WIDTH = 92
"""Cells from which on there is room for two columns; a terminal of 100 columns has them."""
_LEAST_TEXT = 48
_MEASURE = 88


def draw_aside(canvas: Canvas, block: Aside, width: int) -> None:
    """Put the aside and the main text; text flows round the aside and regains its full measure below."""
    beside = width - block.width - GUTTER
    if width < _LEAST_WIDTH or beside < _LEAST_TEXT or canvas.beside or canvas.nested > 1:
        _draw_above(canvas, block, width)
        return
    text_width = min(beside, _MEASURE)
    aside = canvas.sheet()
    aside.blocks(block.aside, block.width)
    height = len(aside.lines)
    main = canvas.sheet()
    main.beside = (height + 1, text_width)
    main.blocks(block.main, width)
    for sheet in (main, aside):
        while sheet.lines and not sheet.lines[-1]:
            sheet.drop()
    shift = block.width + GUTTER if block.side is Align.LEFT else 0
    _join(canvas, main, aside, (shift, 0 if shift else text_width + GUTTER))


def _draw_above(canvas: Canvas, block: Aside, width: int) -> None:
    """Put the aside above; the Anchors keep their order, main before aside, in every width."""
    before = len(canvas.anchors)
    canvas.blocks(block.aside, width)
    middle = len(canvas.anchors)
    canvas.below(lambda: canvas.blocks(block.main, width), 1 if block.aside else 0)
    canvas.anchors[before:] = [*canvas.anchors[middle:], *canvas.anchors[before:middle]]


def _join(canvas: Canvas, main: Canvas, aside: Canvas, columns: tuple[int, int]) -> None:
    """Put two sheets side by side, each from its own column on; what is below the aside stands at the left."""
    at_main, at_aside = columns
    height = len(aside.lines)
    first = len(canvas.lines)
    for number in range(max(len(main.lines), height)):
        shown = [
            (column if number < height else 0, sheet.lines[number], sheet.cells[number])
            for column, sheet in sorted(((at_main, main), (at_aside, aside)), key=lambda pair: pair[0])
            if number < len(sheet.lines) and sheet.lines[number]
        ]
        segments: list[Segment] = []
        cells = 0
        for column, line, its_cells in shown:
            segments += [*blanks(column - cells), *line]
            cells = max(cells, column) + its_cells
        canvas.put(segments, cells)
    for sheet, column in ((main, at_main), (aside, at_aside)):
        canvas.adopt(sheet, first, lambda line, column=column: column if line < height else 0)  # type: ignore[misc]
