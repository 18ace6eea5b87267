"""The lines of the command palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import CommandList

from tui_home.tui.ink import FOCUSED

if TYPE_CHECKING:
    from textual.strip import Strip


class OfferList(CommandList):
    """Reverses the line that is pointed at, as everything at the cursor is: Textual's styles of options cannot."""

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        strip = super().render_line(y)
        pointed = self.highlighted is not None and any(
            segment.style and segment.style.meta.get("option") == self.highlighted for segment in strip
        )
        return strip.apply_style(FOCUSED) if pointed else strip
