"""An Aside: beside the running text where there is room, above it where there is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_home.layout.canvas import Canvas, blanks
from tui_home.layout.fragment import Segment
from tui_home.layout.portrait import WIDTH as PORTRAIT_WIDTH
from tui_home.model.blocks import Align, Aside, Block, Blocks, Paragraph, Portrait
from tui_home.model.inline import plain_text
from tui_home.text.width import cell_width

GUTTER = 4
_LEAST_WIDTH = 92
"""Cells from which on there is room for two columns; a terminal of 100 columns has them."""
_LEAST_TEXT = 48
_MEASURE = 88
_PORTRAIT_GUTTER = 3

Placed = tuple[Canvas, Callable[[int], int], int]
"""A sheet, from one of its lines to the cells it is moved to the right, and the line it begins on."""


def draw_aside(canvas: Canvas, block: Aside, width: int) -> None:
    """Put the aside and the main text; text flows round the aside and regains its full measure below."""
    beside = width - block.width - GUTTER
    if width < _LEAST_WIDTH or beside < _LEAST_TEXT or canvas.beside or canvas.nested > 1:
        _draw_above(canvas, block, width)
        return
    text_width = min(beside, _MEASURE)
    aside = _sheet(canvas, block.aside, block.width)
    height = len(aside.lines)
    main = canvas.sheet()
    main.beside = (height + 1, text_width)
    main.blocks(block.main, width)
    shift = block.width + GUTTER if block.side is Align.LEFT else 0

    def column(line: int) -> int:
        return shift if line <= height else 0

    at_aside = 0 if shift else text_width + GUTTER
    _join(canvas, ((main, column, 0), (aside, lambda _line: at_aside, 0)))


def _draw_above(canvas: Canvas, block: Aside, width: int) -> None:
    """Put the aside above; the Anchors keep their order, main before aside, in every width."""
    before = len(canvas.anchors)
    rest = block.aside
    beside = _beside_portrait(rest, width - PORTRAIT_WIDTH - _PORTRAIT_GUTTER, block.width)
    if beside:
        _draw_portrait(canvas, rest[0], rest[1 : 1 + beside], width)
        rest = rest[1 + beside :]
    canvas.below(lambda: canvas.blocks(rest, width), 1 if beside and rest else 0)
    middle = len(canvas.anchors)
    canvas.below(lambda: canvas.blocks(block.main, width), 1 if len(canvas.lines) else 0)
    canvas.anchors[before:] = [*canvas.anchors[middle:], *canvas.anchors[before:middle]]


def _beside_portrait(blocks: Blocks, room: int, enough: int) -> int:
    """Return how many Blocks stand well beside the portrait that the aside begins with, in `room` cells."""
    if not blocks or not isinstance(blocks[0], Portrait):
        return 0
    if room >= enough:
        return len(blocks) - 1
    count = 0
    while count + 1 < len(blocks) and _fits(blocks[count + 1], room):
        count += 1
    return count


def _fits(block: Block, room: int) -> bool:
    return isinstance(block, Paragraph) and all(
        cell_width(line) <= room for line in plain_text(block.spans).split("\n")
    )


def _draw_portrait(canvas: Canvas, portrait: Block, beside: Blocks, width: int) -> None:
    left = _sheet(canvas, (portrait,), width)
    at = PORTRAIT_WIDTH + _PORTRAIT_GUTTER
    right = _sheet(canvas, beside, width - at)
    down = max(0, len(left.lines) - len(right.lines)) // 2
    _join(canvas, ((left, lambda _line: 0, 0), (right, lambda _line: at, down)))


def _sheet(canvas: Canvas, blocks: Blocks, width: int) -> Canvas:
    sheet = canvas.sheet()
    sheet.blocks(blocks, width)
    return sheet


def _join(canvas: Canvas, sheets: Sequence[Placed]) -> None:
    """Put sheets side by side."""
    first = len(canvas.lines)
    for number in range(max(len(sheet.lines) + down for sheet, _, down in sheets)):
        segments: list[Segment] = []
        cells = 0
        shown = [
            (column_of(number - down), sheet, number - down)
            for sheet, column_of, down in sheets
            if 0 <= number - down < len(sheet.lines) and sheet.lines[number - down]
        ]
        for column, sheet, line in sorted(shown, key=lambda placed: placed[0]):
            segments += [*blanks(column - cells), *sheet.lines[line]]
            cells = column + sheet.cells[line]
        canvas.put(segments, cells)
    for sheet, column_of, down in sheets:
        canvas.adopt(sheet, first + down, column_of)
