"""Themes of our own beside Textual's, and the Palette that any theme gives the pages."""

from __future__ import annotations

from textual.color import Color, ColorParseError
from textual.theme import Theme

from tui_home.layout.palettes import DARK_PALETTE, LIGHT_PALETTE
from tui_home.model.look import TERMINAL_PALETTE, Depth, Palette
from tui_home.text.colour import readable

DARK, LIGHT = DARK_PALETTE.name, LIGHT_PALETTE.name
TERMINAL = "ansi-dark"
"""Textual's theme that leaves foreground and background to the terminal."""

_OWN = {palette.name: palette for palette in (DARK_PALETTE, LIGHT_PALETTE)}
_BACKGROUNDS = {True: "#121212", False: "#efefef"}
"""What Textual takes when a theme names no background (``textual.design``)."""
_FOREGROUNDS = {True: "#e0e0e0", False: "#1f1f1f"}
_MUTED = 0.62
_SURFACE = 0.1


def own_themes() -> tuple[Theme, ...]:
    """Return our dark and our light theme for Textual's own widgets (input, palette)."""
    return tuple(
        Theme(
            name=palette.name,
            primary=palette.accent,
            secondary=palette.muted,
            accent=palette.accent,
            foreground=palette.foreground,
            background=palette.background,
            surface=palette.surface,
            panel=palette.surface,
            dark=palette.dark,
        )
        for palette in _OWN.values()
    )


def fitting_theme(chosen: str, known: dict[str, Theme], depth: Depth) -> str:
    """Return the theme to begin with: the chosen one if there is one, the terminal's own for few colours."""
    if depth <= Depth.ANSI:
        return TERMINAL
    return chosen if chosen in known else DARK


def toggled(current: Theme) -> str:
    """Return our own theme that is light when the current one is dark, and the other way round."""
    return LIGHT if current.dark else DARK


def palette_of(theme: Theme) -> Palette:
    """Return the colours that `theme` gives a page; text in them reaches 4.5:1 on the background."""
    if theme.name in _OWN:
        return _OWN[theme.name]
    if theme.ansi:
        return TERMINAL_PALETTE
    background = _hex(theme.background, _BACKGROUNDS[theme.dark])
    foreground = readable(_hex(theme.foreground, _FOREGROUNDS[theme.dark]), background)
    paper, ink = Color.parse(background), Color.parse(foreground)
    return Palette(
        theme.name,
        dark=theme.dark,
        foreground=foreground,
        background=background,
        muted=readable(paper.blend(ink, _MUTED).hex6.lower(), background),
        accent=readable(_hex(theme.primary, foreground), background),
        surface=_hex(theme.surface, paper.blend(ink, _SURFACE).hex6.lower()),
    )


def _hex(colour: str | None, otherwise: str) -> str:
    if not colour:
        return otherwise
    try:
        return Color.parse(colour).hex6.lower()
    except ColorParseError:
        return otherwise
