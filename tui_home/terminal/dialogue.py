"""What is said between us and one visitor's terminal beside pages and keys: no I/O, no clock, no Textual."""

from __future__ import annotations

from tui_home.terminal.capabilities import Capabilities, capabilities
from tui_home.terminal.environment import Environment


class Dialogue:
    """Asks one terminal once what it can do, and takes its answers out of what is typed, however late they come.

    Whoever owns the line writes `question`, passes everything that arrives through `feed`, and calls `tick` when
    `wait` seconds have gone by without anything. The keys are what these two return; the answers are never among them.
    """

    def __init__(self, environment: Environment) -> None:
        self.capabilities: Capabilities = capabilities(environment)
        """What is known now: another one as soon as more is known, never changed."""

    def question(self) -> str:
        """Return what to write to the terminal, once, when keys can be read; empty for those that are asked nothing."""
        return ""

    def ask_colours(self) -> str:
        """Return what to write to learn the colours again; empty where they were not told the first time."""
        return ""

    def feed(self, data: str, now: float) -> str:  # noqa: ARG002 - to come
        """Take what arrived at `now` (seconds of any steady clock); return what of it is for the parser of keys."""
        return data

    def tick(self, now: float) -> str:  # noqa: ARG002 - to come
        """Return what was held back for too long at `now`: keys that were no answers after all."""
        return ""

    @property
    def wait(self) -> float | None:
        """Seconds after which `tick` has something to do; None for never."""
        return None
