"""The monogram that stands where a portrait is missing: a ring, or a frame with round corners; large or small."""

from __future__ import annotations

from tui_home.layout.canvas import Canvas
from tui_home.layout.fragment import Segment
from tui_home.layout.signs import UNICODE_SIGNS
from tui_home.layout.spelling import spelt_signs
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
SMALL_WIDTH = 7
"""Cells of the small one, for narrow pages."""
_SMALL_RING = (" ╭───╮", "│     │", " ╰───╯")
_SMALL_FRAME = ("╭─────╮", "│     │", "╰─────╯")
_ASCII_SMALL_RING = (" .---.", "(     )", " '---'")
_ASCII_SMALL_FRAME = ("+-----+", "|     |", "+-----+")
_SHAPES = ((_ASCII_FRAME, _ASCII_RING), (_FRAME, _RING))
_SHAPES_SMALL = ((_ASCII_SMALL_FRAME, _ASCII_SMALL_RING), (_SMALL_FRAME, _SMALL_RING))
"""By whether there is Unicode, and whether it is a ring."""
_LETTERS = Style(bold=True, accent=True)
_LEAST_MARGIN = 1
"""Cells on each side of the letters: the line itself."""


def draw_portrait(canvas: Canvas, block: Portrait, width: int) -> None:
    """Put the letters in a ring or a frame, or alone where there is no room; shape, not colour, makes it."""
    letters = _spaced(spelt_signs(block.monogram, canvas.inks.look))
    cells = cell_width(letters)
    ink = canvas.inks.of(_LETTERS)
    whole = WIDTH if canvas.room(width) >= WIDTH else SMALL_WIDTH
    if canvas.room(width) < whole or cells > whole - _LEAST_MARGIN * 2:
        canvas.text((Span(block.monogram, _LETTERS),), width)
        return
    line_ink = canvas.inks.rule
    rows = _rows(block, unicode=canvas.inks.signs is UNICODE_SIGNS, small=whole == SMALL_WIDTH)
    for number, row in enumerate(rows):
        if number != len(rows) // 2:
            canvas.put((Segment(row, line_ink, canvas.owner),), len(row))
            continue
        before = (whole - cells) // 2
        left = Segment(row[:before], line_ink, canvas.owner)
        right = Segment(row[before + cells :], line_ink, canvas.owner)
        canvas.put((left, Segment(letters, ink, canvas.owner), right), whole)
    canvas.anchor((), len(canvas.lines))


def _rows(block: Portrait, *, unicode: bool, small: bool) -> tuple[str, ...]:
    if small:
        return _SHAPES_SMALL[unicode][block.circular]
    return _SHAPES[unicode][block.circular]


def _spaced(monogram: str) -> str:
    """Return the letters with room between them."""
    return " ".join(cluster for cluster, cells in graphemes(drawable(printable(monogram))) if cells and cluster.strip())
