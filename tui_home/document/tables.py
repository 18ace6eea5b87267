"""Rows of cells become a Table, or the Blocks that a table only arranged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_home.document.flatten import flattened
from tui_home.document.frames import Cell
from tui_home.document.styles import declarations
from tui_home.model.blocks import Align, Block, Table
from tui_home.model.inline import Span, Spans

MAX_COLUMNS = 40
"""Cells beyond so many columns join the last one."""


def alignment(attributes: Mapping[str, str]) -> Align:
    """Return the side that a cell's attributes name."""
    if not attributes:
        return Align.LEFT
    named = declarations(attributes.get("style", "")).get("text-align") or attributes.get("align", "").lower()
    return Align(named) if named in {"left", "center", "right"} else Align.LEFT


def column_span(attributes: Mapping[str, str]) -> int:
    """Return how many columns a cell takes."""
    written = attributes.get("colspan", "1")
    return min(max(int(written), 1), MAX_COLUMNS) if written.isascii() and written.isdigit() and len(written) < 5 else 1  # noqa: PLR2004


def table(rows: Sequence[Sequence[Cell]], heads: int) -> list[Block]:
    """Return what the rows are.

    Args:
        rows: All rows, head first.
        heads: How many of them the source calls the head.
    """
    rows = [row for row in rows if any(cell.blocks for cell in row)]
    if not rows:
        return []
    if all(len(row) == 1 for row in rows) and not heads:
        return [block for row in rows for block in row[0].blocks]
    width = min(max(sum(cell.span for cell in row) for row in rows), MAX_COLUMNS)
    has_head = heads > 0 or all(cell.heading for cell in rows[0])
    lines = [_fitted(row, width) for row in rows]
    aligns = [Align.LEFT] * width
    for row in reversed(rows[:2]):
        for column, cell in enumerate(row[:width]):
            if cell.align is not Align.LEFT:
                aligns[column] = cell.align
    header, body = (lines[0], lines[1:]) if has_head else ((), lines)
    return [Table(header, tuple(body), tuple(aligns))]


def _fitted(row: Sequence[Cell], width: int) -> tuple[Spans, ...]:
    """Return a row with exactly so many cells."""
    cells: list[Spans] = []
    for cell in row:
        cells += [flattened(cell.blocks), *[()] * (cell.span - 1)]
    surplus = [spans for spans in cells[width:] if spans]
    for spans in surplus:
        cells[width - 1] = (*cells[width - 1], *([Span(" ")] if cells[width - 1] else []), *spans)
    return tuple((cells + [()] * width)[:width])
