"""What is folded away, as it is heard by whoever has just heard what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui_home.document.walk import inside
from tui_home.linear.talk import Talk
from tui_home.model.blocks import Blocks, CodeBlock, Details, Entry, Paragraph
from tui_home.model.inline import Link, LinkKind, Spans
from tui_home.model.view import View
from tui_home.output.linear import Piece, pieces
from tui_home.output.linear_lines import links_in


def folded_at(talk: Talk, key: str) -> tuple[Piece, ...] | None:
    """Return what is folded away under `key` where `talk` is; None when it is not there (any more)."""
    place = talk.state.place
    section = talk.here.section(place.section)
    if section is None:
        return None
    closed, opened = (
        _find(section.compose(talk.site, View(expanded, place.article)), key)
        for expanded in (frozenset[str](), frozenset((key,)))
    )
    if isinstance(opened, Details):
        return pieces((Paragraph(opened.summary), *opened.blocks))
    if closed is None or opened is None:
        return None
    return _news(pieces((closed,)), opened)


def _news(heard: Sequence[Piece], opened: Entry) -> tuple[Piece, ...]:
    """Return the title and the links of what was `heard`, and of what is `opened` all that is new; empty for nothing.

    Not again: the same lines, addresses of links that have a number, and BibTeX that has one.
    """
    links: frozenset[Link | None] = frozenset(links_in(piece._replace(folded=()) for piece in heard))
    details = opened.details
    if any(link and link.kind is LinkKind.BIBTEX for link in links):
        details = tuple(block for block in details if not (isinstance(block, CodeBlock) and block.language == "bibtex"))
    lines = frozenset(line for piece in heard for line in piece.lines)
    news = [
        piece._replace(lines=kept)
        for number, piece in enumerate(pieces((replace(opened, details=details),)))
        if (kept := tuple(_kept(piece.lines, lines, links, begins=not number)))
    ]
    return () if lines.issuperset(line for piece in news for line in piece.lines) else tuple(news)


def _kept(
    lines: Sequence[Spans], heard: frozenset[Spans], links: frozenset[Link | None], *, begins: bool
) -> Iterator[Spans]:
    for number, line in enumerate(lines):
        linked = [span.link if span.link.url == span.text else None for span in line if span.link]
        known = links.issuperset(linked) if linked else line in heard
        if (begins and not number) or not known:
            yield line


def _find(blocks: Blocks, key: str) -> Entry | Details | None:
    for block in blocks:
        if isinstance(block, Entry | Details) and block.key == key:
            return block
        for inner in inside(block):
            if found := _find(inner, key):
                return found
    return None
