"""Blocks as pieces that are listened to one after the other: everything that a page shows by its looks is a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, assert_never

from tui_home.layout.spacing import gap_in_item
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
    Paragraph,
    Portrait,
    Quote,
    Rule,
    Table,
)
from tui_home.model.inline import Link, LinkKind, Span, Spans, plain_text
from tui_home.output.spoken import listed, spoken, spoken_sign

HEADING = "Heading: "
CODE_LINES = 20
"""Of code, at most so many lines are one piece."""


class Piece(NamedTuple):
    """What is heard in one go: a paragraph, a list's item, a table's row."""

    lines: tuple[Spans, ...]
    """Each begins a line of its own, and is wrapped unless it is code."""
    apart: bool = True
    """Whether an empty line stands above it."""
    leads: bool = False
    """Whether it announces what follows: a heading, the length of a list."""
    goes_on: bool = False
    """Whether it belongs to the piece above it, as the text of a paper to its title."""
    code: bool = False
    folded: Blocks = ()
    """What is read only when it is asked for: a paper's abstract."""

    @property
    def weight(self) -> int:
        """How much there is to listen to: characters."""
        return sum(len(span.text) for line in self.lines for span in line)


def pieces(blocks: Blocks) -> tuple[Piece, ...]:
    """Return `blocks` in the order in which they are read."""
    return tuple(_run(blocks))


def _run(blocks: Blocks, lists: int = 0) -> Iterator[Piece]:
    """Yield the pieces of Blocks that stand within so many lists."""
    previous: Block | None = None
    for block in blocks:
        apart = previous is not None and not isinstance(previous, Heading) and gap_in_item(previous, block) > 0
        for number, piece in enumerate(_of(block, lists)):
            previous = block
            yield piece if number else piece._replace(apart=apart)


def _of(block: Block, lists: int) -> Iterator[Piece]:  # noqa: C901, PLR0912 - one case for each kind of Block
    match block:
        case Heading():
            yield from _text(block.spans, HEADING if block.level <= 2 else "Subheading: ", leads=True)  # noqa: PLR2004
        case Paragraph():
            yield from _text(block.spans)
        case ListBlock():
            yield from _list(block, lists)
        case Table():
            yield from _table(block)
        case CodeBlock():
            yield from _code(block)
        case Quote():
            yield from _enclosed("Quote", (), block.blocks, lists)
        case Figure():
            caption = block.caption if plain_text(block.caption).strip() else (Span(block.link.label),)
            yield from _text((*caption, Span("", link=block.link)), "Picture: ")
        case Details() if block.open:
            yield from _enclosed("Details", block.summary, block.blocks, lists)
        case Details():
            for piece in _text((*block.summary, Span("", link=_fold(block))), "Details: "):
                yield piece._replace(folded=block.blocks)
        case Entry():
            yield from _entry(block, lists)
        case Aside():
            # Whoever listens hears who somebody is before where their office is.
            yield from _run((*block.main, *block.aside), lists)
        case Rule() | Portrait():
            pass
        case _:
            assert_never(block)


def _text(spans: Spans, before: str = "", *, leads: bool = False) -> Iterator[Piece]:
    lines = tuple(spoken(spans))
    if lines:
        yield Piece(_after(before, lines), leads=leads)


def _after(words: str, lines: tuple[Spans, ...]) -> tuple[Spans, ...]:
    """Return `lines` with `words` before the first."""
    return ((Span(words), *lines[0]), *lines[1:]) if words else lines


def _fold(block: Details) -> Link:
    label = " ".join(plain_text(block.summary).split()) or "Details"
    return Link(LinkKind.DETAILS, label, copy=label, toggles=block.key)


def _enclosed(name: str, summary: Spans, blocks: Blocks, lists: int) -> Iterator[Piece]:
    """Yield what is set off, between words that say where it begins and, unless that is plain, where it ends."""
    inner = [*_text(summary), *_run(blocks, lists)]
    if inner:
        yield from _prefixed(f"{name}: ", inner)
    if len(inner) > 1:
        yield Piece(((Span(f"End of {name.lower()}."),),), apart=False, goes_on=True)


def _prefixed(words: str, inner: Sequence[Piece], link: Link | None = None) -> Iterator[Piece]:
    """Yield `inner` with `words` before it, and the number of `link` behind its first line."""
    for number, piece in enumerate(inner):
        lines = piece.lines
        if not number and link:
            lines = ((*lines[0], Span("", link=link)), *lines[1:])
        yield piece._replace(lines=_after("" if number else words, lines), goes_on=piece.goes_on or number > 0)


def _list(block: ListBlock, lists: int) -> Iterator[Piece]:
    if len(block.items) > 1 and not lists:
        yield Piece(((Span(f"List of {len(block.items)}."),),), leads=True)
    for number, item in enumerate(block.items):
        name = _item_name(block.start + number if block.ordered else None, lists)
        if item.marker:
            name = spoken_sign(item.marker)
        if item.checked is not None:
            name = "Done: " if item.checked else "To do: "
        inner = list(_run(item.blocks, lists + 1)) or [Piece(((),))]
        for place, piece in enumerate(_prefixed(name, inner)):
            yield piece if place else piece._replace(apart=not block.tight and number > 0)


def _item_name(number: int | None, lists: int) -> str:
    if lists:
        return "Inner item: " if number is None else f"Inner item {number}: "
    return "Item: " if number is None else f"{number}. "


def _table(block: Table) -> Iterator[Piece]:
    head, *below = [[listed(cell) for cell in row] for row in (block.header, *block.rows)]
    rows = [row for row in below if any(row)]
    header = [plain_text(cell).strip() for cell in head]
    if any(head) and not rows:
        rows, header = [head], []
    if len(rows) > 1:
        yield Piece(((Span(f"Table of {len(rows)} rows."),),), leads=True)
    for row in rows:
        yield Piece((tuple(_row(row, header)),), apart=False)


def _row(row: Sequence[Spans], header: Sequence[str]) -> Iterator[Span]:
    """Yield a row: each cell after the name of its column; a name and its text where columns have none."""
    filled = [(number, cell) for number, cell in enumerate(row) if cell]
    for place, (number, cell) in enumerate(filled):
        if place:
            yield Span(": " if not header and len(row) == 2 else "; ")  # noqa: PLR2004 - a name and its text
        if header and header[number]:
            yield Span(f"{header[number]}: ")
        yield from cell


def _code(block: CodeBlock) -> Iterator[Piece]:
    lines = [line.rstrip() for line in block.text.expandtabs(4).strip("\n").split("\n")]
    name = "BibTeX" if block.language == "bibtex" else "Code"
    count = f"{len(lines)} lines" if len(lines) > 1 else "1 line"
    yield Piece(((Span(f"{name}, {count}:"),),), leads=True)
    for at in range(0, len(lines), CODE_LINES):
        some = tuple((Span(line),) for line in lines[at : at + CODE_LINES])
        yield Piece(some, apart=False, goes_on=True, code=True)
    yield Piece(((Span(f"End of {name if name == 'BibTeX' else 'code'}."),),), apart=False, goes_on=True)


def _entry(block: Entry, lists: int) -> Iterator[Piece]:
    label = listed(block.label)
    inner = list(_run(block.blocks, lists))
    if not inner and (label or block.link):
        inner.append(Piece(((),)))
    for number, piece in enumerate(_prefixed("", inner, block.link)):
        if not number:
            folded = () if block.open else block.details
            piece = piece._replace(lines=_labelled(label, piece.lines), folded=folded)  # noqa: PLW2901 - the same, more
        yield piece
    for number, piece in enumerate(_run(block.details) if block.open else ()):
        yield piece._replace(apart=piece.apart or not number, goes_on=True)


def _labelled(label: Spans, lines: tuple[Spans, ...]) -> tuple[Spans, ...]:
    return ((*label, Span(": "), *lines[0]), *lines[1:]) if label else lines
