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


def line_after(page: Page, later: Page, y: int) -> int:
    """Return the line of `later` on which the text of line `y` of `page` stands, or the text next to it.

    Args:
        page: What was shown.
        later: What is shown in its place, laid out for the same width and Look.
        y: A line of `page`.
    """
    places: dict[str, list[int]] = {}
    for index in _from_nearest(page, page.fragment_at(y)):
        fragment = page.fragments[index]
        if not fragment.lines:
            continue
        if fragment in later.fragments[index : index + 1]:
            found = index
        else:
            places = places or _by_beginning(later)
            there = places.get(_beginning(fragment), ())
            found = next((place for place in there if later.fragments[place] == fragment), -1)
        if found >= 0:
            return max(0, later.offsets[found] + y - page.offsets[index])
    return min(y, max(0, later.height - 1))


def _by_beginning(page: Page) -> dict[str, list[int]]:
    """Return where the Fragments are that begin in one way: to compare each with each takes its time."""
    places: dict[str, list[int]] = {}
    for index, fragment in enumerate(page.fragments):
        places.setdefault(_beginning(fragment), []).append(index)
    return places


def _beginning(fragment: Fragment) -> str:
    return "".join(segment.text for line in fragment.lines[:_BEGINNING] for segment in line)


def _from_nearest(page: Page, at: int) -> Iterator[int]:
    """Yield the index of a Fragment, of those below it, and then of those above it."""
    at = max(0, at)
    yield from range(at, min(at + _MOST_TRIED, len(page.fragments)))
    yield from range(at - 1, max(-1, at - 1 - _MOST_TRIED), -1)
