"""What a misspelt word was meant to be, when that is plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST = 4
_LONGEST = 64
_MOST_SLIPS = 3


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the one known word that `word` is a slip of; None when none or more than one is near.

    Case and the choice between ``-``, ``_`` and a blank do not count. One slip (a letter too many, too few, wrong, or
    two swapped) is forgiven in short words, two from eight letters, three from fourteen.

    Args:
        word: As written.
        known: The words that exist; a word among them is its own closest.
    """
    written = _folded(word)
    if len(written) > _LONGEST:
        return None
    folded = {candidate: _folded(candidate) for candidate in known}
    near = ((candidate, form) for candidate, form in folded.items() if abs(len(form) - len(written)) <= _MOST_SLIPS)
    ranked = sorted((distance(written, form, _MOST_SLIPS), candidate) for candidate, form in near)
    if not ranked:
        return None
    best, candidate = ranked[0]
    unique = len(ranked) == 1 or ranked[1][0] > best
    return candidate if unique and best <= _forgiven(min(len(written), len(candidate))) else None


def distance(a: str, b: str, most: int | None = None) -> int:
    """Return how many slips lie between two words (optimal string alignment distance); over `most`, some such number.

    With `most`, words that have little in common are soon told apart: strangers may ask for any among hundreds.
    """
    before: list[int] = []
    previous = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        current = [i]
        for j, other in enumerate(b, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if most is not None and min(current) > most and min(previous) > most:
            return most + 1
        before, previous = previous, current
    return previous[-1]


def _folded(word: str) -> str:
    """Return `word` without what does not count."""
    return word.strip().casefold().replace("-", "_").replace(" ", "_")


def _forgiven(length: int) -> int:
    """Return how many slips a word of this length may have and still be plain."""
    if length < _SHORTEST:
        return 0
    return 1 + (length >= 8) + (length >= 14)  # noqa: PLR2004 - the lengths the docstring states
