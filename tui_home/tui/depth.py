"""Keeps what Textual draws within the number of colours that a visitor's terminal has."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

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


class DepthFilter(LineFilter):
    """Reduces every colour to one depth.

    Rich and Textual remember a style's escape codes whatever the terminal they were first written for. A style of
    only colours of the right depth cannot bring those of another visitor; two filters of one depth are equal, so that
    strips remember what they give.
    """

    def __init__(self, depth: Depth) -> None:
        super().__init__()
        self.depth = depth

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DepthFilter) and other.depth is self.depth

    def __hash__(self) -> int:
        return hash(self.depth)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return `segments` in colours that the terminal has."""
        depth = self.depth
        return [
            Segment(text, style if style is None or _fits(style, depth) else _reduced(style, depth), control)
            for text, style, control in segments
        ]


def _fits(style: Style, depth: Depth) -> bool:
    """Say whether nothing is to be done: so for all that we draw ourselves."""
    return all(
        colour is None or (depth is not Depth.NONE and colour.system <= COLOR_SYSTEMS[depth])
        for colour in (style.color, style.bgcolor)
    )


@lru_cache(maxsize=2048)
def _reduced(style: Style, depth: Depth) -> Style:
    if depth is Depth.NONE:
        return style.without_color + Style.from_meta(style.meta) if style.meta else style.without_color
    system = COLOR_SYSTEMS[depth]
    return style + Style(color=_downgraded(style.color, system), bgcolor=_downgraded(style.bgcolor, system))


def _downgraded(colour: RichColor | None, system: ColorSystem) -> RichColor | None:
    return colour.downgrade(system) if colour else None
