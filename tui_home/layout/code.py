"""Code: never rewrapped, in colours where there are any."""

from __future__ import annotations

from tui_home.layout.canvas import Canvas, blanks
from tui_home.layout.flow import Flow
from tui_home.layout.fragment import Ink, Segment
from tui_home.layout.highlight import code_lines
from tui_home.layout.setting import SetLine, set_cuts
from tui_home.layout.wrap import cut_hard
from tui_home.model.blocks import CodeBlock

_INDENT = 2
_LEAST_CONTINUED = 12


def draw_code(canvas: Canvas, block: CodeBlock, width: int) -> None:
    """Put code, set in by two cells, on the surface where there is one; what is too long goes on below."""
    room = canvas.room(width)
    surface = canvas.inks.surface
    indent = _INDENT if room > 4 * _INDENT else 0
    # On both sides even without a surface: one that a late answer brings moves no line.
    inner = room - 2 * indent
    continued = Segment(f"{canvas.inks.signs.continued} ", Ink(canvas.inks.muted, surface), canvas.owner)
    lines = [line for flow in code_lines(block, canvas.inks, canvas.owner) for line in _set(flow, inner, continued)]
    widest = max((line.cells for line in lines), default=0) + 2 * indent
    background = Ink(background=surface) if surface else Ink()
    with canvas.level(indent, blanks(indent, background)):
        canvas.anchor(lines, len(canvas.lines))
        for line in lines:
            rest = blanks(widest - indent - line.cells, background) if surface else ()
            canvas.put((*line.segments, *rest), widest - indent if surface else line.cells)


def _set(flow: Flow, width: int, continued: Segment) -> list[SetLine]:
    """Return one line of code as one or more lines; all but the first begin with the sign that says so."""
    margin = len(continued.text) if width > _LEAST_CONTINUED else 0
    lines = set_cuts(flow, cut_hard(flow.text, width, width - margin, simple=flow.simple))
    if not margin:
        return lines
    rest = (line._replace(segments=(continued, *line.segments), cells=line.cells + margin) for line in lines[1:])
    return [*lines[:1], *rest]
