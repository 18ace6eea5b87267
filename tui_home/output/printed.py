"""What is printed of a section: its Blocks with nothing folded away that a reader could not open."""

from __future__ import annotations

from dataclasses import replace

from tui_home.document.walk import within
from tui_home.model.blocks import Block, Blocks, Details, Entry, Heading, Paragraph, Portrait
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.site import Site
from tui_home.model.view import DEFAULT_VIEW
from tui_home.sections import Section

_WHOLE = {"news": LinkKind.NEWS}
"""The entries that a section prints whole; elsewhere (news on the about page) their first lines do."""


def printed_blocks(section: Section, site: Site, *, portrait: bool = False) -> Blocks:
    """Return the section's Blocks: folds opened, and news with its text. Papers stay short; BibTeX is for `copy`.

    Args:
        section: Which one.
        site: Of what.
        portrait: Keep the place of the picture; on paper it is only a gap.
    """
    return _opened(section.compose(site, DEFAULT_VIEW), _WHOLE.get(section.id), portrait=portrait)


def titled(section: Section, blocks: Blocks) -> Blocks:
    """Return `blocks` below the section's title."""
    return (Heading(1, (Span(section.title),)), *blocks)


def _opened(blocks: Blocks, whole: LinkKind | None, *, portrait: bool) -> Blocks:
    return tuple(
        _open(block, whole, portrait=portrait) for block in blocks if portrait or not isinstance(block, Portrait)
    )


def _open(block: Block, whole: LinkKind | None, *, portrait: bool) -> Block:
    if isinstance(block, Details) or (isinstance(block, Entry) and block.link and block.link.kind is whole):
        block = replace(block, open=True)
    if isinstance(block, Entry) and block.link and block.link.kind is LinkKind.ARTICLE and block.link.url:
        block = replace(block, blocks=_addressed(block.blocks, replace(block.link, kind=LinkKind.WEB)))
    return within(block, lambda blocks: _opened(blocks, whole, portrait=portrait))


def _addressed(blocks: Blocks, link: Link) -> Blocks:
    """Return an entry's text with its first line as a link: on paper there is nothing to open but the address."""
    first, *rest = blocks
    if not isinstance(first, Paragraph):
        return blocks
    end = next((at for at, span in enumerate(first.spans) if span.text == "\n"), len(first.spans))
    title = (Span(span.text, span.style, span.link or link) for span in first.spans[:end])
    return (Paragraph((*title, *first.spans[end:])), *rest)
