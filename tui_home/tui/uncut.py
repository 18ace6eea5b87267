"""What a widget hands to Textual's compositor, without what would keep every frame until the garbage is collected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.strip import Strip

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.widget import Widget as _Drawn
else:
    # No Widget of its own: Textual follows the first of a class's bases that is one for its styles, and those alone.
    _Drawn = object


class Uncut(Strip):
    """A Strip that is taken as it is, or cut as another would be.

    Textual's (8.2) keeps what it was cut into, and where nothing is cut off that is the Strip itself: a circle. On 200
    lines each key left thousands of objects to be collected, and that stopped everybody for a tenth of a second.

    Args of the constructor:
        strip: What is drawn.
    """

    __slots__ = ("_whole",)

    def __init__(self, strip: Strip) -> None:
        # Only what the compositor asks for; the whole has the rest.
        self._whole = strip
        self._segments = strip._segments
        self._cell_length = strip.cell_length

    def divide(self, cuts: Iterable[int]) -> list[Strip]:
        """Return the parts between `cuts`."""
        cells = list(cuts)
        return [self._whole] if cells == [self._cell_length] else list(self._whole.divide(cells))


class UncutLines(_Drawn):
    """What a screen or a widget is besides, before its kind, to hand over its lines so."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines within `crop`."""
        drawn = super().render_lines(crop)
        return [strip if isinstance(strip, Uncut) else Uncut(strip) for strip in drawn]
