"""Blocks with other Links: what a later look at the whole site knows better than the page that was read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui_home.model.blocks import (
    Aside,
    Block,
    Blocks,
    Details,
    Entry,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)
from tui_home.model.inline import Link, Spans

Rewrite = Callable[[Link], Link | None]


def relinked(blocks: Blocks, rewrite: Rewrite) -> Blocks:
    """Return `blocks` with every Link as `rewrite` has it.

    Args:
        blocks: Blocks of any depth, folded or not.
        rewrite: Returns the Link, changed or not; None makes it plain text, but a figure stays a figure.
    """
    return tuple(_block(block, rewrite) for block in blocks)


def relinked_spans(spans: Spans, rewrite: Rewrite) -> Spans:
    """Return `spans` with every Link as `rewrite` has it; None makes it plain text."""
    if not any(span.link for span in spans):
        return spans
    known: dict[Link, Link | None] = {}
    for span in spans:
        if span.link and span.link not in known:
            known[span.link] = rewrite(span.link)
    return tuple(replace(span, link=known[span.link]) if span.link else span for span in spans)


def _block(block: Block, rewrite: Rewrite) -> Block:
    result = block
    match block:
        case Heading() | Paragraph():
            result = replace(block, spans=relinked_spans(block.spans, rewrite))
        case ListBlock():
            items = (replace(item, blocks=relinked(item.blocks, rewrite)) for item in block.items)
            result = replace(block, items=tuple(items))
        case Table():
            header, *rows = (
                tuple(relinked_spans(cell, rewrite) for cell in row) for row in (block.header, *block.rows)
            )
            result = replace(block, header=header, rows=tuple(rows))
        case Quote():
            result = replace(block, blocks=relinked(block.blocks, rewrite))
        case Figure(caption=caption, link=link):
            result = Figure(relinked_spans(caption, rewrite), rewrite(link) or Link(link.kind, link.label))
        case Details():
            summary = relinked_spans(block.summary, rewrite)
            result = replace(block, summary=summary, blocks=relinked(block.blocks, rewrite))
        case Entry(link=own):
            result = replace(
                block,
                label=relinked_spans(block.label, rewrite),
                blocks=relinked(block.blocks, rewrite),
                details=relinked(block.details, rewrite),
                link=rewrite(own) if own else None,
            )
        case Aside():
            result = replace(block, aside=relinked(block.aside, rewrite), main=relinked(block.main, rewrite))
        case _:
            pass
    return result
