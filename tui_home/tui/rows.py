"""How the rows of a screen are shared out: where there are few, the page keeps its least and the chrome gives way."""

from __future__ import annotations

from tui_home.model.named import NamedTuple
from tui_home.tui.column import SHORT

LEAST_PAGE = 2
"""Rows of the page that nothing takes away."""
_LEAST_SAID = 2


class Rows(NamedTuple):
    """What there is room for."""

    bar: bool
    page: bool
    rule: bool
    said: int
    """Rows for what is said."""
    footer: bool


def rows_of(height: int, *, bar: int, said: int = 0, typing: bool = False) -> Rows:
    """Share `height` rows out: first to what is typed and to the page's least, then to footer, state line and bar.

    Args:
        height: Rows of the screen.
        bar: Rows that the bar takes when it is shown.
        said: Rows that all of what is said would take.
        typing: Whether there is a line in which words are typed.
    """
    rule = height >= SHORT
    left = max(0, height - LEAST_PAGE - typing - rule)
    footer = left > 0
    left -= footer
    # What is longer than half a screen is read on a screen of its own.
    most = min(left, max(_LEAST_SAID, height // 2))
    return Rows(bar=bar <= left - min(said, most), page=height > typing, rule=rule, said=most, footer=footer)
