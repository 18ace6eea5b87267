"""The line above the footer that says what has just happened; no line at all while there is nothing to say."""

from __future__ import annotations

from tui_home.text.width import cell_width, drawable, graphemes
from tui_home.tui.column import Column
from tui_home.tui.widgets.chrome import Chrome, Word, Words


class StateLine(Chrome):
    """Sentences, each on lines of its own, wrapped so that nothing of them is cut off."""

    sentences: tuple[str, ...] = ()

    def say(self, *sentences: str) -> None:
        """Say something else, or nothing; text of the site's must be safe to print."""
        if sentences != self.sentences:
            self.sentences = sentences
            self.redraw(layout=True)

    def lines_of(self, column: Column) -> tuple[Words, ...]:
        """Return the wrapped sentences."""
        lines = [line for said in self.sentences for line in wrapped(self.spelt(drawable(said)), column.text)]
        return tuple([Word(line, self.chrome.strong)] for line in lines)


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
