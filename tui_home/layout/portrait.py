"""The monogram that stands where a portrait is missing: a ring, or a frame with round corners."""

from __future__ import annotations

from tui_home.layout.canvas import Canvas
from tui_home.layout.fragment import Segment
from tui_home.model.blocks import Portrait
from tui_home.model.inline import Span, Style
from tui_home.text.safe import printable
from tui_home.text.width import cell_width, drawable, graphemes

WIDTH = 15
"""Cells; with seven lines of about twice a cell's width, a circle."""
_RING = (
    "  ⢀⡤⠖⠚⠋⠉⠙⠓⠲⢤⡀",
    " ⡴⠋         ⠙⢦",
    "⣼⠁           ⠈⣧",
    "⡇             ⢸",
    "⢻⡀           ⢀⡟",
    " ⠳⣄         ⣠⠞",
    "  ⠈⠓⠦⢤⣄⣀⣠⡤⠴⠚⠁",
)
_FRAME = ("╭─────────────╮", *["│             │"] * 5, "╰─────────────╯")
_ASCII_RING = (
    "    .-----.",
    "  .'       '.",
    " /           \\",
    "|             |",
    " \\           /",
    "  '.       .'",
    "    '-----'",
)
_ASCII_FRAME = ("+-------------+", *["|             |"] * 5, "+-------------+")
_MIDDLE = 3
_LETTERS = Style(bold=True, accent=True)


def draw_portrait(canvas: Canvas, block: Portrait, width: int) -> None:
    """Put the letters in a ring or a frame, or alone where there is no room; shape, not colour, makes it."""
    letters = _spaced(block.monogram)
    cells = cell_width(letters)
    ink = canvas.inks.of(_LETTERS)
    if canvas.room(width) < WIDTH or cells > WIDTH - 4:
        canvas.text((Span(block.monogram, _LETTERS),), width)
        return
    line_ink = canvas.inks.rule
    for number, row in enumerate(_rows(canvas, block)):
        if number != _MIDDLE:
            canvas.put((Segment(row, line_ink, canvas.owner),), len(row))
            continue
        before = (WIDTH - cells) // 2
        left = Segment(row[:before], line_ink, canvas.owner)
        right = Segment(row[before + cells :], line_ink, canvas.owner)
        canvas.put((left, Segment(letters, ink, canvas.owner), right), WIDTH)
    canvas.anchor((), len(canvas.lines))


def _rows(canvas: Canvas, block: Portrait) -> tuple[str, ...]:
    if canvas.inks.look.unicode:
        return _RING if block.circular else _FRAME
    return _ASCII_RING if block.circular else _ASCII_FRAME


def _spaced(monogram: str) -> str:
    """Return the letters with room between them."""
    return " ".join(cluster for cluster, cells in graphemes(drawable(printable(monogram))) if cells and cluster.strip())
