"""A Dialogue that has asked, and a terminal that answers it."""

from __future__ import annotations

from textual._xterm_parser import XTermParser

from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment

COLOURS = "\x1b]10;rgb:d0d0/d0d0/d0d0\x07\x1b]11;rgb:1010/1010/1010\x07"


ANSWERS = (
    f"{COLOURS}\x1bP>|kitty(0.36.0)\x1b\\\x1b[?2026;2$y\x1b[?2031;2$y\x1b[?0u"
    "\x1b_Gi=31;OK\x1b\\\x1b[6;16;8t\x1b[?62;4;22c"
)


ESCAPE = "\x1b[27u"


def dialogue(term: str = "xterm-kitty", **variables: str) -> Dialogue:
    """Return one that has asked at 0.0."""
    made = Dialogue(Environment({"TERM": term, **variables}))
    made.question(0.0)
    return made


class Line:
    """A driver without a terminal: what is sent arrives at times, and `tick` is called when `wait` is over."""

    def __init__(self, asked: Dialogue) -> None:
        self.asked = asked
        self.now = 0.0
        self.keys = ""
        self._called = 0.0

    def arrive(self, data: str) -> None:
        self.keys += self.asked.feed(data, self.now)
        self._called = self.now

    def pass_time(self, seconds: float) -> None:
        until = self.now + seconds
        while (wait := self.asked.wait) is not None and self._called + wait < until:
            # A timer is never early.
            self._called += wait + 1e-6
            self.keys += self.asked.tick(self._called)
            self.asked.question(self._called)
        self.now = max(self._called, until)

    @property
    def settled(self) -> bool:
        return self.asked.capabilities.settled


def pressed(text: str) -> list[str]:
    return [str(getattr(event, "key", event)) for event in XTermParser().feed(text)] if text else []
