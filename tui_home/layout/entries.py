"""Entries: publications, news, contacts; a label in its column, or above the text where there is no room for two."""

from __future__ import annotations

from tui_home.layout.canvas import Canvas
from tui_home.layout.setting import SetLine, set_flow
from tui_home.layout.spacing import LABEL_GUTTER, gap_in_item, label_beside
from tui_home.layout.stack import draw_blocks
from tui_home.model.blocks import Entry

_DETAILS_INDENT = 2


def draw_entry(canvas: Canvas, block: Entry, width: int) -> None:
    """Put an Entry, as one Target when it is one."""
    with canvas.target(block.link, opened=block.open):
        if block.label_width and label_beside(block.label_width, canvas.room(width)):
            margin = block.label_width + LABEL_GUTTER
            label = _label(canvas, block, block.label_width)
            with canvas.level(margin, first=label):
                _draw_text(canvas, block, width - margin)
        else:
            if block.label:
                canvas.text(block.label, width)
            else:
                canvas.anchor((), len(canvas.lines))
            _draw_text(canvas, block, width)


def _label(canvas: Canvas, block: Entry, width: int) -> list[SetLine]:
    lines = set_flow(canvas.flow(block.label), lambda _line: width)
    canvas.anchor(lines, len(canvas.lines))
    return lines


def _draw_text(canvas: Canvas, block: Entry, width: int) -> None:
    draw_blocks(canvas, block.blocks, width, between=gap_in_item)
    if block.open and block.details:
        inner = min(_DETAILS_INDENT, canvas.room(width) // 8)
        if block.blocks:
            canvas.put()
        with canvas.level(inner):
            draw_blocks(canvas, block.details, width - inner)
