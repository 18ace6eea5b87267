"""Blocks one below the other, with the blank lines between them."""

from __future__ import annotations

from typing import Protocol

from tui_home.layout.canvas import Canvas
from tui_home.layout.spacing import gap
from tui_home.model.blocks import Block, Blocks


class Gap(Protocol):
    """The blank lines between two Blocks, as `spacing.gap`."""

    def __call__(self, previous: Block, following: Block, *, width: int) -> int:
        """Return how many."""


def draw_blocks(canvas: Canvas, blocks: Blocks, width: int, *, above: int = 0, between: Gap = gap) -> None:
    """Draw `blocks` one below the other.

    Args:
        canvas: Where.
        blocks: What.
        width: Cells.
        above: Blank lines above the first of which something is to be seen.
        between: Says how many are between two.
    """
    previous: Block | None = None
    for block in blocks:
        lines = above if previous is None else between(previous, block, width=width)
        if _draw_below(canvas, block, width, lines):
            previous = block


def _draw_below(canvas: Canvas, block: Block, width: int, lines: int) -> bool:
    """Draw `block` below as many blank lines, and take these back when nothing is to be seen of it."""
    labelled = canvas.labelled
    for _ in range(lines):
        canvas.put()
    first = len(canvas.lines)
    canvas.block(block, width)
    if len(canvas.lines) > first:
        return True
    if not labelled:
        for _ in range(lines):
            canvas.drop()
    return False
