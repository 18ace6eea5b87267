"""A repair: what stood where, and what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Repair(NamedTuple):
    """One place to change."""

    start: int
    """Where the replaced part begins in the text."""
    end: int
    replacement: str
    what: str
    """What is wrong, without the place: "Damaged character"."""
    before: str
    """What a message shows: the replaced part and as much round it as makes it recognisable."""
    after: str
    hint: str


def apply_repairs(text: str, repairs: Sequence[Repair]) -> str:
    """Return `text` with all repairs made; they must be in order and apart."""
    parts: list[str] = []
    position = 0
    for repair in repairs:
        parts += (text[position : repair.start], repair.replacement)
        position = repair.end
    return "".join([*parts, text[position:]])
