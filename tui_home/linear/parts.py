"""Pieces in parts: as much as is listened to in one go, about one screen."""

from __future__ import annotations

from collections.abc import Sequence

from tui_home.output.linear import Piece

ENOUGH = 1200
"""Characters after which a part ends, at the next place where that does no harm; at 15 a second, 80 seconds."""
_TOO_MUCH = 2 * ENOUGH
_TOO_LITTLE = ENOUGH // 4
_LINE = 40
"""What a line weighs at least: its end is a pause."""

Part = tuple[Piece, ...]


def parts(pieces: Sequence[Piece]) -> tuple[Part, ...]:
    """Return all of `pieces` in parts, none empty; the same whatever the width, so that numbers stay."""
    done: list[list[Piece]] = []
    current: list[Piece] = []
    weight = 0
    for piece in pieces:
        own = _weight(piece)
        most = _TOO_MUCH if piece.goes_on else ENOUGH
        if current and weight + own > most and not current[-1].leads:
            done.append(current)
            current, weight = [], 0
        current.append(piece)
        weight += own
    if done and weight < _TOO_LITTLE:
        done[-1] += current
    elif current:
        done.append(current)
    return tuple(map(tuple, done))


def _weight(piece: Piece) -> int:
    return max(piece.weight, _LINE * len(piece.lines))
