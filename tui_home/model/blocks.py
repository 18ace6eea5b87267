"""The document model: what every source becomes and what `layout` draws."""

from __future__ import annotations

from enum import StrEnum

from tui_home.model.inline import Link, Spans
from tui_home.model.record import record


class Align(StrEnum):
    """The side a table column or a profile stands on."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@record
class Heading:
    """A heading; level 1 is the section's own title, 2 a division of it, and so on to 6."""

    level: int
    spans: Spans


@record
class Paragraph:
    """Running text, wrapped to the measure."""

    spans: Spans


@record
class ListItem:
    """One item of a list."""

    blocks: Blocks
    marker: str = ""
    """The item's own sign (an emoji at the start of the source line); empty for the list's."""
    checked: bool | None = None
    """Whether a task is done; None when the item is not a task."""


@record
class ListBlock:
    """A bulleted or numbered list."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    tight: bool = True


@record
class Table:
    """A table; every row has as many cells as `aligns` has entries."""

    header: tuple[Spans, ...]
    """Empty when the table has no head."""
    rows: tuple[tuple[Spans, ...], ...]
    aligns: tuple[Align, ...]


@record
class CodeBlock:
    """Text that is never rewrapped."""

    text: str
    language: str = ""


@record
class Quote:
    """A quotation, or another set-off part."""

    blocks: Blocks


@record
class Rule:
    """A thematic break."""


@record
class Figure:
    """A picture, video or several of them in a row, as one Target with a caption."""

    caption: Spans
    link: Link


@record
class Details:
    """A fold, as HTML's ``<details>``: its summary always shown, the rest when `open`."""

    key: str
    """Unique within the section; what View.expanded names."""
    summary: Spans
    blocks: Blocks
    open: bool = False


@record
class Portrait:
    """The place of the owner's picture; a monogram stands there while there is none."""

    monogram: str
    """One or two letters."""
    circular: bool
    alt: str


@record
class Entry:
    """A publication, a news item, a way of contact: a label column beside its text."""

    key: str
    """Unique within the section; what View.expanded names."""
    label: Spans
    """The venue tag, the date; may be empty."""
    label_width: int
    """Cells of the label column, equal for all entries of a group; 0 for no column."""
    blocks: Blocks
    details: Blocks = ()
    """Shown below when `open`."""
    link: Link | None = None
    """The entry as a whole as a Target; None when only links inside it are."""
    open: bool = False


@record
class Aside:
    """Blocks beside running text where there is room, above it where there is not."""

    side: Align
    aside: Blocks
    main: Blocks
    width: int = 28
    """Cells of the aside column."""


Block = Heading | Paragraph | ListBlock | Table | CodeBlock | Quote | Rule | Figure | Details | Portrait | Entry | Aside
Blocks = tuple[Block, ...]
