"""How much work one text may cause: counted in steps, so that the same text always gives the same."""

from __future__ import annotations

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
            self.spend(len(value) >> 1)
        elif isinstance(value, int) and value.bit_length() > _MAX_BITS:
            raise ExhaustedError("a number grows beyond all bounds")
