"""The same text on a later Page of a section, of which more has been read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_home.layout import Fragment
    from tui_home.pages.page import Page

_MOST_TRIED = 64
"""Fragments that are looked for; what is further away says little about the place."""
_BEGINNING = 2
"""Lines by which two are told apart at once: a badge or a year may stand alone on the first."""


class Following:
    """Finds what was read on a Page on a later one.

    Args:
        page: What was shown.
        later: What is shown in its place, laid out for the same width and Look.
    """

    def __init__(self, page: Page, later: Page) -> None:
        self._page, self._later = page, later
        self._places: dict[str, list[int]] = {}
        """Where the later Fragments are that begin in one way: to compare each with each takes its time."""

    def line_after(self, y: int) -> int:
        """Return the line of the later Page with the text of line `y` of the one before, or the text next to it."""
        page, later = self._page, self._later
        for index in _from_nearest(page, page.fragment_at(y)):
            fragment = page.fragments[index]
            if fragment.lines and (found := self._index(fragment, index)) >= 0:
                return max(0, later.offsets[found] + y - page.offsets[index])
        return min(y, max(0, later.height - 1))

    def _index(self, fragment: Fragment, index: int) -> int:
        fragments = self._later.fragments
        if fragment in fragments[index : index + 1]:
            return index
        if not self._places:
            for place, each in enumerate(fragments):
                self._places.setdefault(_beginning(each), []).append(place)
        return next((place for place in self._places.get(_beginning(fragment), ()) if fragments[place] == fragment), -1)


def _beginning(fragment: Fragment) -> str:
    return "".join(segment.text for line in fragment.lines[:_BEGINNING] for segment in line)


def _from_nearest(page: Page, at: int) -> Iterator[int]:
    """Yield the index of a Fragment, of those below it, and then of those above it."""
    at = max(0, at)
    yield from range(at, min(at + _MOST_TRIED, len(page.fragments)))
    yield from range(at - 1, max(-1, at - 1 - _MOST_TRIED), -1)
