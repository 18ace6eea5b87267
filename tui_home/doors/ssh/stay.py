"""How long somebody may stay, and what they are told when they may not; no I/O, the time handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_home.doors.ssh.telling.journal import End

if TYPE_CHECKING:
    from tui_home.doors.ssh.limits import Limits


@dataclass(slots=True)
class Stay:
    """One visit's time.

    Args:
        limits: How long it may be.
        began: Seconds of any steady clock, as in every call.
    """

    limits: Limits
    began: float
    acted: float = 0.0
    """When a key or click was last seen: motion, changes of size and a terminal's answers are nobody's doing."""

    def __post_init__(self) -> None:
        self.acted = self.began

    @property
    def due(self) -> float:
        """When it is over, unless something is done before."""
        return min(self.acted + self.limits.idle_time, self.began + self.limits.visit_time)

    def over(self, now: float) -> End | None:
        """Return why it is over at `now`; None when it is not."""
        if now >= self.began + self.limits.visit_time:
            return End.TIME
        return End.IDLE if now >= self.acted + self.limits.idle_time else None


def full_house(in_lines: str) -> str:
    """Return what is said to somebody for whom there is no place; `in_lines` is the command that needs none."""
    why = "Many are reading just now, and there is no place left. Please try again in a minute"
    return f"{why}, or line by line: {in_lines}\n"


def farewell(end: End, again: str) -> str:
    """Return what is said to somebody whose visit we have ended; `again` is the command that brings them back."""
    why = {
        End.IDLE: "Nobody has touched a key for a while, so this visit is over.",
        End.TIME: "This visit has reached its time.",
        End.DRAINED: "This server is being stopped or renewed.",
        End.CRASHED: "Something went wrong here, and we are sorry: this visit is over. The owner can read why.",
    }.get(end)
    return f"{why}\nTo come back: {again}\n\n" if why else ""
