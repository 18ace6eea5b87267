"""Words that name one thing each."""

from __future__ import annotations


def unique(word: str, taken: dict[str, int]) -> str:
    """Return `word`, with a number behind it when it is taken; it is taken then.

    Args:
        word: Not empty.
        taken: The words in use, and the last number put behind each: as many equal words as a file may hold take no
            longer than different ones. Added to.
    """
    found = word
    while found in taken:
        taken[word] += 1
        found = f"{word}-{taken[word]}"
    taken[found] = 1
    return found
