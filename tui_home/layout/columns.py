"""How columns share a width."""

from __future__ import annotations

from collections.abc import Sequence


def shared_out(needs: Sequence[Sequence[tuple[int, int]]], room: int, gap: int) -> list[int] | None:
    """Return the cells of each column, or None when there is no room for columns that can be read.

    Every column gets its longest word; what is left goes to those that want more, the most modest first, so that a
    column of dates is never wrapped for the sake of a column of prose.

    Args:
        needs: For each column, for each of its cells: the cells of its longest word, and of its longest line.
        room: Cells for all of them.
        gap: Cells between two.
    """
    least = [max(1, max((word for word, _ in column), default=0)) for column in needs]
    most = [max(1, max((line for _, line in column), default=0)) for column in needs]
    free = room - gap * (len(needs) - 1) - sum(least)
    if free < 0:
        return None
    widths = list(least)
    wanting = sorted(range(len(needs)), key=lambda index: most[index] - least[index])
    for place, index in enumerate(wanting):
        share = min(most[index] - least[index], free // (len(wanting) - place))
        widths[index] += share
        free -= share
    return widths
