"""The line above the footer that says what has just happened; no line at all while there is nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.text.width import cell_width, drawable, graphemes
from tui_home.tui.column import Column
from tui_home.tui.messages import StateClicked
from tui_home.tui.widgets.chrome import Chrome, Word, Words

if TYPE_CHECKING:
    from textual.geometry import Offset


class StateLine(Chrome):
    """Sentences, each on lines of its own, wrapped so that nothing of them is cut off."""

    sentences: tuple[str, ...] = ()
    room: int | None = None
    """Rows at most; None for as many as it takes."""

    def say(self, *sentences: str) -> None:
        """Say something else, or nothing; text of the site's must be safe to print."""
        if sentences != self.sentences:
            self.sentences = sentences
            self.redraw(layout=True)

    def allow(self, rows: int) -> None:
        """Take `rows` rows at most from now on."""
        if rows != self.room:
            self.room = rows
            self.redraw(layout=True)

    def whole(self, column: Column, sentences: tuple[str, ...] | None = None) -> list[str]:
        """Return all lines of what is said, or of other `sentences`, however many rows there are."""
        sentences = self.sentences if sentences is None else sentences
        return [line for said in sentences for line in wrapped(self.spelt(drawable(said)), column.text)]

    def lines_of(self, column: Column) -> tuple[Words, ...]:
        """Return the wrapped sentences, or their beginning and an ellipsis."""
        lines = self.whole(column)
        if self.room is not None and len(lines) > self.room:
            more = " ".join(lines[max(0, self.room - 1) :])
            lines = [*lines[: self.room - 1], self.shortened(more, column.text)] if self.room else []
        return tuple([Word(line, self.chrome.strong)] for line in lines)

    def click(self, at: Offset, width: int) -> bool:  # noqa: ARG002 - wherever it is
        """Say that it has been read."""
        self.tell(StateClicked())
        return True


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` cells, broken at blanks, or anywhere in a word that is longer."""
    lines, line, taken = list[str](), "", 0
    for word in text.split(" "):
        cells = cell_width(word)
        if line and taken + 1 + cells <= width:
            line, taken = f"{line} {word}", taken + 1 + cells
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, width)
        lines.extend(whole)
        taken = cell_width(line)
    return [*lines, line]


def _pieces(word: str, width: int) -> list[str]:
    pieces, piece, taken = list[str](), "", 0
    for cluster, cells in graphemes(word):
        if taken + cells > width:
            pieces.append(piece)
            piece, taken = "", 0
        piece, taken = piece + cluster, taken + cells
    return [*pieces, piece]
