"""Lists: signs in a column of their own, text hanging beside them."""

from __future__ import annotations

from tui_home.layout.canvas import Canvas
from tui_home.layout.fragment import Segment
from tui_home.layout.prose import LEAST
from tui_home.layout.setting import SetLine
from tui_home.layout.spacing import gap_in_item
from tui_home.layout.spelling import spelt_signs
from tui_home.layout.stack import draw_blocks
from tui_home.model.blocks import ListBlock, ListItem
from tui_home.model.inline import Span, Style
from tui_home.text.safe import printable
from tui_home.text.width import cell_width, drawable

_WIDEST_SPELT = 4
"""Cells; an emoji spelt in a word is wider, and a bullet says as much."""


def draw_list(canvas: Canvas, block: ListBlock, width: int) -> None:
    """Put a list; its items stand close when it is tight."""
    canvas.lists += 1
    markers = [_marker(canvas, block, number) for number in range(len(block.items))]
    margin = max((cell_width(marker) for marker in markers), default=0) + 1
    if canvas.room(width) - margin < min(LEAST, margin + 2):
        margin = 0
    for number, item in enumerate(block.items):
        if number and not block.tight:
            canvas.put()
        _draw_item(canvas, item, _set_marker(canvas, block, markers[number], margin), (width, margin))
    canvas.lists -= 1


def _draw_item(canvas: Canvas, item: ListItem, marker: SetLine, widths: tuple[int, int]) -> None:
    width, margin = widths
    if not margin and item.marker:
        canvas.text((Span(item.marker),), width)
        canvas.anchors.pop()  # a sign is no text to find or to return to
    with canvas.level(margin, first=(marker,) if margin else ()):
        draw_blocks(canvas, item.blocks, width - margin, between=gap_in_item)


def _marker(canvas: Canvas, block: ListBlock, number: int) -> str:
    signs = canvas.inks.signs
    item = block.items[number]
    if item.marker:
        marker = drawable(printable(spelt_signs(item.marker, canvas.inks.look)))
        if item.marker.isascii() or cell_width(marker) <= _WIDEST_SPELT:
            return marker
    if item.checked is not None:
        return signs.done if item.checked else signs.open_task
    if block.ordered:
        return f"{block.start + number}."
    return signs.bullets[canvas.lists % len(signs.bullets)]


def _set_marker(canvas: Canvas, block: ListBlock, marker: str, margin: int) -> SetLine:
    ink = canvas.inks.of(Style(muted=True))
    before = max(0, margin - 1 - cell_width(marker)) if block.ordered else 0
    return SetLine((Segment(" " * before + marker, ink, canvas.owner),), before + cell_width(marker))
