"""The running text of a Page as it is searched: folded, in one string, with the places on the page it was taken from.

It is made once for a Page, by the first who looks for something; whatever they type next is looked for in it at the
speed of `str.find`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from tui_home.layout import Anchor, Fragment, Region
from tui_home.model.named import NamedTuple
from tui_home.pages.selection import cut
from tui_home.text.folding import folded
from tui_home.text.width import graphemes

APART = "\n"
"""Stands between two stretches of text, and in nothing that is looked for."""


class Passage(NamedTuple):
    """The text of one Fragment, in pieces, each of which stands on one line."""

    fragment: Fragment
    text: str
    starts: Sequence[int]
    """Where in `text` each piece begins."""
    regions: Sequence[Region]
    """Where each piece stands, on the Fragment's lines."""
    order: Sequence[int]
    """The pieces' numbers from the top down, within a line from the left."""
    ranks: Sequence[int]
    """The place of each piece in `order`; empty when that is its number."""

    def piece_at(self, at: int) -> int:
        """Return the number of the piece to which a character belongs."""
        return bisect_right(self.starts, at) - 1

    def span(self, piece: int, first: int, last: int) -> tuple[int, int]:
        """Return first cell, and the one after the last, of the characters `first` to before `last` of a piece."""
        region = self.regions[piece]
        text = _text(self.fragment, region)
        if text.isascii():  # most is, and each of its characters has a cell and folds into one
            return region.start + first, min(region.start + last, region.end)
        start = end = 0
        at, column = 0, region.start
        for cluster, width in graphemes(text):
            after = at + len(folded(cluster))
            if at < last and after > first and width:
                start, end = start if end else column, column + width
            at, column = after, column + width
        return start, end

    def pieces_on(self, line: int) -> Iterator[int]:
        """Yield the numbers of the pieces on one of the Fragment's lines, from the left."""
        first = bisect_left(self.order, line, key=lambda piece: self.regions[piece].line)
        for piece in self.order[first:]:
            if self.regions[piece].line > line:
                break
            yield piece


class Searched(NamedTuple):
    """The text of a Page."""

    text: str
    tops: Sequence[int]
    """Where in `text` each Fragment's begins."""
    passages: Sequence[Passage]
    """One for each Fragment."""

    def passage_at(self, at: int) -> int:
        """Return the number of the Fragment to which a character belongs."""
        return bisect_right(self.tops, at) - 1


def searched(fragments: Sequence[Fragment], earlier: Searched | None = None) -> Searched:
    """Return the text of Fragments; what is known from an `earlier` Page of the same ones is taken from there."""
    known = {id(passage.fragment): passage for passage in earlier.passages} if earlier else {}
    passages = [known.get(id(fragment)) or _passage(fragment) for fragment in fragments]
    tops = list(accumulate((len(passage.text) for passage in passages[:-1]), initial=0)) if passages else []
    return Searched("".join(passage.text for passage in passages), tops, passages)


def _passage(fragment: Fragment) -> Passage:
    texts: list[str] = []
    starts: list[int] = []
    regions: list[Region] = []
    length = 0
    for anchor in fragment.anchors:
        for text, region in _pieces(fragment, anchor):
            starts.append(length)
            regions.append(region)
            texts.append(text)
            length += len(text)
    numbers = range(len(regions))
    places = [(region.line, region.start) for region in regions]
    if all(place <= following for place, following in pairwise(places)):
        return Passage(fragment, "".join(texts), starts, regions, numbers, ())
    order = sorted(numbers, key=places.__getitem__)
    ranks = [0] * len(order)
    for rank, piece in enumerate(order):
        ranks[piece] = rank
    return Passage(fragment, "".join(texts), starts, regions, order, ranks)


def _pieces(fragment: Fragment, anchor: Anchor) -> Iterator[tuple[str, Region]]:
    """Yield the folded text on each line of a stretch, with what stands between it and the next."""
    last = len(anchor.regions) - 1
    for number, region in enumerate(anchor.regions):
        after = APART if number == last else "" if number + 1 in anchor.glued else " "
        yield folded(_text(fragment, region)) + after, region


def _text(fragment: Fragment, region: Region) -> str:
    return cut(fragment.lines[region.line], region.start, region.end)
