"""Tags and text come in, from Markdown or from HTML alike; Blocks come out, whatever is unclosed or misnested."""

from __future__ import annotations

from collections.abc import Mapping

from tui_home.document.abbreviations import spelled_out
from tui_home.document.closing import CLOSING
from tui_home.document.elements import CONTEXTS, Elements
from tui_home.document.frames import Frame
from tui_home.document.hidden import written_by
from tui_home.document.links import NO_BASE, Base, Destination
from tui_home.document.media import EMBEDDED, embedded
from tui_home.document.paragraphs import paragraphs
from tui_home.document.pictures import galleries
from tui_home.document.pieces import HARD, Anchor, Picture, Piece
from tui_home.document.styles import hides
from tui_home.model.blocks import Block, Blocks, ListBlock, ListItem
from tui_home.model.inline import Style
from tui_home.model.problem import Origin, Problem, Severity
from tui_home.text.safe import printable


class Builder(Elements):
    """What has been read of a document so far.

    Args:
        origin: Where it was read.
        key: What keys of Details begin with.
        base: Where the text stands, for relative links.
    """

    def __init__(self, origin: Origin, *, key: str = "", base: Base = NO_BASE) -> None:
        super().__init__()
        self.origin = origin
        self.base = base
        self.line = 0
        """The line being read, counted from 0 from the origin's."""
        self.abbreviations: dict[str, str] = {}
        """What the abbreviations that have not come yet are short for."""
        self._problems: list[Problem] = []
        self._key = key
        self._folds = 0

    def problem(self, severity: Severity, message: str, hint: str = "") -> None:
        """Note what is wrong in the line being read."""
        self._problems.append(self.origin.problem(severity, message, hint, at=self.line))

    def fold_key(self) -> str:
        """Return the next fold's key."""
        self._folds += 1
        return f"{self._key}details-{self._folds}"

    def finish(self) -> tuple[Blocks, tuple[Problem, ...]]:
        """Close everything and return what was read, and what was wrong with it."""
        self.leave_all()
        if self.formats.notes:
            notes = (
                ListItem(tuple(paragraphs(note)), f"[{number}]") for number, note in enumerate(self.formats.notes, 1)
            )
            self.top.blocks.append(ListBlock(tuple(notes)))
        return tuple(galleries(self.top.blocks)), tuple(self._problems)

    def leave_all(self) -> None:
        """Close everything."""
        while len(self.frames) > 1:
            self.leave(explicit=False)
        self.formats.end_all(self.top)
        self.flush()

    def text(self, text: str, *, literal: bool = False) -> None:
        """Add text; its newlines are the source's, and mean a blank."""
        text = printable(text, newlines=True)
        if not text:
            return
        if self.top.tag in CONTEXTS:
            if text.isspace():
                return
            self.settle()
        now = self.formats.now
        if now.anchor and now.anchor.empty and not self.top.hidden and not text.isspace():
            now.anchor.empty = False
        literal = literal or now.style.code
        if self.abbreviations and not literal and not self.top.hidden:
            text = spelled_out(text, self.abbreviations)
        self.top.pieces.append(Piece(text, now.style, now.anchor, None, literal))

    def soft_break(self) -> None:
        """Add a line break of the source, which means a blank."""
        self.line += 1
        now = self.formats.now
        self.top.pieces.append(Piece("\n", now.style, now.anchor))

    def line_break(self) -> None:
        """Add a hard line break."""
        self.top.pieces.append(Piece("\n" if self.in_pre else HARD, self.style, self.anchor))

    def picture(self, picture: Picture) -> None:
        """Add a picture."""
        self.settle()
        if self.anchor:
            self.anchor.empty = False
        self.top.pieces.append(Piece(picture.name, self.style, self.anchor, picture, literal=True))

    def chip(self, text: str, to: Destination, style: Style) -> None:
        """Add text that leads somewhere of its own, unless it stands in a link."""
        self.settle()
        anchor = self.anchor or Anchor(to)
        anchor.empty = False
        self.top.pieces.append(Piece(printable(text), style, anchor, literal=True))

    def block(self, block: Block) -> None:
        """Add a block as it is."""
        self.flush()
        self.settle()
        self.top.blocks.append(block)

    def embed(self, tag: str, attributes: Mapping[str, str], source: str) -> None:
        """Add a link to a video, a page or the like that cannot be shown here."""
        if shown := embedded(tag, attributes, source, self.base):
            self.chip(*shown, self.style)

    def ended(self, frame: Frame, *, explicit: bool) -> None:
        """Put what a closed element was into the one around it."""
        if not frame.hidden:
            CLOSING.get(frame.tag, CLOSING[""])(self, frame)
            return
        if not explicit:
            self._unhide(frame)
        elif frame.tag == "script":
            self.text(written_by(frame.pieces))
        elif frame.tag == "svg" and self.anchor and self.anchor.empty:
            self.anchor.name = " ".join("".join(piece.text for piece in frame.pieces).split()) or self.anchor.name
        if frame.tag in EMBEDDED and not hides(frame.attributes):
            self.embed(frame.tag, frame.attributes, frame.source)

    def _unhide(self, frame: Frame) -> None:
        """Show what an element would have hidden, had it an end."""
        self.problem(Severity.WARNING, f"<{frame.tag}> hides what follows, and never ends", "Add its end tag.")
        if frame.blocks:
            self.flush()
            self.top.blocks += frame.blocks
        self.top.pieces += frame.pieces
