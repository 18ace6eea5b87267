"""Blank lines between Blocks: more above a heading than below it, none between what belongs together."""

from __future__ import annotations

from tui_home.model.blocks import Block, Details, Entry, Figure, Heading, ListBlock, Paragraph
from tui_home.model.inline import plain_text
from tui_home.text.width import cell_width

NARROW = 50
"""Below so many cells a label stands above its text, not beside it."""


LABEL_GUTTER = 2
"""Cells between a label and the text beside it."""
_LEAST_BESIDE = 28
_SMALL_SHARE = 6


def label_beside(label_width: int, room: int) -> bool:
    """Return whether a label of `label_width` cells stands beside its text when both have `room` cells.

    On a narrow page only a label that takes a small share of it does: a month, say.
    """
    margin = label_width + LABEL_GUTTER
    return room - margin >= _LEAST_BESIDE and (room >= NARROW or margin * _SMALL_SHARE <= room)


def gap(previous: Block, following: Block, *, width: int = 80) -> int:
    """Return the number of blank lines between two Blocks.

    Args:
        previous: What stands above.
        following: What stands below.
        width: Cells; in a narrow page labels stand above their text, and entries need air sooner.
    """
    if isinstance(following, Heading):
        return _above_heading(previous, following)
    if isinstance(previous, Heading):
        return 0 if previous.level > 2 or isinstance(following, Entry) else 1  # noqa: PLR2004 - h3 and below
    return 0 if type(previous) is type(following) and _stand_close(previous, following, width) else 1


def gap_in_item(previous: Block, following: Block, *, width: int = 80) -> int:
    """Return the blank lines between two Blocks of one item of a tight list."""
    return 0 if isinstance(following, ListBlock) else gap(previous, following, width=width)


def _above_heading(previous: Block, following: Heading) -> int:
    if isinstance(previous, Heading):
        return 1
    return 2 if following.level <= 2 else 1  # noqa: PLR2004 - a part of the page


def _stand_close(previous: Block, following: Block, width: int) -> bool:
    """Return whether two Blocks of one type are lines of a list rather than parts of a text."""
    if isinstance(previous, Entry) and isinstance(following, Entry):
        return _is_one_line(previous, width) and _is_one_line(following, width)
    if isinstance(previous, Details) and isinstance(following, Details):
        return not (previous.open or following.open)
    return isinstance(previous, Figure)


def _is_one_line(entry: Entry, width: int) -> bool:
    """Return whether an Entry is one short text that needs no air round it."""
    stacked = entry.label and entry.label_width and not label_beside(entry.label_width, width)
    if stacked or entry.open or len(entry.blocks) > 1:
        return False
    if not entry.blocks:
        return True
    block = entry.blocks[0]
    if not isinstance(block, Paragraph):
        return False
    text = plain_text(block.spans)
    return "\n" not in text and (width >= NARROW or cell_width(text) <= width)
