"""An Aside: beside the running text where there is room, above it where there is not."""

from __future__ import annotations

from itertools import takewhile

from tui_home.layout.canvas import Canvas
from tui_home.layout.portrait import SMALL_WIDTH, WIDTH
from tui_home.layout.sheets import blank_sheet, join, sheet_of
from tui_home.layout.spacing import NARROW
from tui_home.layout.stack import draw_blocks
from tui_home.model.blocks import Align, Aside, Block, Blocks, Paragraph, Portrait
from tui_home.model.inline import plain_text
from tui_home.text.width import cell_width

GUTTER = 4
_LEAST_WIDTH = 92
"""Cells from which on there is room for two columns; a terminal of 100 columns has them."""
_LEAST_TEXT = 48
_MEASURE = 88
_PORTRAIT_GUTTER = 3


def draw_aside(canvas: Canvas, block: Aside, width: int) -> None:
    """Put the aside and the main text; text flows round the aside and regains its full measure below."""
    beside = width - block.width - GUTTER
    if width < _LEAST_WIDTH or beside < _LEAST_TEXT or canvas.beside or canvas.nested > 1:
        _draw_above(canvas, block, width)
        return
    text_width = min(beside, _MEASURE)
    aside = sheet_of(canvas, block.aside, block.width)
    height = len(aside.lines)
    main = blank_sheet(canvas)
    main.beside = (height + 1, text_width)
    draw_blocks(main, block.main, width)
    shift = block.width + GUTTER if block.side is Align.LEFT else 0

    def column(line: int) -> int:
        return shift if line <= height else 0

    at_aside = 0 if shift else text_width + GUTTER
    join(canvas, ((main, column, 0), (aside, lambda _line: at_aside, 0)))


def _draw_above(canvas: Canvas, block: Aside, width: int) -> None:
    """Put the aside above; the Anchors keep their order, main before aside, in every width."""
    first, before = len(canvas.lines), len(canvas.anchors)
    rest = block.aside
    if rest and isinstance(rest[0], Portrait):
        rest = rest[1 + _draw_portrait(canvas, rest, width, block.width) :]
    draw_blocks(canvas, rest, width, above=1 if len(canvas.lines) > first else 0)
    middle = len(canvas.anchors)
    draw_blocks(canvas, block.main, width, above=1 if len(canvas.lines) > first else 0)
    canvas.anchors[before:] = [*canvas.anchors[middle:], *canvas.anchors[before:middle]]


def _draw_portrait(canvas: Canvas, blocks: Blocks, width: int, enough: int) -> int:
    """Put the portrait that `blocks` begin with, small on a narrow page; return how many Blocks stand beside it."""
    portrait_width = WIDTH if canvas.room(width) >= NARROW else SMALL_WIDTH
    at = portrait_width + _PORTRAIT_GUTTER
    count = _number_beside(blocks[1:], width - at, enough)
    left = sheet_of(canvas, blocks[:1], min(portrait_width, width))
    right = sheet_of(canvas, blocks[1 : 1 + count], width - at)
    down = max(0, len(left.lines) - len(right.lines)) // 2
    join(canvas, ((left, lambda _line: 0, 0), (right, lambda _line: at, down)))
    return count


def _number_beside(blocks: Blocks, room: int, enough: int) -> int:
    """Return how many Blocks stand well beside the portrait, in `room` cells."""
    if room >= enough:
        return len(blocks)
    return sum(1 for _ in takewhile(lambda block: _fits(block, room), blocks))


def _fits(block: Block, room: int) -> bool:
    return isinstance(block, Paragraph) and all(
        cell_width(line) <= room for line in plain_text(block.spans).split("\n")
    )
