"""What each block element is once it has ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui_home.document.flatten import flattened
from tui_home.document.frames import Cell, Frame
from tui_home.document.pictures import galleries
from tui_home.document.tables import alignment, column_span, table
from tui_home.model.blocks import Block, CodeBlock, Details, Figure, Heading, ListBlock, ListItem, Paragraph, Quote
from tui_home.model.inline import Span
from tui_home.text.safe import printable

if TYPE_CHECKING:
    from tui_home.document.builder import Builder

MAX_DEPTH = 12
"""So deep quotes, lists and folds stand in one another; what is deeper stays at that depth."""

_NESTING = frozenset(("blockquote", "ul", "ol", "menu", "details"))
_FOLD = "Details"


def _deep(builder: Builder) -> bool:
    """Return whether the depth is used up."""
    return sum(frame.tag in _NESTING for frame in builder.frames) >= MAX_DEPTH


def _block(builder: Builder, frame: Frame) -> None:
    """Close what is only a container."""
    builder.top.blocks += galleries(frame.blocks)


def _heading(builder: Builder, frame: Frame) -> None:
    """Close a heading."""
    if spans := flattened(frame.blocks, " "):
        builder.top.blocks.append(Heading(int(frame.tag[1]), spans))


def _item(builder: Builder, frame: Frame) -> None:
    """Close a list item, or a definition."""
    blocks = tuple(galleries(frame.blocks))
    if not blocks and frame.checked is None and not frame.markdown:
        return
    builder.top.items.append(ListItem(blocks, frame.marker, frame.checked))


def _list(builder: Builder, frame: Frame) -> None:
    """Close a list."""
    items = [*frame.items, *([ListItem(tuple(frame.blocks))] if frame.blocks else [])]
    if not items:
        return
    if _deep(builder):
        for item in items:
            builder.top.blocks += item.blocks
        return
    start = frame.attributes.get("start", "1")
    number = int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 1  # noqa: PLR2004 - CommonMark's most
    builder.top.blocks.append(ListBlock(tuple(items), frame.tag == "ol", number, tight=not frame.loose))


def _quote(builder: Builder, frame: Frame) -> None:
    """Close a quotation."""
    if frame.blocks and not _deep(builder):
        builder.top.blocks.append(Quote(tuple(galleries(frame.blocks))))
    else:
        builder.top.blocks += frame.blocks


def _details(builder: Builder, frame: Frame) -> None:
    """Close a fold."""
    blocks = galleries(frame.blocks)
    if _deep(builder):
        builder.top.blocks += blocks
    elif blocks or frame.summary:
        summary = frame.summary or (Span(_FOLD),)
        builder.top.blocks.append(Details(builder.fold_key(), summary, tuple(blocks), "open" in frame.attributes))


def _caption(builder: Builder, frame: Frame) -> None:
    """Close a summary or caption; where there is nothing that it belongs to, it is text."""
    if builder.top.summary or builder.top.tag not in {"details", "table", "figure"}:
        builder.top.blocks += frame.blocks
    else:
        builder.top.summary = flattened(frame.blocks, " ")


def _pre(builder: Builder, frame: Frame) -> None:
    """Close preformatted text."""
    text = "".join(piece.text for piece in frame.pieces).removeprefix("\n").rstrip()
    if text:
        builder.top.blocks.append(CodeBlock(printable(text, newlines=True), frame.language))
    builder.top.blocks += frame.blocks


def _figure(builder: Builder, frame: Frame) -> None:
    """Close a ``<figure>``; its caption replaces the pictures' own names."""
    blocks = galleries(frame.blocks)
    pictures = [block for block in blocks if isinstance(block, Figure)]
    if len(pictures) == 1 and frame.summary:
        blocks = [Figure(frame.summary, block.link) if isinstance(block, Figure) else block for block in blocks]
    elif frame.summary:
        builder.top.blocks += blocks
        blocks = _as_paragraph(frame)
    builder.top.blocks += blocks


def _as_paragraph(frame: Frame) -> list[Block]:
    """Return a caption as text of its own."""
    return [Paragraph(frame.summary)] if frame.summary else []


def _cell(builder: Builder, frame: Frame) -> None:
    """Close a cell of a table."""
    cell = Cell(tuple(frame.blocks), alignment(frame.attributes), frame.tag == "th", column_span(frame.attributes))
    builder.top.cells.append(cell)


def _row(builder: Builder, frame: Frame) -> None:
    """Close a row of a table."""
    builder.top.blocks += frame.blocks
    builder.top.rows.append(frame.cells)


def _row_group(builder: Builder, frame: Frame) -> None:
    """Close the head, a body or the foot of a table."""
    if frame.tag == "thead" and not builder.top.rows:
        builder.top.heads = len(frame.rows)
    builder.top.rows += frame.rows
    builder.top.blocks += frame.blocks


def _table(builder: Builder, frame: Frame) -> None:
    """Close a table."""
    builder.top.blocks += [*frame.blocks, *_as_paragraph(frame), *table(frame.rows, frame.heads)]


CLOSING: Mapping[str, Callable[[Builder, Frame], None]] = {
    "": _block,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol", "menu"), _list),
    **dict.fromkeys(("summary", "caption", "figcaption"), _caption),
    **dict.fromkeys(("td", "th"), _cell),
    **dict.fromkeys(("thead", "tbody", "tfoot"), _row_group),
    "li": _item,
    "blockquote": _quote,
    "details": _details,
    "pre": _pre,
    "figure": _figure,
    "tr": _row,
    "table": _table,
}
