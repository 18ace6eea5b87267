"""The reading place: what stands on a line, said so that it is found again in another width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.layout import Anchor, Fragment, Region
from tui_home.model.named import NamedTuple
from tui_home.pages.selection import cut

if TYPE_CHECKING:
    from tui_home.pages.page import Page


class Place(NamedTuple):
    """A place in the text, independent of the width."""

    fragment: int = 0
    """Index of the Fragment."""
    anchor: int = -1
    """Index of the Anchor in it; -1 for the Fragment's first line."""
    characters: int = 0
    """Characters other than blanks between the Anchor and the place."""
    above: int = 0
    """Lines without text that stand between the place and its text; below zero when no text follows the place."""


TOP = Place()


def place_at(page: Page, y: int) -> Place:
    """Return the Place of line `y`: the text on it, or else the next text below."""
    if y <= 0:
        return TOP
    at = max(0, page.fragment_at(y))
    for index in range(at, len(page.fragments)):
        found = _first_below(page.fragments[index], y - page.offsets[index])
        if found:
            return _place(page, index, found, y)
    for index in range(min(at, len(page.fragments) - 1), -1, -1):
        found = _last(page.fragments[index])
        if found:
            return _place(page, index, found, y)
    return Place(above=-y)


def line_of(page: Page, place: Place) -> int:
    """Return the line on which `place` stands, 0 to `page.height` - 1."""
    y = min(_line_of_text(page, place) + max(0, -place.above), max(0, page.height - 1))
    for _ in range(place.above):
        if y == 0 or _has_text(page, y - 1):
            break
        y -= 1
    return y


def _line_of_text(page: Page, place: Place) -> int:
    if not 0 <= place.fragment < len(page.fragments):
        return 0
    fragment, top = page.fragments[place.fragment], page.offsets[place.fragment]
    if not 0 <= place.anchor < len(fragment.anchors):
        return top
    anchor = fragment.anchors[place.anchor]
    return top + _line_in(fragment, anchor, place.characters) if anchor.regions else top


def _place(page: Page, index: int, found: tuple[int, Region], y: int) -> Place:
    number, region = found
    fragment = page.fragments[index]
    before = _before(fragment, fragment.anchors[number], region)
    return Place(index, number, before, page.offsets[index] + region.line - y)


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


def _last(fragment: Fragment) -> tuple[int, Region] | None:
    """Return the last text of a Fragment."""
    texts = [(number, anchor.regions[-1]) for number, anchor in enumerate(fragment.anchors) if anchor.regions]
    return max(texts, key=lambda text: text[1].line, default=None)


def _before(fragment: Fragment, anchor: Anchor, until: Region) -> int:
    total = 0
    for region in anchor.regions:
        if region is until:
            break
        total += _characters(fragment, region)
    return total


def _characters(fragment: Fragment, region: Region) -> int:
    text = cut(fragment.lines[region.line], region.start, region.end)
    return sum(map(len, text.split()))


def _has_text(page: Page, y: int) -> bool:
    index = page.fragment_at(y)
    if index < 0:
        return False
    at = y - page.offsets[index]
    return any(region.line == at for anchor in page.fragments[index].anchors for region in anchor.regions)
