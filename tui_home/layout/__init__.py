"""Block, width and Look make a Fragment: how a homepage stands on a terminal. Knows neither Rich nor Textual."""

from __future__ import annotations

from tui_home.layout.engine import WIDEST, layout_block, taken_width
from tui_home.layout.fragment import NO_INK, Anchor, Fragment, Ink, Line, Region, Segment, Target
from tui_home.layout.palettes import DARK_PALETTE, LIGHT_PALETTE, PALETTES
from tui_home.layout.spacing import gap

__all__ = [
    "DARK_PALETTE",
    "LIGHT_PALETTE",
    "NO_INK",
    "PALETTES",
    "WIDEST",
    "Anchor",
    "Fragment",
    "Ink",
    "Line",
    "Region",
    "Segment",
    "Target",
    "gap",
    "layout_block",
    "taken_width",
]
