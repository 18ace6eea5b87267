"""How much work one text may cause: counted in steps, so that the same text always gives the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from liquid.exceptions import ResourceLimitError

from tui_home.sources.jekyll.liquid.memory import Memory

_WORK = 300_000
"""Steps for one text; a step takes some microseconds."""
MAX_ITEMS = 10_000
"""Items of a list, turns of a loop."""
MAX_TEXT = 1 << 20
"""Characters of one value."""
MAX_OUTPUT = 2 << 20
"""Bytes that one text becomes."""
_MAX_BITS = 256
_MAX_NODES = 200_000
"""Items of a list and of all lists in it."""
_PENALTY = _WORK // 10
_HOLDERS = (list, tuple, dict)
"""Made once: `list | tuple | dict` would be made anew for each of very many items."""


class ExhaustedError(ResourceLimitError):
    """The text asks for more than any honest one does."""

    def __init__(self, what: str = "") -> None:
        super().__init__(what or "it asks for too much work", token=None)


class Meter:
    """Counts the steps of one text.

    Args:
        memory: The reading's, which counts those of all texts.
    """

    def __init__(self, memory: Memory) -> None:
        self._left = min(_WORK, memory.work)
        self._memory = memory

    def spend(self, steps: int = 1) -> None:
        """Count steps.

        Raises:
            ExhaustedError: There were too many.
        """
        self._left -= steps
        self._memory.work -= steps
        if self._left < 0:
            raise ExhaustedError

    @property
    def exhausted(self) -> bool:
        """Whether nothing more is evaluated."""
        return self._left < 0

    def penalise(self) -> None:
        """Count steps for what was stopped: a text that goes too far again and again is not evaluated any more."""
        self._left -= _PENALTY
        self._memory.work -= _PENALTY

    def touch(self, value: object) -> None:
        """Count the steps that it takes to compare a value or to look for something in it.

        Raises:
            ExhaustedError: The value is too large, or this was too often.
        """
        if isinstance(value, str):
            self.spend(len(value) >> 10)
        elif isinstance(value, list | tuple):
            self.spend(nodes(value) >> 5)

    def weigh(self, value: object) -> None:
        """Count the steps that it takes to go through a value.

        Raises:
            ExhaustedError: The value is too large.
        """
        if isinstance(value, str):
            size = len(value)
            if size > MAX_TEXT:
                raise ExhaustedError("a value grows beyond all bounds")
            self.spend(size >> 8)
        elif isinstance(value, list | tuple | range):
            if (isinstance(value, range) and value.stop - value.start > MAX_ITEMS) or len(value) > MAX_ITEMS:
                raise ExhaustedError("a list grows beyond all bounds")
            self.spend((len(value) >> 1) + (0 if isinstance(value, range) else nodes(value) >> 4))
        elif isinstance(value, int) and value.bit_length() > _MAX_BITS:
            raise ExhaustedError("a number grows beyond all bounds")


def nodes(value: Sequence[object]) -> int:
    """Return how many items a list holds, those of lists in it counted as often as they stand there.

    Raises:
        ExhaustedError: There are too many: a list was put into itself again and again.
    """
    count = 0
    left: list[Collection[object]] = [value]
    while left:
        inner = left.pop()
        items: Collection[object] = inner.values() if isinstance(inner, dict) else inner
        count += len(items)
        if count > _MAX_NODES:
            raise ExhaustedError("a list grows beyond all bounds")
        left += [item for item in items if isinstance(item, _HOLDERS)]
    return count
