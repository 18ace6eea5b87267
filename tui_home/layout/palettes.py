"""The program's own colours: al-folio's two accents, brought to 4.5:1 on background and surface."""

from __future__ import annotations

from tui_home.model.look import TERMINAL_PALETTE, Palette

DARK_PALETTE = Palette(
    "tui-home-dark",
    dark=True,
    foreground="#e8e8e8",
    background="#1c1c1d",
    muted="#a0a0a6",
    accent="#3aabcd",
    surface="#2a2c30",
)
"""al-folio's ``$grey-color-dark`` and ``$cyan-color`` (``_sass/_variables.scss``), the accent lightened."""

LIGHT_PALETTE = Palette(
    "tui-home-light",
    dark=False,
    foreground="#1f1f21",
    background="#fdfdfd",
    muted="#646469",
    accent="#b509ac",
    surface="#f2eef3",
)
"""al-folio's ``$purple-color`` on paper that is a little warmer than white."""

PALETTES = (DARK_PALETTE, LIGHT_PALETTE, TERMINAL_PALETTE)

SYNTAX_COLOURS = {"string": ("#9ccc8a", "#2c6e2f"), "number": ("#d9ab6a", "#8a5200")}
"""Strings and numbers in code, on dark and on light; keywords take the accent, comments are muted."""


def terminal_palette(foreground: str, background: str) -> Palette:
    """Return the palette that keeps a terminal's own colours: with our accents once its background is known.

    One of a short list, so that Pages are shared: never a colour that a terminal sent.

    Args:
        foreground: ``#rrggbb``; empty while unknown.
        background: Likewise.
    """
    del foreground, background
    return TERMINAL_PALETTE
