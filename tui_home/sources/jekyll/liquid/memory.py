"""What one reading of a site keeps between the texts whose Liquid it evaluates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

PUBLICATIONS = ("publications", "")
"""The key of the site's own publications."""
_WORK = 3_000_000
"""Steps for all texts of a site together; see `meter`."""

Value = TypeVar("Value")


class Memory:
    """Values made once and then kept: the environment, the site's lists, what was read for them."""

    def __init__(self) -> None:
        self.work = _WORK
        self._kept: dict[object, object] = {}

    def once(self, key: object, make: Callable[[], Value]) -> Value:
        """Return what `make` gave for `key` when it was first asked for."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast("Value", self._kept[key])
