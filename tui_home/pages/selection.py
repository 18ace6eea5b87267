"""Text taken off a Page by lines and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.layout import Line
from tui_home.text.width import cell_width, graphemes

if TYPE_CHECKING:
    from tui_home.pages.page import Page


def text(page: Page, first: tuple[int, int], last: tuple[int, int]) -> str:
    """Return the text between two places (line, cell), without trailing blanks."""
    (top, left), (bottom, right) = sorted((first, last))
    lines = []
    for y in range(max(0, top), min(bottom, page.height - 1) + 1):
        start = left if y == top else 0
        lines.append(cut(page.line(y), start, right if y == bottom else None).rstrip())
    return "\n".join(lines)


def cut(line: Line, start: int, end: int | None) -> str:
    """Return the text of `line` from cell `start` to before cell `end`; a wide character counts by its first cell."""
    whole = "".join(segment.text for segment in line)
    cells = cell_width(whole)
    if cells == len(whole):
        return whole[start:end]
    if start <= 0 and (end is None or end >= cells):
        return whole
    taken: list[str] = []
    column = 0
    for cluster, width in graphemes(whole):
        if end is not None and column >= end:
            break
        if column >= start or (not width and taken):
            taken.append(cluster)
        column += width
    return "".join(taken)
