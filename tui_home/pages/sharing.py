"""Equal parts of Fragments, kept once: in most widths and Looks most lines, and where they stand, are the same."""

from __future__ import annotations

from typing import TypeVar

from tui_home.layout import Fragment

T = TypeVar("T")
_MOST = 4096
"""Parts that are known at a time; some 2 MiB of them, if none is part of anything any more."""


class Sharing:
    """Those of one cache."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[object, object] = {}

    def shared(self, fragment: Fragment) -> Fragment:
        """Return the same, made of parts that are known where there are any."""
        lines = tuple(self._known_as(line) for line in fragment.lines)
        return Fragment(lines, self._known_as(fragment.targets), self._known_as(fragment.anchors))

    def clear(self) -> None:
        """Know none."""
        self._known.clear()

    def _known_as(self, part: T) -> T:
        if len(self._known) >= _MOST:
            self._known.clear()
        return self._known.setdefault(part, part)  # type: ignore[return-value] # what is equal is of one kind
