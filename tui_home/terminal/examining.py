"""Asks a terminal everything at once and keeps what it said, for the doctor. No I/O, no clock."""

from __future__ import annotations

import re
from math import ceil

from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.measuring import CLUSTERS, Measured, Measuring
from tui_home.terminal.questions import Topic

_SEQUENCE = re.compile(r"\x1b(?:[\]P_][^\x07\x1b]{0,256}(?:\x07|\x1b\\)|\[[0-?]{0,64}[ -/]{0,4}[@-~])")
_FENCE = re.compile(r"\x1b\[\?[0-9;]{0,64}c")
_MOST_KEPT = 4096
"""Characters of answers."""


class Examining:
    """One examination: the Dialogue's questions and then, if these were answered, how wide characters are.

    Write what `begin`, `feed` and `tick` return, until `over` or for as long as one cares to wait; then `farewell`.
    What is typed meanwhile is lost. Times are seconds of any steady clock.

    Args:
        dialogue: With the terminal that is examined; it stays of use for what is typed afterwards.
        measure: Whether characters may be written to be measured.
    """

    def __init__(self, dialogue: Dialogue, *, measure: bool = True) -> None:
        self.dialogue = dialogue
        self.asked = False
        """Whether there was anything to ask."""
        self.milliseconds: int | None = None
        """From the question to the end of its answer; None while that has not come."""
        self._measuring = Measuring(CLUSTERS if measure else ())
        self._measures = False
        self._fences = 0
        self._kept = ""
        self._began = 0.0

    def begin(self, now: float) -> str:
        """Return the questions; empty for a terminal that is asked nothing, and with which this is over."""
        self._began = now
        question = self.dialogue.question(now)
        self.asked = bool(question)
        self._fences = question.count(Topic.FENCE.value)
        return question

    def feed(self, data: str, now: float) -> str:
        """Take what arrived at `now`; return what to write next."""
        self._kept += data[: max(_MOST_KEPT - len(self._kept), 0)]
        self.dialogue.feed(data, now)
        if self._measures:
            self._measuring.feed(data)
        elif self.milliseconds is None and len(_FENCE.findall(self._kept)) >= self._fences:
            self.milliseconds = ceil((now - self._began) * 1000)
        return self._next(now)

    def tick(self, now: float) -> str:
        """Tell that nothing has come up to `now`; return what to write next."""
        self.dialogue.tick(now)
        return self._next(now)

    def farewell(self) -> str:
        """Return what to write at the end."""
        return self.dialogue.farewell()

    @property
    def wait(self) -> float | None:
        """Seconds after which `tick` has something to do; None for never."""
        return self.dialogue.wait

    @property
    def over(self) -> bool:
        """Whether everything has been answered."""
        return not self.asked or (self._measures and self._measuring.done and self.dialogue.capabilities.settled)

    @property
    def answers(self) -> tuple[str, ...]:
        """The control sequences that came, without what was typed between them."""
        return tuple(_SEQUENCE.findall(self._kept))

    def widths(self) -> tuple[Measured, ...]:
        """Return what is known of the widths of characters."""
        return self._measuring.measured()

    def _next(self, now: float) -> str:
        question = self.dialogue.question(now)
        if self.milliseconds is not None and not self._measures:
            self._measures = True
            question += self._measuring.question()
        return question
