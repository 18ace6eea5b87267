"""Blocks as one run of text, where only text can stand: cells, headings, summaries, titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_home.model.blocks import (
    Block,
    CodeBlock,
    Details,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Table,
)
from tui_home.model.inline import Span, Spans, Style

_CODE = Style(code=True)


def flattened(blocks: Iterable[Block], separator: str = "\n") -> Spans:
    """Return all text of `blocks`, with its styles and links.

    Args:
        blocks: What stands there.
        separator: What comes between two blocks.
    """
    result: list[Span] = []
    for line in _lines(blocks):
        if line:
            result += [Span(separator), *line] if result else line
    return tuple(result)


def _lines(blocks: Iterable[Block]) -> Iterator[Spans]:
    """Yield the text of each block."""
    for block in blocks:
        match block:
            case Paragraph(spans=spans) | Heading(spans=spans) | Figure(caption=spans):
                yield spans
            case CodeBlock(text=text):
                yield (Span(text, _CODE),)
            case Quote(blocks=inner):
                yield from _lines(inner)
            case Details(summary=summary, blocks=inner):
                yield summary
                yield from _lines(inner)
            case ListBlock():
                for number, item in enumerate(block.items, block.start):
                    yield _item(item, f"{number}." if block.ordered else "•")
            case Table():
                yield from (_row(row) for row in (block.header, *block.rows))
            case _:
                pass


def _item(item: ListItem, sign: str) -> Spans:
    """Return one item in a line, after its sign."""
    return (Span(f"{item.marker or sign} "), *flattened(item.blocks, " "))


def _row(cells: Iterable[Spans]) -> Spans:
    """Return one row in a line."""
    result: list[Span] = []
    for cell in filter(None, cells):
        result += [Span("  "), *cell] if result else cell
    return tuple(result)
