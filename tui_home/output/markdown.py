"""Sections as Markdown (CommonMark with tables and strikethrough), to be pasted into other tools."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import assert_never

from tui_home.model.blocks import (
    Align,
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
    Rule,
    Table,
)
from tui_home.model.inline import Span, Spans, Style, plain_text
from tui_home.model.site import Site
from tui_home.output.markdown_inline import inline_markdown
from tui_home.output.printed import printed_blocks, titled
from tui_home.sections import Section
from tui_home.text.safe import printable

_DEEPEST = 6
_FENCES = re.compile(r"`{3,}")
_RULES = {Align.LEFT: ":---", Align.CENTER: ":---:", Align.RIGHT: "---:"}
_LINE_WITH_TEXT = re.compile(r"\n(?=[^\n])")
_NO_BACKTICK = re.compile(r"[^\w+#.-]")


def markdown(site: Site, sections: Sequence[Section]) -> str:
    """Return the owner's name and `sections` as one Markdown document that ends in a newline."""
    parts = [f"# {inline_markdown((Span(site.title),), breaks=False)}"]
    parts.extend(blocks_markdown(titled(section, printed_blocks(section, site))) for section in sections)
    document = "\n\n".join(part for part in parts if part)
    return "\n".join(line.rstrip() for line in document.split("\n")) + "\n"


def blocks_markdown(blocks: Blocks) -> str:
    """Return `blocks` as Markdown; headings one level deeper, because the document's own is the first."""
    parts: list[str] = []
    lists = 0
    for is_entry, group in groupby(blocks, key=lambda block: isinstance(block, Entry)):
        if is_entry:
            lists += 1
            parts.append(_entries([block for block in group if isinstance(block, Entry)], lists))
            continue
        for block in group:
            # Two lists that follow one another are told apart by their signs.
            lists = lists + 1 if isinstance(block, ListBlock) else 0
            parts.append(_block(block, lists))
    return "\n\n".join(part for part in parts if part)


def _block(block: Block, lists: int) -> str:  # noqa: C901, PLR0911, PLR0912 - one case for each kind of Block
    match block:
        case Heading():
            text = inline_markdown(block.spans, breaks=False)
            return f"{'#' * min(block.level + 1, _DEEPEST)} {text}" if text else ""
        case Paragraph():
            return inline_markdown(block.spans)
        case ListBlock():
            return _list(block, lists)
        case Table():
            return _table(block)
        case CodeBlock():
            return _code(block)
        case Quote():
            return "\n".join(f"> {line}".rstrip() for line in blocks_markdown(block.blocks).split("\n"))
        case Rule():
            return "---"
        case Figure():
            return inline_markdown(_figure(block))
        case Details():
            summary = tuple(Span(span.text, Style(bold=True), span.link) for span in block.summary)
            return f"{inline_markdown(summary)}\n\n{blocks_markdown(block.blocks)}".strip("\n")
        case Portrait():
            return ""
        case Entry():
            return _entries([block], 1)
        case Aside():
            return "\n\n".join(part for part in map(blocks_markdown, (block.aside, block.main)) if part)
        case _:
            assert_never(block)


def _figure(block: Figure) -> Spans:
    caption = plain_text(block.caption).strip() or block.link.label
    return (Span(caption, link=block.link),)


def _list(block: ListBlock, lists: int) -> str:
    sign = (".)" if block.ordered else "-*")[(lists - 1) % 2]
    items = []
    for number, item in enumerate(block.items, block.start):
        task = "" if item.checked is None else f"[{'x' if item.checked else ' '}] "
        text = _joined(_with_sign(item))
        items.append(_item(f"{number}{sign}" if block.ordered else sign, task + text))
    tight = block.tight and not any("\n\n" in item for item in items)
    return ("\n" if tight else "\n\n").join(items)


def _joined(blocks: Blocks) -> str:
    """Return an item's Blocks; a list that says more about one line stands right below it."""
    if len(blocks) == 2 and isinstance(blocks[0], Paragraph) and isinstance(blocks[1], ListBlock):  # noqa: PLR2004
        first, rest = map(blocks_markdown, (blocks[:1], blocks[1:]))
        # A list that counts from another number cannot interrupt a paragraph.
        return f"{first}\n{rest}" if first and not blocks[1].ordered else f"{first}\n\n{rest}"
    return blocks_markdown(blocks)


def _with_sign(item: ListItem) -> Blocks:
    if not item.marker:
        return item.blocks
    sign = Span(f"{item.marker} ")
    if item.blocks and isinstance(item.blocks[0], Paragraph):
        return (Paragraph((sign, *item.blocks[0].spans)), *item.blocks[1:])
    return (Paragraph((sign,)), *item.blocks)


def _item(marker: str, text: str) -> str:
    indent = " " * (len(marker) + 1)
    return _LINE_WITH_TEXT.sub(f"\n{indent}", f"{marker} {text}".rstrip())


def _entries(entries: Sequence[Entry], lists: int) -> str:
    sign = "-*"[(lists - 1) % 2]
    items = [_item(sign, blocks_markdown(_labelled(entry))) for entry in entries]
    written = items[0]
    for previous, item in pairwise(items):
        written += ("\n\n" if "\n" in previous + item else "\n") + item
    return written


def _labelled(entry: Entry) -> Blocks:
    label = plain_text(entry.label).strip()
    blocks = (*entry.blocks, *(entry.details if entry.open else ()))
    if not label:
        return blocks
    spans = (Span(f"{label}: "),)
    if blocks and isinstance(blocks[0], Paragraph):
        return (Paragraph((*spans, *blocks[0].spans)), *blocks[1:])
    return (Paragraph(spans), *blocks)


def _table(block: Table) -> str:
    header = block.header or ((),) * len(block.aligns)
    rows = [_row(header), _cells(_RULES[align] for align in block.aligns), *map(_row, block.rows)]
    return "\n".join(rows)


def _row(cells: Sequence[Spans]) -> str:
    return _cells(inline_markdown(cell, breaks=False).replace("|", "\\|") for cell in cells)


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _code(block: CodeBlock) -> str:
    fence = "`" * max((len(run) + 1 for run in _FENCES.findall(block.text)), default=3)
    text = "\n".join(printable(line.expandtabs(4)) for line in block.text.strip("\n").split("\n"))
    return f"{fence}{_NO_BACKTICK.sub('', block.language)}\n{text}\n{fence}"
