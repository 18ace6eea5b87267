"""Walks over Blocks: their links, their text, in reading order; and rewrites what is inside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from tui_home.model.blocks import (
    Aside,
    Block,
    Blocks,
    CodeBlock,
    Details,
    Entry,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Portrait,
    Quote,
    Table,
)
from tui_home.model.inline import Link, Span, Spans, plain_text


def spans_of(blocks: Blocks) -> Iterator[Spans]:
    """Yield every run of text in `blocks`, folded or not; code is a run of its own."""
    for block in blocks:
        yield from _own_spans(block)
        for inner in inside(block):
            yield from spans_of(inner)


def links(blocks: Blocks) -> Iterator[Link]:
    """Yield every Link in `blocks`; one that runs over several Spans comes once."""
    for block in blocks:
        if isinstance(block, Entry | Figure) and block.link:
            yield block.link
        for spans in _own_spans(block):
            previous: Link | None = None
            for span in spans:
                if span.link and span.link is not previous:
                    yield span.link
                previous = span.link
        for inner in inside(block):
            yield from links(inner)


def text_of(blocks: Blocks) -> str:
    """Return the plain text of `blocks`: blocks apart by an empty line, items and rows by a line break."""
    return "\n\n".join(filter(None, map(_text, blocks)))


def within(block: Block, rewrite: Callable[[Blocks], Blocks]) -> Block:
    """Return `block` with the Blocks inside it rewritten."""
    match block:
        case ListBlock():
            return replace(block, items=tuple(replace(item, blocks=rewrite(item.blocks)) for item in block.items))
        case Quote() | Details():
            return replace(block, blocks=rewrite(block.blocks))
        case Entry():
            details = rewrite(block.details) if block.open else block.details
            return replace(block, blocks=rewrite(block.blocks), details=details)
        case Aside():
            return replace(block, aside=rewrite(block.aside), main=rewrite(block.main))
        case _:
            return block


def inside(block: Block) -> Iterator[Blocks]:
    """Yield the runs of Blocks that stand within a block, folded or not."""
    match block:
        case ListBlock():
            for item in block.items:
                yield item.blocks
        case Quote(blocks=inner) | Details(blocks=inner):
            yield inner
        case Entry():
            yield block.blocks
            yield block.details
        case Aside():
            yield block.aside
            yield block.main
        case _:
            pass


def _own_spans(block: Block) -> Iterator[Spans]:
    """Yield the text that belongs to a block itself."""
    match block:
        case Heading(spans=spans) | Paragraph(spans=spans) | Figure(caption=spans):
            yield spans
        case Details(summary=spans) | Entry(label=spans):
            yield spans
        case CodeBlock(text=text):
            yield (Span(text),)
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row
        case _:
            pass


def _text(block: Block) -> str:
    """Return the plain text of a block."""
    match block:
        case ListBlock():
            signs = (item.marker or (f"{number}." if block.ordered else "-") for number, item in _numbered(block))
            gap = "\n" if block.tight else "\n\n"
            texts = (gap.join(filter(None, map(_text, item.blocks))) for item in block.items)
            return "\n".join(f"{sign} {text}".rstrip() for sign, text in zip(signs, texts, strict=True))
        case Table():
            rows = (block.header, *block.rows) if block.header else block.rows
            return "\n".join("  ".join(map(plain_text, row)).rstrip() for row in rows)
        case Portrait():
            return ""
        case _:
            own = "".join(map(plain_text, _own_spans(block)))
            return "\n".join(filter(None, (own, *map(text_of, inside(block)))))


def _numbered(block: ListBlock) -> Iterator[tuple[int, ListItem]]:
    """Yield the items of a list with their numbers."""
    yield from enumerate(block.items, block.start)
