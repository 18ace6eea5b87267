"""Rich's Style of an Ink: what is printed and what is shown have the same."""

from __future__ import annotations

from functools import lru_cache

from rich.style import Style

from tui_home.layout.fragment import Ink


@lru_cache(maxsize=512)
def rich_style(ink: Ink) -> Style:
    """Return Rich's Style for `ink`; its colours are reduced already, so any colour system leaves them as they are.

    Attributes that are off stay unset: "not bold" would have to be said to every terminal.
    """
    return Style(
        color=ink.color or None,
        bgcolor=ink.background or None,
        bold=ink.bold or None,
        dim=ink.dim or None,
        italic=ink.italic or None,
        underline=ink.underline or None,
        strike=ink.strike or None,
        reverse=ink.reverse or None,
    )
