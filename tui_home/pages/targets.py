"""The Targets of a Page: those of its Fragments, brought to the page's lines when one is asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

from tui_home.layout import Region, Target

if TYPE_CHECKING:
    from tui_home.pages.page import Page


class Targets(Sequence[Target]):
    """All of one Page in reading order. A section may have tens of thousands, of which one is pointed at.

    Args of the constructor:
        page: The Page.
    """

    def __init__(self, page: Page) -> None:
        self._page = page

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._page.links)

    @overload
    def __getitem__(self, index: int) -> Target: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Target]: ...

    def __getitem__(self, index: int | slice) -> Target | Sequence[Target]:
        """Return one of them, or several."""
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        page = self._page
        at = bisect_right(page.bases, index) - 1
        return _moved(page.fragments[at].targets[index - page.bases[at]], page.offsets[at])

    def __iter__(self) -> Iterator[Target]:
        """Yield them all."""
        for fragment, top in zip(self._page.fragments, self._page.offsets, strict=True):
            for target in fragment.targets:
                yield _moved(target, top)

    def __eq__(self, other: object) -> bool:
        """Say whether the same are meant."""
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(Target.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment] # as of any sequence that is no tuple

    def first_from(self, line: int) -> int:
        """Return the first that begins on `line` of the page or below; how many there are when none does."""
        return bisect_left(self, line, key=lambda target: target.regions[0].line)


def _moved(target: Target, top: int) -> Target:
    regions = tuple(Region(region.line + top, region.start, region.end) for region in target.regions)
    return Target(target.link, regions, target.opened)
