"""Keeps what Textual draws within the number of colours that a visitor's terminal has."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color as RichColor
from rich.color import ColorSystem, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

from tui_home.layout.colours import hex_of, reduced
from tui_home.model.look import Depth

if TYPE_CHECKING:
    from textual.color import Color

COLOR_SYSTEMS = {
    Depth.NONE: ColorSystem.STANDARD,
    Depth.EIGHT: ColorSystem.STANDARD,
    Depth.ANSI: ColorSystem.STANDARD,
    Depth.EIGHT_BIT: ColorSystem.EIGHT_BIT,
    Depth.TRUECOLOR: ColorSystem.TRUECOLOR,
}
_BRIGHT = 8
"""The first of the bright colours."""
_NOT_DIM = Style(dim=False)


class DepthFilter(LineFilter):
    """Reduces every colour to one depth, and makes nothing faint where that cannot be read.

    Rich and Textual remember a style's escape codes whatever the terminal they were first written for. A style of
    only colours of the right depth cannot bring those of another visitor; two filters of one depth are equal, so that
    strips remember what they give.
    """

    def __init__(self, depth: Depth, *, dim: bool = True) -> None:
        super().__init__()
        self.depth = depth
        self.dim = dim

    @property
    def idle(self) -> bool:
        """Whether it leaves everything as it is."""
        return self.depth is Depth.TRUECOLOR and self.dim

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DepthFilter) and (other.depth, other.dim) == (self.depth, self.dim)

    def __hash__(self) -> int:
        return hash((self.depth, self.dim))

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return `segments` in colours that the terminal has."""
        depth, dim = self.depth, self.dim
        return [
            Segment(text, style if style is None or _fits(style, depth, dim) else _reduced(style, depth, dim), control)
            for text, style, control in segments
        ]


def _fits(style: Style, depth: Depth, dim: bool) -> bool:  # noqa: FBT001 - it is called for every segment
    """Say whether nothing is to be done: so for all that we draw ourselves."""
    return (dim or not style.dim) and _has(style.color, depth) and _has(style.bgcolor, depth)


def _has(colour: RichColor | None, depth: Depth) -> bool:
    if colour is None:
        return True
    if depth is Depth.EIGHT and colour.type is not ColorType.DEFAULT:
        return colour.number is not None and colour.number < _BRIGHT
    return depth is not Depth.NONE and colour.system <= COLOR_SYSTEMS[depth]


@lru_cache(maxsize=2048)
def _reduced(style: Style, depth: Depth, dim: bool) -> Style:  # noqa: FBT001 - it is called for every segment
    if depth is Depth.NONE:
        made = style.without_color + Style.from_meta(style.meta) if style.meta else style.without_color
    else:
        made = style + Style(color=_downgraded(style.color, depth), bgcolor=_downgraded(style.bgcolor, depth))
    return made if dim else made + _NOT_DIM


def _downgraded(colour: RichColor | None, depth: Depth) -> RichColor | None:
    if colour is None or _has(colour, depth):
        return colour
    if colour.type is ColorType.STANDARD and colour.number is not None:
        return RichColor.from_ansi(colour.number % _BRIGHT)
    shade = colour.triplet.hex if colour.triplet else hex_of(colour.number or 0)
    return RichColor.parse(reduced(shade, depth))
