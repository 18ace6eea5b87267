"""Which of many names in a row are shown where there is no room for all: one stretch of them after the other."""

from __future__ import annotations

from collections.abc import Sequence

from tui_home.model.named import NamedTuple


class Span(NamedTuple):
    """Neighbours in a row."""

    first: int
    end: int
    """The one after the last."""


def together(widths: Sequence[int], current: int, room: int, *, gap: int, more: int) -> Span:
    """Return those that are shown together with `current`; the same ones as long as it is among them.

    Args:
        widths: Cells of each name.
        current: Which of them must be seen.
        room: Cells for all of it.
        gap: Cells between two names.
        more: Cells of the sign that there are more, blank included; one at each end where there are.
    """
    span = Span(0, _end(widths, 0, room, gap=gap, more=more))
    while span.end <= current:
        span = Span(span.end, _end(widths, span.end, room, gap=gap, more=more))
    if span.end < len(widths):
        return span
    # The last ones stand together with as many before them as there is room for.
    first, taken = span.first, sum(widths[span.first :]) + gap * (span.end - span.first - 1)
    while first > 0 and taken + gap + widths[first - 1] + (more if first > 1 else 0) <= room:
        first -= 1
        taken += gap + widths[first]
    return Span(first, span.end)


def _end(widths: Sequence[int], first: int, room: int, *, gap: int, more: int) -> int:
    taken = (more if first else 0) + widths[first]
    end = first + 1
    while end < len(widths) and taken + gap + widths[end] + (more if end + 1 < len(widths) else 0) <= room:
        taken += gap + widths[end]
        end += 1
    return end
