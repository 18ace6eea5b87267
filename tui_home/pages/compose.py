"""Blocks become a Page."""

from __future__ import annotations

from collections.abc import Callable

from tui_home.layout import Fragment, gap, layout_block
from tui_home.model.blocks import Block, Blocks
from tui_home.model.look import Look
from tui_home.pages.page import Page

LayOut = Callable[[Block, int, Look], Fragment]


def compose(section: str, blocks: Blocks, width: int, look: Look, lay_out: LayOut = layout_block) -> Page:
    """Return `blocks` as a Page; a Block of which nothing is to be seen takes no room.

    Args:
        section: The section's id.
        blocks: From the top down.
        width: Cells.
        look: How to draw them.
        lay_out: How a Fragment is made or found.
    """
    fragments: list[Fragment] = []
    offsets: list[int] = []
    height = 0
    previous: Block | None = None
    for block in blocks:
        fragment = lay_out(block, width, look)
        if fragment.lines:
            height += gap(previous, block, width=width) if previous is not None else 0
            previous = block
        fragments.append(fragment)
        offsets.append(height)
        height += len(fragment.lines)
    return Page(section, width, look, tuple(fragments), tuple(offsets), height)
