"""Finding words on a Page: case, accents and line breaks do not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui_home.layout import Anchor, Fragment, Region
from tui_home.layout.spelling import spelt
from tui_home.pages.selection import cut
from tui_home.text.folding import folded
from tui_home.text.width import graphemes

if TYPE_CHECKING:
    from tui_home.pages.page import Page


class Match(NamedTuple):
    """One place where the words stand."""

    regions: tuple[Region, ...]
    """One for each line it stands on, on the page's lines."""

    @property
    def line(self) -> int:
        """The line it begins on."""
        return self.regions[0].line


def find(page: Page, words: str) -> tuple[Match, ...]:
    """Return every Match of `words`, from the top down; they do not overlap."""
    wanted = folded(" ".join(spelt(words, page.look).split()))
    if not wanted:
        return ()
    found = [
        match
        for fragment, top in zip(page.fragments, page.offsets, strict=True)
        for anchor in fragment.anchors
        for match in _in_anchor(fragment, anchor, top, wanted)
    ]
    return tuple(sorted(found, key=lambda match: (match.line, match.regions[0].start)))


def _in_anchor(fragment: Fragment, anchor: Anchor, top: int, wanted: str) -> list[Match]:
    pieces = [cut(fragment.lines[region.line], region.start, region.end) for region in anchor.regions]
    whole = folded(_joined(pieces, anchor.glued))
    if wanted not in whole:
        return []
    cells = _cells(anchor, pieces)
    matches: list[Match] = []
    at = whole.find(wanted)
    while at >= 0:
        regions: dict[int, Region] = {}
        for number, start, end in cells[at : at + len(wanted)]:
            line = anchor.regions[number].line + top
            if end > start:
                begun = regions.get(number)
                regions[number] = Region(line, begun.start if begun else start, end)
        if regions:
            matches.append(Match(tuple(regions.values())))
        at = whole.find(wanted, at + len(wanted))
    return matches


def _joined(pieces: list[str], glued: tuple[int, ...]) -> str:
    whole = ""
    parts: list[str] = []
    for number, piece in enumerate(pieces):
        if number and number not in glued:
            parts.append(" ")
        parts.append(piece)
    return whole.join(parts)


def _cells(anchor: Anchor, pieces: list[str]) -> list[tuple[int, int, int]]:
    """Return, for each character of the folded text, its region and its first and last cell."""
    cells: list[tuple[int, int, int]] = []
    for number, (piece, region) in enumerate(zip(pieces, anchor.regions, strict=True)):
        if number and number not in anchor.glued:
            cells.append((number - 1, 0, 0))
        column = region.start
        if piece.isascii():  # most text is, and each of its characters has a cell and folds into one
            cells.extend((number, column + at, column + at + 1) for at in range(len(piece)))
            continue
        for cluster, width in graphemes(piece):
            cells.extend([(number, column, column + width)] * len(folded(cluster)))
            column += width
    return cells
