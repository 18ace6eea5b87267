"""Who is told what happens to a connection while they write on it."""

from __future__ import annotations

from contextlib import suppress
from typing import Protocol

from tui_home.doors.ssh.gates import Ticket


class Attendant(Protocol):
    """One session's side of a Wire."""

    def writable_again(self) -> None:
        """Heed that what was untaken has been taken: draw the whole."""

    def ending(self) -> None:
        """Put the visitor's terminal in order, now: we are about to end the connection."""


class Attendants:
    """All of one Wire. One's error does not keep the others from being told."""

    def __init__(self) -> None:
        self._all: dict[Attendant, None] = {}

    def add(self, attendant: Attendant) -> Ticket:
        """Tell `attendant`, too, until the Ticket is given back."""

        def leave(_: Ticket) -> None:
            self._all.pop(attendant, None)

        self._all[attendant] = None
        return Ticket(leave)

    def writable_again(self) -> None:
        """Tell all that drawing may go on."""
        for each in list(self._all):
            with suppress(Exception, SystemExit):
                each.writable_again()

    def ending(self) -> None:
        """Tell all that it is about to be over."""
        for each in list(self._all):
            with suppress(Exception, SystemExit):
                each.ending()

    def clear(self) -> None:
        """Let go of them all."""
        self._all.clear()
