"""Where the cursor goes: from what can be seen, in reading order, round and round."""

from __future__ import annotations

from tui_home.layout.fragment import Target
from tui_home.model.inline import Link, LinkKind
from tui_home.pages import Page

CONTEXT = 2
"""Lines that are shown above and below the cursor where there is room."""


def extent(target: Target) -> tuple[int, int]:
    """Return a Target's first line, and the one after its last."""
    return target.regions[0].line, target.regions[-1].line + 1


def is_visible(target: Target, top: int, bottom: int) -> bool:
    """Say whether any line of `target` lies within the lines `top` to before `bottom`."""
    first, end = extent(target)
    return first < bottom and end > top


def next_target(page: Page, cursor: int | None, direction: int, top: int, bottom: int) -> int | None:
    """Return the Target after (`direction` 1) or before (-1) the cursor; None when the page has none.

    A cursor that has been scrolled out of sight is forgotten: the first (or last) Target that can be seen comes next,
    or else the nearest one in that direction.
    """
    targets = page.targets
    if not targets:
        return None
    if cursor is not None and is_visible(targets[cursor], top, bottom):
        return (cursor + direction) % len(targets)
    if direction > 0:
        return targets.first_from(top) % len(targets)
    return (targets.first_from(bottom) or len(targets)) - 1


def scrolled_to(extent_: tuple[int, int], top: int, height: int, whole: int) -> int:
    """Return the first line to show so that the lines of `extent_` are seen, scrolling as little as that takes.

    Args:
        extent_: First line, and the one after the last.
        top: The first line that is shown now.
        height: How many lines are shown.
        whole: How many there are.
    """
    first, end = extent_
    context = min(CONTEXT, max(0, (height - (end - first)) // 2))
    first, end = max(0, first - context), min(whole, end + context)
    if end > top + height:
        top = end - height
    return max(0, min(top, first))


def bibtex_at(page: Page, cursor: int) -> Link | None:
    """Return the Link that copies the BibTeX of the paper that the Target at `cursor` is or belongs to; else None."""
    paper = _paper_at(page, cursor)
    if paper < 0:
        return None
    link, (_, end) = page.links[paper], extent(page.targets[paper])
    within = page.links[paper + 1 : page.targets.first_from(end)]
    same = (each for each in within if each.kind is LinkKind.BIBTEX and each.bibtex == link.bibtex)
    return next(same, link)


def _paper_at(page: Page, cursor: int) -> int:
    """Return the Target with BibTeX that contains the one at `cursor`, or is it; -1 for none."""
    first, end = extent(page.targets[cursor])
    for index in range(cursor, -1, -1):
        if page.links[index].bibtex:
            above, below = extent(page.targets[index])
            if above <= first and end <= below:
                return index
    return -1
