"""How well what is typed in the palette resembles an offer; in linear time, whatever a title holds.

Textual's own search scores every way in which the letters may lie: for ten letters `a` in a title of thirty, there are
thirty million, and a server has other visitors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.fuzzy import FuzzySearch, Matcher

_WHOLE, _WITHIN = 2.0, 1.5
"""What letters that stand together are worth more, as Textual has it."""


class LinearSearch(FuzzySearch):
    """Scores as Textual does, of few ways in which letters may lie: the first, and the one that keeps to words."""

    def match(self, query: str, candidate: str) -> tuple[float, Sequence[int]]:
        """Return the score of `query` in `candidate`, and where its letters are; 0 and nothing for no match."""
        query, candidate = query.lower(), candidate.lower()
        at = candidate.find(query)
        if not query:
            return 0.0, ()
        if at >= 0:
            together = tuple(range(at, at + len(query)))
            return self.score(candidate, together) * (_WHOLE if candidate == query else _WITHIN), together
        starts = self.get_first_letters(candidate)
        ways = (tuple(_placed(query, candidate, wanted)) for wanted in (frozenset[int](), starts))
        return max(((self.score(candidate, way), way) for way in ways if len(way) == len(query)), default=(0.0, ()))


def linear_matcher(query: str) -> Matcher:
    """Return what matches offers with `query`, and marks its letters in them."""
    matcher = Matcher(query)
    matcher.fuzzy_search = LinearSearch()
    return matcher


def _placed(query: str, candidate: str, wanted: frozenset[int]) -> Iterator[int]:
    """Yield where each letter is found after the one before: beside it, else at a place that is `wanted`, else first.

    Ends early where a letter is not found.
    """
    ahead = sorted(wanted)
    last = -1
    for letter in query:
        if wanted and candidate.startswith(letter, last + 1):
            at = last + 1
        else:
            first = candidate.find(letter, last + 1)
            at = next((place for place in ahead if place > last and candidate[place] == letter), first)
        if at < 0:
            return
        yield at
        last = at
