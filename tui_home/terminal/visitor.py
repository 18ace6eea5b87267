"""One person's visit."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui_home.terminal.capabilities import Capabilities, capabilities
from tui_home.terminal.clipboard import Clipboard
from tui_home.terminal.environment import Environment
from tui_home.terminal.opener import Opener
from tui_home.terminal.preferences import Preferences
from tui_home.terminal.receipt import Receipt


@dataclass(frozen=True, slots=True)
class Visitor:
    """What a visitor's terminal can do, and the means of copying, opening and remembering for them."""

    capabilities: Capabilities
    clipboard: Clipboard
    opener: Opener
    preferences: Preferences = field(default_factory=Preferences)
    receipt: Receipt = field(default_factory=Receipt)

    @classmethod
    def of(cls, environment: Environment, preferences: Preferences | None = None) -> Visitor:
        """Return the visitor whose terminal `environment` describes; without preferences nothing is kept."""
        able = capabilities(environment)
        return cls(able, Clipboard(able), Opener(able), preferences or Preferences())
