"""What a Block becomes once it is laid out: lines of styled segments and their Targets."""

from __future__ import annotations

from tui_home.model.inline import Link
from tui_home.model.named import NamedTuple


class Ink(NamedTuple):
    """How a Segment is drawn; colours are already reduced to the Look's depth."""

    color: str = ""
    """In Rich's notation: ``#rrggbb`` or ``color(n)``; empty for the terminal's (or the screen's) own."""
    background: str = ""
    """As `color`."""
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    reverse: bool = False


NO_INK = Ink()


class Segment(NamedTuple):
    """A run of text in one Ink, within one line. A named tuple: a page makes thousands, each twice as fast."""

    text: str
    ink: Ink = NO_INK
    target: int = -1
    """Index of the innermost Target it belongs to; -1 for none."""


Line = tuple[Segment, ...]


class Region(NamedTuple):
    """A stretch of one line."""

    line: int
    start: int
    """First cell."""
    end: int
    """The cell after the last."""


class Target(NamedTuple):
    """A place the visitor can act on."""

    link: Link
    regions: tuple[Region, ...]
    """At least one, from the top down, one for each line that it stands on."""
    opened: bool = False
    """Whether what its link opens and closes is open here."""


class Anchor(NamedTuple):
    """Where one stretch of running text stands, whatever the width: it keeps the reading place, and finding reads it.

    A Block has the same Anchors in the same order in every width.
    """

    regions: tuple[Region, ...]
    """One for each line of it; may be empty when the text is blank."""
    glued: tuple[int, ...] = ()
    """Indices of the regions that go on in the middle of a word."""


class Fragment(NamedTuple):
    """One Block laid out for a width and a Look. Immutable, shared by all visitors."""

    lines: tuple[Line, ...]
    targets: tuple[Target, ...] = ()
    """In reading order: from the top down, within a line from the left; what contains comes before what it contains."""
    anchors: tuple[Anchor, ...] = ()
