"""The inline elements that are open while a document is read: what they make of text."""

from __future__ import annotations

from dataclasses import dataclass

from tui_home.document.frames import Frame
from tui_home.document.hidden import runs_backwards, turned
from tui_home.document.pieces import Anchor, Piece
from tui_home.document.scripts import raised
from tui_home.document.styles import STYLED_TAGS, for_css, for_tag
from tui_home.model.inline import PLAIN, Style

MAX_FORMATS = 100
NOTE = "d-footnote"
"""Distill's footnote: shown below the text, numbered."""


@dataclass(slots=True, eq=False)
class Format:
    """An inline element that is open: what text inside it looks like and leads to."""

    tag: str
    style: Style
    anchor: Anchor | None
    """The link that text in it belongs to."""
    css: str = ""
    own: Anchor | None = None
    """The link that it begins itself."""
    after: str = ""
    """What is shown when it ends."""
    mark: int = 0
    """How many pieces its frame had when it began."""


class Formats:
    """All open inline elements, outermost first."""

    def __init__(self) -> None:
        self.notes: list[list[Piece]] = []
        """The footnotes that stand in the text."""
        self.now = Format("", PLAIN, None)
        """The innermost."""
        self._open = [self.now]

    def __len__(self) -> int:
        return len(self._open)

    def begin(self, tag: str, css: str, anchor: Anchor | None, after: str, mark: int) -> None:
        """Begin an inline element.

        Args:
            tag: Its name.
            css: Its ``style`` attribute.
            anchor: The link that it is.
            after: What is shown when it ends.
            mark: How many pieces there are before it.
        """
        if len(self._open) >= MAX_FORMATS:
            return
        style = for_tag(self.now.style, tag) if tag in STYLED_TAGS else self.now.style
        if css:
            style = for_css(style, css)
        self.now = Format(tag, style, anchor or self.now.anchor, css, anchor, after, mark)
        self._open.append(self.now)

    def end(self, tag: str, frame: Frame) -> None:
        """End the innermost `tag` in a block element; those begun in it and still open go on."""
        for index in range(len(self._open) - 1, frame.formats - 1, -1):
            if self._open[index].tag == tag:
                break
        else:
            return
        later = self._open[index + 1 :]
        self._finish(self._open[index], frame, explicit=True)
        del self._open[index:]
        self.now = self._open[-1]
        for opened in later:
            self.begin(opened.tag, opened.css, opened.own, opened.after, len(frame.pieces))

    def end_all(self, frame: Frame) -> None:
        """End all that began in a block element, because it ends."""
        if len(self._open) > frame.formats:
            for ended in reversed(self._open[frame.formats :]):
                self._finish(ended, frame, explicit=False)
            del self._open[frame.formats :]
            self.now = self._open[-1]

    def restart(self, frame: Frame) -> None:
        """Let all that began in a block element go on in its next paragraph."""
        if len(self._open) > frame.formats:
            for opened in self._open[frame.formats :]:
                opened.mark = 0

    def _finish(self, ended: Format, frame: Frame, *, explicit: bool) -> None:
        """Do what the end of an inline element asks for; without its end tag, little text in it was meant so."""
        if ended.after and explicit:
            frame.pieces.append(Piece(ended.after, ended.style, ended.anchor))
        if ended.tag in {"sup", "sub"} and explicit:
            frame.pieces[ended.mark :] = raised(ended.tag, frame.pieces[ended.mark :])
        elif ended.tag == NOTE and explicit:
            self.notes.append(frame.pieces[ended.mark :])
            frame.pieces[ended.mark :] = [Piece(f"[{len(self.notes)}]", ended.style, literal=True)]
        elif ended.own and ended.own.empty and ended.own.name:
            ended.own.empty = False
            if len(frame.pieces) >= ended.mark > 0 and frame.pieces[ended.mark - 1].anchor:
                frame.pieces.append(Piece(" ", ended.style))  # icons stand apart without a blank
            frame.pieces.append(Piece(ended.own.name, ended.style, ended.own, literal=True))
        if ended.css and runs_backwards(ended.css):
            frame.pieces[ended.mark :] = turned(frame.pieces[ended.mark :])
