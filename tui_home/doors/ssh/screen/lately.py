"""What was shown lately, and of what sort most of it was: whoever acts next will most likely need that. No I/O."""

from __future__ import annotations

from collections import deque
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_home.doors.ssh.screen.first import Recipe, Sort
    from tui_home.doors.ssh.screen.ready import Kind

_RECENT = 32
"""Screens of which the commonest is heeded."""


class Lately:
    """What was shown last on one server.

    Args:
        most: How many screens are remembered.
    """

    def __init__(self, most: int = _RECENT) -> None:
        self._most = most
        self._shown: deque[Sort] = deque()
        self._counts: dict[Sort, int] = {}
        """Of those; whatever was shown last comes last."""
        self._recipes: dict[Sort, Recipe] = {}
        self._commonest: Sort | None = None

    def __iter__(self) -> Iterator[Sort]:
        return iter(self._counts)

    def __contains__(self, sort: Sort) -> bool:
        return sort in self._counts

    def recipe(self, sort: Sort) -> Recipe:
        """Return what one of them is made of."""
        return self._recipes[sort]

    def heed(self, sort: Sort, recipe: Recipe, before: Kind | None = None) -> None:
        """Heed that somebody is shown this; no longer what they were shown `before`."""
        if before is not None and sort._replace(kind=before) in self._counts:
            self._shown.remove(sort._replace(kind=before))
            self._uncount(sort._replace(kind=before))
        self._shown.append(sort)
        self._counts[sort] = self._counts.pop(sort, 0) + 1
        self._recipes[sort] = recipe
        if len(self._shown) > self._most:
            self._uncount(self._shown.popleft())

    def forget(self, sort: Sort) -> None:
        """Heed that it is shown no more, or cannot be."""
        self._shown = deque(each for each in self._shown if each != sort)
        self._counts.pop(sort, None)
        self._recipes.pop(sort, None)

    def commonest(self) -> Sort | None:
        """Return what was shown most often; of several that which it was before, or the latest."""
        best, most = max(reversed(self._counts.items()), key=itemgetter(1), default=(None, 0))
        if self._commonest is None or most > self._counts.get(self._commonest, 0):
            # Those who come in turn with two kinds of screens do not have each other's let go.
            self._commonest = best
        return self._commonest if self._commonest in self._counts else None

    def _uncount(self, sort: Sort) -> None:
        self._counts[sort] -= 1
        if not self._counts[sort]:
            del self._counts[sort], self._recipes[sort]
