"""Small words for drawing Blocks in tests."""

from __future__ import annotations

from tui_home.layout import Fragment, layout_block
from tui_home.model.blocks import Block, Blocks, Entry, Paragraph
from tui_home.model.inline import Link, Span, Spans
from tui_home.model.look import PLAIN_LOOK, Look


def words(text: str) -> Spans:
    """Return `text` as Spans."""
    return (Span(text),)


def paragraph(text: str) -> Paragraph:
    """Return `text` as a Paragraph."""
    return Paragraph(words(text))


def entry(
    label: str,
    label_width: int,
    text: str | Paragraph,
    *,
    details: Blocks = (),
    link: Link | None = None,
    is_open: bool = False,
) -> Entry:
    """Return an Entry of one Paragraph."""
    block = paragraph(text) if isinstance(text, str) else text
    return Entry("key", words(label), label_width, (block,), details, link, is_open)


def lines_of(fragment: Fragment) -> list[str]:
    """Return the text of each line."""
    return ["".join(segment.text for segment in line) for line in fragment.lines]


def drawn(block: Block, width: int, look: Look = PLAIN_LOOK) -> list[str]:
    """Return the text of each line of `block`."""
    return lines_of(layout_block(block, width, look))


def links_of(fragment: Fragment) -> list[Link]:
    """Return the links of a Fragment's Targets in their order."""
    return [target.link for target in fragment.targets]
