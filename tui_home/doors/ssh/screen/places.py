"""Leave to act, asked for by one visitor: not for each key when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.doors.ssh.gates import Ticket

if TYPE_CHECKING:
    from tui_home.doors.ssh.service import Newcomer

_AGAIN = 0.5
"""Seconds after which a key asks for a place again when there was none."""


class Places:
    """One visitor's.

    Args:
        who: Who asks.
    """

    def __init__(self, who: Newcomer) -> None:
        self._who = who
        self._full_until = 0.0

    def take(self) -> Ticket | None:
        """Return leave to act, if there is a place for that now."""
        now = self._who.service.clock()
        if now < self._full_until:
            return None
        ticket = self._who.place()
        if isinstance(ticket, Ticket):
            return ticket
        self._full_until = now + _AGAIN
        return None
