"""Headings, paragraphs, quotations, rules, figures and folds."""

from __future__ import annotations

from tui_home.layout.canvas import Canvas, blanks
from tui_home.layout.fragment import Segment
from tui_home.layout.setting import SetLine
from tui_home.layout.stack import draw_blocks
from tui_home.model.blocks import Details, Figure, Heading, Paragraph, Quote, Rule
from tui_home.model.inline import PLAIN, Link, LinkKind, Spans, Style, plain_text
from tui_home.model.look import Depth

_HEADINGS = (Style(bold=True, accent=True), Style(bold=True), Style(bold=True, italic=True), Style(italic=True))
_RULE_CELLS = 20
LEAST = 12
"""Cells of text below which a margin is given up."""


def draw_paragraph(canvas: Canvas, block: Paragraph, width: int) -> None:
    """Put running text."""
    canvas.text(block.spans, width)


def draw_heading(canvas: Canvas, block: Heading, width: int) -> None:
    """Put a heading: weight and space tell its level, and without colours a line below the first two."""
    level = max(1, block.level)
    first = len(canvas.lines)
    canvas.text(block.spans, width, base=_HEADINGS[min(level, len(_HEADINGS)) - 1])
    if level <= 2 and canvas.inks.look.depth is Depth.NONE and len(canvas.lines) > first:  # noqa: PLR2004
        sign = canvas.inks.signs.heavy_rule if level == 1 else canvas.inks.signs.rule
        cells = max(canvas.cells[first:]) - canvas.indent
        canvas.put((Segment(sign * cells, canvas.inks.rule, canvas.owner),), cells)


def draw_quote(canvas: Canvas, block: Quote, width: int) -> None:
    """Put a bar beside the quoted Blocks."""
    if canvas.room(width) < LEAST:
        draw_blocks(canvas, block.blocks, width)
        return
    bar = (Segment(f"{canvas.inks.signs.quote} ", canvas.inks.rule, canvas.owner),)
    with canvas.level(2, bar):
        draw_blocks(canvas, block.blocks, width - 2)


def draw_rule(canvas: Canvas, _block: Rule, width: int) -> None:
    """Put a short line in the middle of the measure."""
    room = canvas.room(width)
    cells = min(_RULE_CELLS, room)
    before = (room - cells) // 2
    line = Segment(canvas.inks.signs.rule * cells, canvas.inks.rule, canvas.owner)
    canvas.put((*blanks(before), line), before + cells)


def draw_figure(canvas: Canvas, block: Figure, width: int) -> None:
    """Put the sign of a figure and its caption, as one Target."""
    with canvas.target(block.link):
        sign = Segment(canvas.inks.signs.figure, canvas.inks.of(Style(accent=True)), canvas.owner)
        _hanging(canvas, sign, block.caption, width)


def draw_details(canvas: Canvas, block: Details, width: int) -> None:
    """Put the summary, a Target that opens and closes, and below it the rest when it is open."""
    label = " ".join(plain_text(block.summary).split()) or "Details"
    signs = canvas.inks.signs
    with canvas.target(Link(LinkKind.DETAILS, label, copy=label, toggles=block.key), opened=block.open):
        ink = canvas.inks.of(Style(accent=True))
        sign = Segment(signs.unfolded if block.open else signs.folded, ink, canvas.owner)
        _hanging(canvas, sign, block.summary, width, Style(bold=True))
    if block.open and block.blocks:
        inner = 2 if canvas.room(width) >= LEAST else 0
        with canvas.level(inner):
            canvas.put()
            draw_blocks(canvas, block.blocks, width - inner)


def _hanging(canvas: Canvas, sign: Segment, spans: Spans, width: int, base: Style = PLAIN) -> None:
    """Put text beside a sign of one cell."""
    margin = 2 if canvas.room(width) >= LEAST else 0
    first = (SetLine((sign,), 1),) if margin else ()
    with canvas.level(margin, first=first):
        canvas.text(spans, width - margin, base=base)
