"""Text in several Inks, wrapped: for what is printed beside pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_home.layout import Ink, Line, Segment
from tui_home.layout.wrap import wrap
from tui_home.text.width import drawable

WIDEST = 110
"""Cells: a longer line is hard to read."""


def wrapped(
    pieces: Iterable[tuple[str, Ink]], width: int, indent: int = 0, hanging: int | None = None
) -> Iterator[Line]:
    """Yield the lines of a text of several Inks.

    Args:
        pieces: The text, each stretch with its Ink.
        width: Cells; more than `WIDEST` are not used.
        indent: Blanks before the first line.
        hanging: Blanks before the others; as many as `indent` by default.
    """
    drawn = [(drawable(text), ink) for text, ink in pieces]
    text = "".join(piece for piece, _ in drawn)
    width = min(width, WIDEST)
    hanging = indent if hanging is None else hanging
    cuts = wrap(text, lambda line: max(width - (hanging if line else indent), 1), simple=False)
    for number, (start, end, _) in enumerate(cuts):
        blanks = hanging if number else indent
        segments = [Segment(" " * blanks)] if blanks else []
        at = 0
        for piece, ink in drawn:
            if part := piece[max(start - at, 0) : max(end - at, 0)]:
                segments.append(Segment(part, ink))
            at += len(piece)
        yield tuple(segments)
