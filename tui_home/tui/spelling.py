"""The chrome's words, and whatever Textual's own widgets draw, in the characters that a visitor's terminal has."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from tui_home.layout.spelling import spelt_signs
from tui_home.model.look import Look
from tui_home.text.patterns import pattern
from tui_home.text.width import cell_width, graphemes

if TYPE_CHECKING:
    from textual.color import Color

_KEYS = str.maketrans({"\u2193": "down", "\u2191": "up", "\u2190": "left", "\u2192": "right"})
# Scrollbars and borders are made of them; the colours behind say enough.
_BLOCKS = pattern("[\u2580-\u259f]")


def plain_signs(text: str, look: Look) -> str:
    """Return `text`, of our own or the site's, as `look` can show it; arrows are keys, and are named."""
    if text.isascii() or (look.unicode and not look.few_glyphs):
        return text
    return spelt_signs(text if look.unicode else text.translate(_KEYS), look)


class SpellingFilter(LineFilter):
    """The last gate: lets no character pass that the terminal does not have, and keeps every line as wide as it was.

    What we draw is spelt already; Textual's own widgets, and what is typed into them, are not.
    """

    def __init__(self, *, unicode: bool, few_glyphs: bool) -> None:
        super().__init__()
        self._look = Look(unicode=unicode, few_glyphs=few_glyphs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SpellingFilter) and other._look == self._look

    def __hash__(self) -> int:
        return hash(self._look)

    @property
    def idle(self) -> bool:
        """Whether the terminal has every character."""
        return self._look.unicode and not self._look.few_glyphs

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return `segments` in characters that the terminal has."""
        return [
            Segment(text if control or text.isascii() else _fitted(text, self._look), style, control)
            for text, style, control in segments
        ]


@lru_cache(maxsize=512)
def _fitted(text: str, look: Look) -> str:
    """Return `text` spelt cell by cell, so that it takes as many as before."""
    return "".join(
        _cut(spelt_signs(_BLOCKS.sub(" ", cluster), look), cells) for cluster, cells in graphemes(text) if cells
    )


def _cut(text: str, cells: int) -> str:
    fitting = text if cell_width(text) <= cells else text[:cells]
    return fitting + " " * (cells - cell_width(fitting))
