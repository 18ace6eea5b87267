"""Who is told whenever there is something later to show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Followers(Generic[T]):
    """Those who follow one thing; false while there are none."""

    def __init__(self) -> None:
        self._all: dict[object, Callable[[T], None]] = {}

    def __bool__(self) -> bool:
        return bool(self._all)

    def add(self, heed: Callable[[T], None]) -> Callable[[], None]:
        """Have `heed` called with whatever comes later; call what is returned to have it no longer."""
        key = object()
        self._all[key] = heed

        def leave() -> None:
            self._all.pop(key, None)

        return leave

    def tell(self, later: T) -> None:
        """Call them all with `later`."""
        for heed in tuple(self._all.values()):
            heed(later)
