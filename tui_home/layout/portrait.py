"""The monogram that stands where a portrait is missing."""

from __future__ import annotations

from tui_home.layout.canvas import Canvas
from tui_home.layout.fragment import Segment
from tui_home.model.blocks import Portrait
from tui_home.model.inline import Style
from tui_home.text.width import cell_width, drawable


def draw_portrait(canvas: Canvas, block: Portrait, width: int) -> None:
    """Put the letters in a frame."""
    letters = drawable(block.monogram)
    canvas.put((Segment(letters, canvas.inks.of(Style(bold=True, accent=True)), canvas.owner),), cell_width(letters))
