"""The same text on a later Page of a section, of which more has been read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_home.pages.page import Page

_MOST_TRIED = 64
"""Fragments that are looked for; what is further away says little about the place."""


def line_after(page: Page, later: Page, y: int) -> int:
    """Return the line of `later` on which the text of line `y` of `page` stands, or the text next to it.

    Args:
        page: What was shown.
        later: What is shown in its place, laid out for the same width and Look.
        y: A line of `page`.
    """
    for index in _from_nearest(page, page.fragment_at(y)):
        fragment = page.fragments[index]
        if fragment.lines and (found := _index(later, page, index)) >= 0:
            return max(0, later.offsets[found] + y - page.offsets[index])
    return min(y, max(0, later.height - 1))


def _index(later: Page, page: Page, index: int) -> int:
    fragment = page.fragments[index]
    if index < len(later.fragments) and later.fragments[index] is fragment:
        return index
    try:
        return later.fragments.index(fragment)
    except ValueError:
        return -1


def _from_nearest(page: Page, at: int) -> Iterator[int]:
    """Yield the index of a Fragment, of those below it, and then of those above it."""
    at = max(0, at)
    yield from range(at, min(at + _MOST_TRIED, len(page.fragments)))
    yield from range(at - 1, max(-1, at - 1 - _MOST_TRIED), -1)
