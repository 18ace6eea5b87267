"""What is said between us and one visitor's terminal beside pages and keys: no I/O, no clock, no Textual."""

from __future__ import annotations

from tui_home.terminal.capabilities import Capabilities, capabilities
from tui_home.terminal.environment import Environment


class Dialogue:
    """Asks one terminal once what it can do, and takes its answers out of what is typed, however late they come.

    Whoever owns the line calls `question` when keys can be read and again after every `feed` and `tick`, writes what it
    returns, passes everything that arrives through `feed`, and calls `tick` when `wait` seconds have gone by without
    anything. The keys are what these two return; the answers are never among them. On leaving, `farewell` is written.
    Times are seconds of any steady clock.
    """

    def __init__(self, environment: Environment) -> None:
        self.capabilities: Capabilities = capabilities(environment)
        """What is known now: another one as soon as more is known, never changed."""

    def question(self, now: float) -> str:  # noqa: ARG002 - to come
        """Return what to write to the terminal now: the first time all questions, later what answers gave rise to.

        Most often nothing. The first is best written on the alternate screen, before the first frame.
        """
        return ""

    def ask_colours(self) -> None:
        """Let the next `question` ask for the colours again (the focus came back); not where they were never told."""

    def farewell(self) -> str:
        """Return what to write before the terminal is given back: undoes what `question` switched on."""
        return ""

    def feed(self, data: str, now: float) -> str:  # noqa: ARG002 - to come
        """Take what arrived at `now`; return what of it is for the parser of keys."""
        return data

    def tick(self, now: float) -> str:  # noqa: ARG002 - to come
        """Return what was held back for too long at `now`: keys that were no answers after all."""
        return ""

    @property
    def wait(self) -> float | None:
        """Seconds, from the latest call with a time on, after which `tick` has something to do; None for never."""
        return None
