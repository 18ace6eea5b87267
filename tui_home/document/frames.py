"""The elements that are open while a document is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass(slots=True, eq=False)
class Frame:
    """A block element that is open, and what it holds so far."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    markdown: bool = False
    """Whether Markdown opened it, so that no HTML tag can close it."""
    hidden: bool = False
    """Whether it vanishes with its text, if its end tag comes."""
    formats: int = 0
    """How many inline elements were open when it began."""
    pieces: list[Piece] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    heads: int = 0
    """How many of the rows are the table's head."""
    summary: Spans = ()
    """A fold's summary, a table's or figure's caption."""
    loose: bool = False
    marker: str = ""
    checked: bool | None = None
    language: str = ""
    """What preformatted text is written in."""
    source: str = ""
    """The address of a video that its ``<source>`` gives."""
