"""The program's own colours: al-folio's two accents, brought to 4.5:1 on background and surface."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from tui_home.layout.colours import reduced, shade
from tui_home.model.look import TERMINAL_PALETTE, Depth, Palette
from tui_home.text.colour import READABLE, contrast

DARK_PALETTE = Palette(
    "tui-home-dark",
    dark=True,
    foreground="#e8e8e8",
    background="#1c1c1d",
    muted="#a0a0a6",
    accent="#3aabcd",
    surface="#2a2c30",
    string="#9ccc8a",
    number="#d9ab6a",
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
    string="#2c6e2f",
    number="#8a5200",
)
"""al-folio's ``$purple-color`` on paper that is a little warmer than white."""

PALETTES = (DARK_PALETTE, LIGHT_PALETTE, TERMINAL_PALETTE)

_ON_BLACK = replace(DARK_PALETTE, name="terminal-on-black", foreground="", background="")
_ON_GREY = Palette(
    "terminal-on-dark-grey",
    dark=True,
    muted="#c8c8ce",
    accent="#8fd6ec",
    surface="#4a4c52",
    string="#c4e6b6",
    number="#f2d3a4",
)
_ON_WHITE = replace(LIGHT_PALETTE, name="terminal-on-white", foreground="", background="")
_ON_PALE = Palette(
    "terminal-on-light-grey",
    dark=False,
    muted="#3c3c40",
    accent="#6a0565",
    surface="#bcb9be",
    string="#14401a",
    number="#4f2e00",
)
TERMINAL_PALETTES = tuple(
    chain.from_iterable(
        (palette, replace(palette, name=f"{palette.name}-flat", surface=""))
        for palette in (_ON_BLACK, _ON_GREY, _ON_WHITE, _ON_PALE)
    )
)
"""On a terminal's own background, once it is known: the lighter or darker, the further it is from black or white."""

_BRIGHT_CYANS = ("#00ffff", "#55ffff", "#34e2e2", "#61d6d6", "#93a1a1")
_CYANS = ("#00cdcd", "#00aaaa", "#00bbbb", "#06989a", "#3a96dd", "#2aa198")
"""Colours 14 and 6 of xterm, the VGA console, PuTTY, Tango, Windows and Solarized."""
_VISIBLE = 1.1
"""The contrast from which a surface can be told from the background."""


def terminal_palette(foreground: str, background: str, depth: Depth = Depth.TRUECOLOR) -> Palette:
    """Return the palette that keeps a terminal's own colours: with our accents once its background is known.

    One of a short list, so that Pages are shared: never a colour that a terminal sent. Where nothing of ours can be
    read, or nothing is known, hierarchy is by bold, dim and underline alone.

    Args:
        foreground: ``#rrggbb``; empty while unknown.
        background: Likewise.
        depth: How many colours there are.
    """
    if not background or depth is Depth.NONE:
        return TERMINAL_PALETTE
    if depth <= Depth.ANSI:
        return _with_few_colours(background, depth)
    fitting = (palette for palette in TERMINAL_PALETTES if _fits(palette, foreground, background, depth))
    return next(fitting, TERMINAL_PALETTE)


def _with_few_colours(background: str, depth: Depth) -> Palette:
    """Choose for a terminal whose shades are its own; on light ones no hue is legible in all of them."""
    # Terminals with eight colours show bold text in the bright ones.
    shades = _BRIGHT_CYANS if depth is Depth.ANSI else _CYANS + _BRIGHT_CYANS
    legible = all(contrast(cyan, background) >= READABLE for cyan in shades)
    return TERMINAL_PALETTES[1] if legible else TERMINAL_PALETTE


def _fits(palette: Palette, foreground: str, background: str, depth: Depth) -> bool:
    colours = (palette.accent, palette.muted, palette.string, palette.number)
    texts = [shade(reduced(colour, depth)) for colour in colours]
    if not all(contrast(text, background) >= READABLE for text in texts):
        return False
    if not palette.surface:
        return True
    surface = shade(reduced(palette.surface, depth))
    if not foreground or contrast(surface, background) < _VISIBLE:
        return False
    return all(contrast(text, surface) >= READABLE for text in (*texts, foreground))
