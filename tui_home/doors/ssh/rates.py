"""So much at once, and so much a second after that; no I/O, the clock's time handed in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Allowance:
    """A token bucket: full at first, and never fuller.

    Args:
        most: What may be taken at once.
        rate: What comes back a second.
        now: Seconds of any steady clock, as in every call.
    """

    most: float
    rate: float
    now: float
    left: float = -1.0

    def __post_init__(self) -> None:
        self.left = self.most

    def has(self, amount: float, now: float) -> bool:
        """Tell whether `amount` could be taken."""
        self._refill(now)
        return self.left >= amount

    def take(self, amount: float, now: float) -> None:
        """Take `amount`, also more than is left: then nothing is, for longer."""
        self._refill(now)
        self.left -= amount

    def wait(self, amount: float, now: float) -> float:
        """Return after how many seconds `amount` can be taken; `amount` must not be over `most`."""
        self._refill(now)
        return max(0.0, (amount - self.left) / self.rate)

    def _refill(self, now: float) -> None:
        # A clock that goes back gives nothing.
        self.left = min(self.most, self.left + max(0.0, now - self.now) * self.rate)
        self.now = max(self.now, now)
