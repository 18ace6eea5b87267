"""Finding words on a Page: case, accents and line breaks do not matter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, overload

from tui_home.layout import Region
from tui_home.layout.spelling import spelt
from tui_home.model.named import NamedTuple
from tui_home.text.folding import folded

if TYPE_CHECKING:
    from tui_home.pages.page import Page

MOST = 100_000
"""Places that are found: each ``e`` of 5,000 publications."""


class Match(NamedTuple):
    """One place where the words stand."""

    regions: tuple[Region, ...]
    """One for each line it stands on, on the page's lines."""

    @property
    def line(self) -> int:
        """The line it begins on."""
        return self.regions[0].line


class Matches(Sequence[Match]):
    """All places where the words stand, from the top down; they do not overlap.

    Where on the page one of them is, is worked out when it is asked for: of tens of thousands a screen shows few.

    Args of the constructor:
        page: Where.
        length: Of the words, folded.
        places: Where in the text of the Page they begin, in its order.
    """

    def __init__(self, page: Page, length: int, places: Sequence[int]) -> None:
        self._page = page
        self._length = length
        self._places = places
        self._ordered = _ordered(page, places)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Match: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Match]: ...

    def __getitem__(self, index: int | slice) -> Match | Sequence[Match]:
        """Return one of them, or several."""
        if isinstance(index, slice):
            return tuple(map(self._match, self._ordered[index]))
        return self._match(self._ordered[index])

    def __eq__(self, other: object) -> bool:
        """Say whether the same places are meant."""
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(Match.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment] # as of any sequence that is no tuple

    def first_from(self, line: int) -> int:
        """Return the first that begins on `line` of the page or below; how many there are when none does."""
        return bisect_left(self, line, key=lambda match: match.line)

    def on(self, line: int) -> Iterator[Region]:
        """Yield what of them stands on a line of the page, from the left."""
        page = self._page
        index = page.fragment_at(line)
        if index < 0 or not self._places:
            return
        passage, top = page.searched.passages[index], page.searched.tops[index]
        for piece in passage.pieces_on(line - page.offsets[index]):
            start = top + passage.starts[piece]
            end = top + (passage.starts[piece + 1] if piece + 1 < len(passage.starts) else len(passage.text))
            first = bisect_left(self._places, start - self._length + 1)
            for at in self._places[first : bisect_left(self._places, end)]:
                yield from (region for region in self._match(at).regions if region.line == line)

    def _match(self, at: int) -> Match:
        page = self._page
        index = page.searched.passage_at(at)
        passage, offset = page.searched.passages[index], page.offsets[index]
        at -= page.searched.tops[index]
        first = passage.piece_at(at)
        regions: list[Region] = []
        for piece in range(first, len(passage.starts)):
            before = passage.starts[piece]
            if before >= at + self._length:
                break
            start, end = passage.span(piece, max(0, at - before), at + self._length - before)
            if end > start:
                regions.append(Region(passage.regions[piece].line + offset, start, end))
        # Characters that take no cell can be looked for, too.
        where = passage.regions[first]
        return Match(tuple(regions) or (Region(where.line + offset, where.start, where.start),))


def find(page: Page, words: str) -> Matches:
    """Return every Match of `words`, up to the number of `MOST`."""
    wanted = folded(" ".join(spelt(words, page.look).split())).strip()
    places = list(islice(_places(page.searched.text, wanted), MOST)) if wanted else []
    return Matches(page, len(wanted), places)


def _places(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + len(wanted))


def _ordered(page: Page, places: Sequence[int]) -> Sequence[int]:
    """Return places in the text in their order on the page: cells of a table stand beside each other."""
    ordered = places
    if not places:
        return ordered
    for passage, top in zip(page.searched.passages, page.searched.tops, strict=True):
        if not passage.ranks:
            continue
        first, end = bisect_left(places, top), bisect_left(places, top + len(passage.text))
        if end - first > 1:
            ordered = list(ordered) if ordered is places else ordered
            by_rank = sorted((passage.ranks[passage.piece_at(at - top)], at) for at in places[first:end])
            ordered[first:end] = [at for _, at in by_rank]  # type: ignore[index] # it is a list now
    return ordered
