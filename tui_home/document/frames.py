"""The elements that are open while a document is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui_home.document.pieces import Piece
from tui_home.model.blocks import Align, Block, ListItem
from tui_home.model.inline import Spans


class Cell(NamedTuple):
    """One cell of a table."""

    blocks: tuple[Block, ...]
    align: Align
    heading: bool
    span: int


class Frame:
    """A block element that is open, and what it holds so far.

    Args:
        tag: Its name.
        attributes: What HTML gave it.
        formats: How many inline elements were open when it began.
        markdown: Whether Markdown opened it, so that no HTML tag can close it.
        hidden: Whether it vanishes with its text, if its end tag comes.
    """

    heads = 0
    """How many of the rows are the table's head."""
    summary: Spans = ()
    """A fold's summary, a table's or figure's caption."""
    loose = False
    marker = ""
    checked: bool | None = None
    language = ""
    """What preformatted text is written in."""
    source = ""
    """The address of a video that its ``<source>`` gives."""

    def __init__(
        self,
        tag: str,
        attributes: Mapping[str, str] | None = None,
        formats: int = 0,
        *,
        markdown: bool = False,
        hidden: bool = False,
    ) -> None:
        self.tag = tag
        self.attributes = attributes or {}
        self.formats = formats
        self.markdown = markdown
        self.hidden = hidden
        self.pieces: list[Piece] = []
        self.blocks: list[Block] = []
        self.items: list[ListItem] = []
        self.cells: list[Cell] = []
        self.rows: list[list[Cell]] = []
