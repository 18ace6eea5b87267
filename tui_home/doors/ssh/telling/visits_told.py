"""Which visits have lines of their own in the log: all, in normal life; of a flood the first, so that no disk fills."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_home.doors.ssh.addresses import Address, buckets
from tui_home.doors.ssh.counts import PerMinute
from tui_home.doors.ssh.rates import Allowance

if TYPE_CHECKING:
    from tui_home.doors.ssh.limits import Limits

_MINUTE = 60.0


class VisitsTold:
    """Decides at the start of a visit, for its end as well.

    From one address as many a minute as may connect from there; of all together `max_logged_visits`.
    One connection may ask for many things in a row, so that the gates let more visits in than that.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        narrow, wide = limits.rate_per_address, limits.rate_per_network
        self._from_address = PerMinute({"4": narrow, "6/64": narrow, "6/48": wide}, limits.address_table)
        self._in_all = Allowance(limits.max_logged_visits, limits.max_logged_visits / _MINUTE, clock())
        self._clock = clock
        self._present: set[int] = set()

    def begin(self, number: int, address: Address) -> bool:
        """Return whether the visit of that number is told."""
        counted, now = buckets(address), self._clock()
        if not (self._in_all.has(1, now) and self._from_address.open(counted, now)):
            return False
        self._in_all.take(1, now)
        self._from_address.enter(counted, now)
        self._present.add(number)
        return True

    def end(self, number: int) -> bool:
        """Return whether it was told that this visit began."""
        told = number in self._present
        self._present.discard(number)
        return told
