"""Those who act on one server: their apps are kept for some of them, as in a cache, and made again for the others.

Memory that a crowd has taken does not go back to the system: what has been in use at once is what the server takes.
"""

from __future__ import annotations

import asyncio
from contextvars import Context
from heapq import nlargest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_home.doors.ssh.screen.resting import Stillness

_MOST = 24
"""Apps that are kept for who presses a key now and then."""
_STILL = 1.5
"""Seconds without a key or click after which one of too many may rest."""
_TICK, _A_TICK = 0.2, 3
"""Seconds after which one looks again while there are too many, and how many rest then at most: to wake one later costs
about 20 ms."""


class Actors:
    """One server's.

    Args:
        most: How many are left alone.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._all: dict[Stillness, None] = {}
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, one: Stillness) -> None:
        """Heed one more."""
        self._all[one] = None
        self._watch()

    def end(self, one: Stillness) -> None:
        """Heed one less."""
        self._all.pop(one, None)

    def _watch(self) -> None:
        if self._timer is None and len(self._all) > self._most:
            # In no visit's name.
            self._timer = asyncio.get_running_loop().call_later(_TICK, self._look, context=Context())

    def _look(self) -> None:
        self._timer = None
        still = [one for one in self._all if one.ripe >= _STILL]
        for one in nlargest(min(_A_TICK, len(self._all) - self._most), still, key=lambda one: one.ripe):
            one.try_now()
        self._watch()
