"""What the widgets tell the screen."""

from __future__ import annotations

from textual.message import Message


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
