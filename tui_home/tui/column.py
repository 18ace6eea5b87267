"""Where the page's column stands on the screen: bar, text and footer share it."""

from __future__ import annotations

from tui_home.model.record import record
from tui_home.pages import NARROWEST

WIDEST = 120
"""Cells of the column at most, gutter and margin included."""
GUTTER = 2
"""Cells left of the text, in which the cursor stands."""
_MARGIN = 2
_ROOMY = 60
SHORT = 16
"""Rows below which rules and blank lines go first."""


@record
class Column:
    """A stretch of the screen's width."""

    left: int
    """Cells before the gutter."""
    gutter: int
    text: int
    """Cells of the text itself."""
    width: int
    """Cells of the screen."""

    @property
    def start(self) -> int:
        """The text's first cell on the screen."""
        return self.left + self.gutter


def column_of(width: int) -> Column:
    """Return the column on a screen of `width` cells, centred when there is more room than it needs.

    On the narrowest screens the gutter goes before any of the text does.
    """
    whole = min(width, WIDEST)
    gutter = min(GUTTER, max(0, width - NARROWEST))
    margin = _MARGIN if width >= _ROOMY else 0
    return Column((width - whole) // 2, gutter, max(NARROWEST, whole - gutter - margin), width)


def bare_column(width: int, measure: int) -> Column:
    """Return the column of plain text to be selected: at the screen's left edge, without a gutter."""
    return Column(0, 0, max(NARROWEST, min(width, measure)), width)
