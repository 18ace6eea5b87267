"""The reading place: what stands on a line, said so that it is found again in another width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_home.layout import Anchor, Fragment, Region
from tui_home.pages.selection import cut

if TYPE_CHECKING:
    from tui_home.pages.page import Page


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text, independent of the width."""

    fragment: int = 0
    """Index of the Fragment."""
    anchor: int = -1
    """Index of the Anchor in it; -1 for the Fragment's first line."""
    characters: int = 0
    """Characters other than blanks between the Anchor and the place."""
    above: int = 0
    """Lines without text that stand between the place and its text."""


TOP = Place()


def place_at(page: Page, y: int) -> Place:
    """Return the Place of line `y`: the text on it, or else the next text below."""
    if y <= 0:
        return TOP
    index = max(0, page.fragment_at(y))
    while index < len(page.fragments):
        found = _first_below(page.fragments[index], y - page.offsets[index])
        if found:
            number, region = found
            before = _before(page.fragments[index], page.fragments[index].anchors[number], region)
            return Place(index, number, before, max(0, page.offsets[index] + region.line - y))
        index += 1
    last = len(page.fragments) - 1
    return Place(last, -1, 0, 0) if last >= 0 else TOP


def line_of(page: Page, place: Place) -> int:
    """Return the line on which `place` stands, 0 to `page.height` - 1."""
    if not 0 <= place.fragment < len(page.fragments):
        return 0
    fragment, top = page.fragments[place.fragment], page.offsets[place.fragment]
    if not 0 <= place.anchor < len(fragment.anchors):
        return top
    anchor = fragment.anchors[place.anchor]
    if not anchor.regions:
        return top
    y = top + _line_in(fragment, anchor, place.characters)
    for _ in range(place.above):
        if y == 0 or _has_text(page, y - 1):
            break
        y -= 1
    return y


def _line_in(fragment: Fragment, anchor: Anchor, characters: int) -> int:
    passed = 0
    for region in anchor.regions:
        passed += _characters(fragment, region)
        if passed > characters:
            return region.line
    return anchor.regions[-1].line


def _first_below(fragment: Fragment, y: int) -> tuple[int, Region] | None:
    """Return the first text on line `y` of a Fragment or below; of several on a line the one that comes first."""
    best: tuple[int, Region] | None = None
    for number, anchor in enumerate(fragment.anchors):
        if not anchor.regions or anchor.regions[-1].line < y:
            continue
        region = next(region for region in anchor.regions if region.line >= y)
        if best is None or region.line < best[1].line:
            best = number, region
    return best


def _before(fragment: Fragment, anchor: Anchor, until: Region) -> int:
    total = 0
    for region in anchor.regions:
        if region is until:
            break
        total += _characters(fragment, region)
    return total


def _characters(fragment: Fragment, region: Region) -> int:
    text = cut(fragment.lines[region.line], region.start, region.end)
    return sum(not character.isspace() for character in text)


def _has_text(page: Page, y: int) -> bool:
    index = page.fragment_at(y)
    if index < 0:
        return False
    at = y - page.offsets[index]
    return any(region.line == at for anchor in page.fragments[index].anchors for region in anchor.regions)
