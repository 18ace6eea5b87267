"""Sheets: canvases that are filled apart and then put on another one side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_home.layout.canvas import Canvas, blanks
from tui_home.layout.fragment import Anchor, Region, Segment
from tui_home.layout.stack import draw_blocks
from tui_home.model.blocks import Blocks

Placed = tuple[Canvas, Callable[[int], int], int]
"""A sheet, from one of its lines to the cells it is moved to the right, and the line it begins on."""


def blank_sheet(canvas: Canvas) -> Canvas:
    """Return an empty canvas whose Targets are those of `canvas`."""
    sheet = Canvas(canvas.inks, canvas.draw, targets=canvas.targets, owner=canvas.owner)
    sheet.nested = canvas.nested
    return sheet


def sheet_of(canvas: Canvas, blocks: Blocks, width: int) -> Canvas:
    """Return `blocks` drawn within `width` cells on a sheet of their own."""
    sheet = blank_sheet(canvas)
    draw_blocks(sheet, blocks, width)
    return sheet


def join(canvas: Canvas, sheets: Sequence[Placed]) -> None:
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
        _adopt(canvas, sheet, first + down, column_of)


def _adopt(canvas: Canvas, sheet: Canvas, first: int, column_of: Callable[[int], int]) -> None:
    """Take over the Regions and Anchors of a sheet whose line 0 has been put on line `first`."""

    def moved(region: Region) -> Region:
        by = canvas.indent + column_of(region.line)
        return Region(region.line + first, region.start + by, region.end + by)

    canvas.spots.extend((target, moved(region)) for target, region in sheet.spots)
    canvas.wholes.extend((target, moved(region)) for target, region in sheet.wholes)
    canvas.anchors.extend(
        Anchor(tuple(moved(region) for region in anchor.regions), anchor.glued) for anchor in sheet.anchors
    )
