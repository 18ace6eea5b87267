"""What the widgets tell the screen, and the terminal the app."""

from __future__ import annotations

from textual.message import Message

from tui_home.terminal.capabilities import Capabilities


class Moved(Message):
    """The page was scrolled, or its cursor went elsewhere."""


class LinkClicked(Message):
    """A Target was clicked."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self.index = index
        """Which of the Page's Targets."""


class SectionClicked(Message):
    """A section's name was clicked."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self.index = index


class CommandClicked(Message):
    """A command was clicked in the footer."""

    def __init__(self, command: str) -> None:
        super().__init__()
        self.command = command
        """Its id."""


class StateClicked(Message):
    """What was said is to go."""


class TerminalKnown(Message):
    """More is known of the terminal than before."""

    def __init__(self, capabilities: Capabilities) -> None:
        super().__init__()
        self.capabilities = capabilities
