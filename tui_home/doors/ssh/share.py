"""What one connection has used of what all of them share; no I/O, the clock's time handed in."""

from __future__ import annotations

import math
from collections import deque
from contextvars import Context, ContextVar, copy_context
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio

_LATELY = 1.0
"""Seconds after which what was used counts for a third (1/e)."""
_AT_FIRST = 0.25
"""Seconds that whoever comes is taken to have used before: one who comes again and again is not always next."""
_LEAST = -50.0
"""Its logarithm, where there is next to nothing left of it."""
_LONG = 0.005
"""Seconds of one thing after which it counts for more: n times as long a thing n² times as much."""


class _Account:
    """What was used by all that belongs together."""

    __slots__ = ("rank",)

    def __init__(self, now: float) -> None:
        self.rank = math.log(_AT_FIRST) + now / _LATELY


class Share:
    """One connection's; whoever of several has the least `rank` has used least lately, and is next.

    What was used counts for less and less, as in Unix's schedulers. That is so for all in the same way, so that the
    order of those who wait stays as it is.

    Args:
        now: Seconds of any steady clock, as in every call; infinity for what is done when nobody waits for anything.
    """

    __slots__ = ("_account", "queued", "ready")

    def __init__(self, now: float) -> None:
        self.ready: deque[asyncio.Handle] = deque()
        """What the loop is to do."""
        self.queued = False
        """Whether it stands in the loop's queue."""
        self._account = _Account(now)

    @property
    def rank(self) -> float:
        """The logarithm of the seconds used lately, as it would have been when the clock was at 0."""
        return self._account.rank

    def join(self, other: Share | None) -> None:
        """Let it be theirs from now on whose `other` is: what is used of one is used of both."""
        self._account = other._account if other else _Account(0.0)

    def hold_up(self, seconds: float, now: float) -> None:
        """Heed that it has used the loop for so many `seconds` of processor time at once: all others had to wait."""
        self.use(seconds * max(1.0, seconds / _LONG), now)

    def use(self, seconds: float, now: float) -> None:
        """Heed that it has used so much more."""
        account, passed = self._account, now / _LATELY
        if account.rank != math.inf:
            account.rank = math.log(math.exp(max(_LEAST, account.rank - passed)) + seconds) + passed


_share: ContextVar[Share | None] = ContextVar("share", default=None)


def share_in(context: Context | None = None) -> Share | None:
    """Return whose context that is, or the running one; None where it is nobody's."""
    return _share.get() if context is None else context.get(_share)


def own_context(now: float) -> Context:
    """Return a context with one more Share: whatever is started in it is part of that."""
    context = copy_context()
    context.run(_share.set, Share(now))
    return context
