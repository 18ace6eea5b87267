"""What is known of a terminal from variables alone."""

from __future__ import annotations

from tui_home.terminal.capabilities import Capabilities, capabilities
from tui_home.terminal.environment import Environment


def seen(**variables: str) -> Capabilities:
    """Return what a terminal can do of which its variables tell."""
    return capabilities(Environment(variables))
