"""What is laid over the lines of a Page: the cursor, what find has found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui_home.layout.fragment import Region, Target
from tui_home.model.record import record
from tui_home.pages import Matches, Page
from tui_home.text.width import cell_width
from tui_home.tui.ink import CURRENT, FOCUSED, FOUND
from tui_home.tui.strips import restyled

if TYPE_CHECKING:
    from textual.strip import Strip

_NOWHERE: Mapping[int, list[Region]] = MappingProxyType({})


@record
class Marks:
    """Regions by line."""

    at_cursor: frozenset[int] = frozenset()
    """Lines with the cursor's sign beside them."""
    focused: Mapping[int, list[Region]] = _NOWHERE
    found: Matches | None = None
    current: Mapping[int, list[Region]] = _NOWHERE

    def any_on(self, line: int) -> bool:
        """Say whether anything is marked on `line`, or beside it."""
        if line in self.at_cursor or line in self.focused or line in self.current:
            return True
        return self.found is not None and next(iter(self.found.on(line)), None) is not None

    def on(self, strip: Strip, line: int) -> Strip:
        """Return `strip`, which is `line` of the page, with what is marked on it."""
        found = self.found.on(line) if self.found else ()
        marked = ((self.focused.get(line, ()), FOCUSED), (found, FOUND), (self.current.get(line, ()), CURRENT))
        for regions, style in marked:
            for region in regions:
                strip = restyled(strip, region.start, region.end, style)
        return strip


def marks_of(page: Page, cursor: int | None, matches: Matches, match: int | None) -> Marks:
    """Return what is marked on `page`.

    Args:
        page: The page.
        cursor: Index of the Target at the cursor.
        matches: What find has found.
        match: Index of the match that find stands at.
    """
    target = page.targets[cursor] if cursor is not None else None
    current = matches[match].regions if match is not None else ()
    return Marks(
        frozenset(region.line for region in target.regions) if target else frozenset(),
        # An entry that has its lines for itself is marked by the sign beside them; reversing all of it would be loud.
        _by_line(target.regions) if target and not _has_its_lines(page, target) else {},
        matches,
        _by_line(current),
    )


def _by_line(regions: Iterable[Region]) -> dict[int, list[Region]]:
    by_line: dict[int, list[Region]] = {}
    for region in regions:
        by_line.setdefault(region.line, []).append(region)
    return by_line


def _has_its_lines(page: Page, target: Target) -> bool:
    return all(_covers(page, line, regions) for line, regions in _by_line(target.regions).items())


def _covers(page: Page, line: int, regions: list[Region]) -> bool:
    text = "".join(segment.text for segment in page.line(line))
    start = cell_width(text) - cell_width(text.lstrip())
    first, end = min(region.start for region in regions), max(region.end for region in regions)
    return first <= start and end >= cell_width(text.rstrip())
