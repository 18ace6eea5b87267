"""Textual's Selections on the lines of a Page; their columns are characters, from the text's first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.pages import Page
from tui_home.text.width import cell_width

if TYPE_CHECKING:
    from textual.selection import Selection


def selected_cells(selection: Selection, line: int, text: str) -> tuple[int, int] | None:
    """Return the first cell of `text` that is selected, and the one after the last; None for none."""
    span = selection.get_span(line)
    if span is None:
        return None
    start, end = max(0, span[0]), len(text) if span[1] < 0 else span[1]
    cells = cell_width(text[:start]), cell_width(text[:end])
    return cells if cells[0] < cells[1] else None


def selected_text(page: Page, selection: Selection) -> str:
    """Return what is selected, line by line as on the screen, without trailing blanks."""
    first = max(0, selection.start.y) if selection.start else 0
    last = min(page.height - 1, selection.end.y) if selection.end else page.height - 1
    lines = []
    for line in range(first, last + 1):
        text = "".join(segment.text for segment in page.line(line))
        start = max(0, selection.start.x) if selection.start and line == selection.start.y else 0
        end = max(0, selection.end.x) if selection.end and line == selection.end.y else len(text)
        lines.append(text[start:end].rstrip())
    return "\n".join(lines)
