"""When Python looks for garbage: often and a little at a time, since everybody waits for it.

An app is some 4,000 objects, at about a microsecond each for Python's collector: a look at all that a hundred visitors
have would stop everybody for 0.3 to 1.9 s. So whatever has been looked at is not looked at again (`gc.freeze`) while
anybody is there. What was in use then and is garbage later waits for a moment in which nobody is; `dismantling` sees to
it that there is little of it.
"""

from __future__ import annotations

import asyncio
import gc
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


class Garbage:
    """The collector of this process, while it serves.

    Args:
        present: How many visitors there are.
    """

    def __init__(self, present: Callable[[], int]) -> None:
        self._present = present
        self._unseen = False
        """Whether anything may have become garbage that is not looked at any more."""
        self._still = 0

    @asynccontextmanager
    async def kept_low(self) -> AsyncIterator[None]:
        """Look for garbage in this way; what the start made is there to stay."""
        before, was_enabled = gc.get_threshold(), gc.isenabled()
        gc.freeze()
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
        """Look at everything if nobody has been there for a while, and anything may be found."""
        self._still = 0 if self._present() else self._still + 1
        if self._unseen and self._still >= _STILL:
            gc.unfreeze()
            gc.collect()
            self._unseen = False

    def _after(self, phase: str, told: Mapping[str, Any]) -> None:
        """Look no more at what has been looked at: Python calls this before and after each pass."""
        if phase == "stop" and told["generation"] == _ALL:
            gc.freeze()
            self._unseen = True
