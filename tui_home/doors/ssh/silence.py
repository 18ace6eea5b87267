"""Whether a client that says nothing may still be there; no I/O, the clock's time handed in."""

from __future__ import annotations

from dataclasses import dataclass

UNANSWERED = 3
"""Questions whether the client is still there that may go unanswered: with the next interval that is over it is not."""


@dataclass(slots=True)
class Silence:
    """One client's. Whatever comes is an answer: who types is there."""

    interval: float
    """Seconds of silence after which it is asked, and asked again."""
    since: float
    """When something came, or it was asked, last; seconds of any steady clock, as in every call."""
    received: int = 0
    """Bytes that had come by then."""
    asked: int = 0
    """How often it has been asked since something came."""

    def is_long(self, received: int, now: float) -> bool:
        """Heed that so many bytes have come by `now`; tell whether one more interval has passed without any."""
        if received != self.received:
            self.received, self.since, self.asked = received, now, 0
        if now - self.since < self.interval:
            return False
        self.since = now
        return True

    def ask(self) -> bool:
        """Count one more question; return False when enough of them were not answered."""
        self.asked += 1
        return self.asked <= UNANSWERED
