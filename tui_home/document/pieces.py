"""What a line of text is made of while it is read, before links and blanks are settled."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.document.links import Destination
from tui_home.model.inline import PLAIN, Link, Style

HARD = "\x00"
"""A hard line break within a Piece's text; content cannot hold it. A soft one is a newline."""


class Anchor:
    """A link whose text is still being read.

    Args:
        to: Where it leads.
        name: What it is called when nothing in it can be read: its title or ARIA label, its host.
    """

    __slots__ = ("empty", "name", "to")

    def __init__(self, to: Destination, name: str = "") -> None:
        self.to = to
        self.name = name
        self.empty = True
        """Whether nothing legible has come yet."""

    def link(self, text: str) -> Link | None:
        """Return the Link whose text is `text`; None when it leads nowhere."""
        if not self.to.leads:
            return None
        label = self.to.copy or " ".join(text.split()) or self.name
        return Link(self.to.kind, label, self.to.url, self.to.copy, path=self.to.path)


class Picture(NamedTuple):
    """An image."""

    name: str
    """Its alternative text, or what its file is called; never empty."""
    url: str


class Piece(NamedTuple):
    """A run of text of one style within at most one link; or a picture."""

    text: str
    style: Style = PLAIN
    anchor: Anchor | None = None
    picture: Picture | None = None
    literal: bool = False
    """Whether the text stays exactly as written: code, a bare address."""
