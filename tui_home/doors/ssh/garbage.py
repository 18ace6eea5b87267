"""When Python looks for garbage: often and a little at a time, since everybody waits for it.

Who acts has some 1,300 objects, at a microsecond or more each for Python's collector: a look at all of a hundred of
them would stop everybody for 0.1 to 0.6 s. So whatever has been looked at is not looked at again (`gc.freeze`) while
anybody is there. What was in use then and is garbage later waits for a moment in which nobody is; `dismantling` and
`weakly` see to it that there is little of it. Where somebody is always there, everything is looked at when there has
become much more of it than visitors explain: after thousands of visits.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

PASSES = (2000, 5, 4)
"""How many more objects there are than at the last look, and how many such looks, until older ones are looked at, too:
at most about 40,000 objects at a time."""
_ALL = 2
_LOOK_EVERY = 1.0
"""Seconds."""
_STILL = 2
"""Looks for which nobody may have been there before everything is looked at, which takes some 0.3 s."""
_VISITORS = 3_000
"""Python's blocks of memory that one who is there may have: some 1,900 if they act, 500 if they look."""
_MOST = 250_000
"""How many more blocks there may be, some 20 MiB, until everything is looked at whoever is there."""
_SELDOM = 60
"""Looks between two such times, at least: everybody waits for some 0.3 s."""


def giving_back() -> Callable[[], object]:
    """Return what has the C library give free memory back to the system (malloc_trim(3)); glibc's can, others do."""
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return lambda: None
    return lambda: trim(0)


class Garbage:
    """The collector of this process, while it serves.

    Args:
        present: How many visitors there are.
        give_back: Gives free memory back to the system, in a few milliseconds.
    """

    def __init__(self, present: Callable[[], int], give_back: Callable[[], object] | None = None) -> None:
        self._present = present
        self._give_back = give_back or giving_back()
        self._unseen = False
        """Whether anything may have become garbage that is not looked at any more."""
        self._still = 0
        self._since = 0
        """Looks since everything was looked at."""
        self._needed = 0
        """Blocks in use then, without those of visitors."""

    @asynccontextmanager
    async def kept_low(self) -> AsyncIterator[None]:
        """Look for garbage in this way; what the start made is there to stay."""
        before, was_enabled = gc.get_threshold(), gc.isenabled()
        gc.freeze()
        self._needed = self._used()
        gc.callbacks.append(self._after)
        gc.set_threshold(*PASSES)
        gc.enable()
        looks = asyncio.create_task(self._look_around())
        try:
            yield
        finally:
            looks.cancel()
            gc.callbacks.remove(self._after)
            gc.set_threshold(*before)
            gc.unfreeze()
            if not was_enabled:
                gc.disable()

    async def _look_around(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            self.look_around()

    def look_around(self) -> None:
        """Look at everything if nobody has been there for a while, or too much is in use, and anything may be found."""
        self._still = 0 if self._present() else self._still + 1
        self._since += 1
        if self._unseen and (self._still >= _STILL or self._is_too_much()):
            gc.unfreeze()
            gc.collect()
            self._unseen = False
            self._since, self._needed = 0, self._used()
        if self._still == _STILL:
            self._give_back()

    def _is_too_much(self) -> bool:
        return self._since >= _SELDOM and self._used() > self._needed + _MOST

    def _used(self) -> int:
        return sys.getallocatedblocks() - _VISITORS * self._present()

    def _after(self, phase: str, told: Mapping[str, Any]) -> None:
        """Look no more at what has been looked at: Python calls this before and after each pass."""
        if phase == "stop" and told["generation"] == _ALL:
            gc.freeze()
            self._unseen = True
