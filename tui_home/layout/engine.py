"""Which function draws which Block, and the way from one Block to its Fragment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tui_home.layout.aside import draw_aside
from tui_home.layout.canvas import Canvas
from tui_home.layout.entries import draw_entry
from tui_home.layout.finish import finished
from tui_home.layout.fragment import Fragment
from tui_home.layout.ink import inks_of
from tui_home.layout.lists import draw_list
from tui_home.layout.portrait import draw_portrait
from tui_home.layout.prose import draw_details, draw_figure, draw_heading, draw_paragraph, draw_quote, draw_rule
from tui_home.model.blocks import (
    Aside,
    Block,
    CodeBlock,
    Details,
    Entry,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Portrait,
    Quote,
    Rule,
    Table,
)
from tui_home.model.look import Look

MEASURE = 88
"""Cells of running text at most: about as many as an eye follows back."""
WIDE = 100
"""Cells of what has columns of its own at most."""
WIDEST = 120
"""Cells of anything at most."""


def _draw_table(canvas: Canvas, block: Table, width: int) -> None:
    from tui_home.layout.tables import draw_table  # noqa: PLC0415 - few sites have one

    draw_table(canvas, block, width)


def _draw_code(canvas: Canvas, block: CodeBlock, width: int) -> None:
    from tui_home.layout.code import draw_code  # noqa: PLC0415 - likewise

    draw_code(canvas, block, width)


# The drawers take the one Block each is for; the table is what guarantees it.
_DRAWERS: dict[type[Any], tuple[Callable[[Canvas, Any, int], None], int]] = {
    Heading: (draw_heading, MEASURE),
    Paragraph: (draw_paragraph, MEASURE),
    ListBlock: (draw_list, MEASURE),
    Quote: (draw_quote, MEASURE),
    Rule: (draw_rule, MEASURE),
    Figure: (draw_figure, MEASURE),
    Details: (draw_details, MEASURE),
    Table: (_draw_table, WIDE),
    CodeBlock: (_draw_code, WIDE),
    Entry: (draw_entry, WIDE),
    Portrait: (draw_portrait, MEASURE),
    Aside: (draw_aside, WIDEST),
}


def layout_block(block: Block, width: int, look: Look) -> Fragment:
    """Lay one Block out.

    Args:
        block: What to draw.
        width: Cells there are; running text takes 88 of them at most.
        look: How to draw it.
    """
    canvas = Canvas(inks_of(look), _draw)
    canvas.block(block, max(1, width))
    return finished(canvas)


def taken_width(block: Block, width: int) -> int:
    """Return how many of `width` cells a Block takes at most: where there are more, its Fragment is the same."""
    return min(max(1, width), _DRAWERS[type(block)][1])


def _draw(canvas: Canvas, block: Block, width: int) -> None:
    drawer, _ = _DRAWERS[type(block)]
    drawer(canvas, block, taken_width(block, width))
