"""Themes of our own beside Textual's, and the Palette that any theme gives the pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from tui_home.layout.colours import legible, reduced, shade
from tui_home.layout.ink import inks_of
from tui_home.layout.palettes import DARK_PALETTE, LIGHT_PALETTE, terminal_palette
from tui_home.model.look import TERMINAL_PALETTE, Depth, Look, Palette
from tui_home.terminal.capabilities import Capabilities
from tui_home.text.colour import READABLE, contrast, readable

DARK, LIGHT = DARK_PALETTE.name, LIGHT_PALETTE.name
TERMINAL = TERMINAL_PALETTE.name
"""Foreground and background are the terminal's own; the theme of those who chose none."""

_OWN = {palette.name: palette for palette in (DARK_PALETTE, LIGHT_PALETTE)}
_WORDS = {DARK: "Dark theme", LIGHT: "Light theme", TERMINAL: "Your terminal's own colours"}
_BACKGROUNDS = {True: "#121212", False: "#efefef"}
"""What Textual takes when a theme names no background (``textual.design``)."""
_FOREGROUNDS = {True: "#e0e0e0", False: "#1f1f1f"}
_MUTED = 0.62
_SURFACE = 0.1
_DEFAULT = "ansi_default"
_COLOURS = (
    "ansi-foreground", "ansi-background",
    "block-cursor-foreground", "block-cursor-background", "block-cursor-blurred-foreground",
    "block-cursor-blurred-background", "block-hover-background", "border", "border-blurred", "footer-key-foreground",
    "input-cursor-foreground", "input-cursor-background", "input-selection-foreground", "input-selection-background",
    "link-color", "link-color-hover", "link-background-hover", "screen-selection-foreground",
    "screen-selection-background", "scrollbar", "scrollbar-hover", "scrollbar-active", "scrollbar-background",
    "scrollbar-background-hover", "scrollbar-background-active",
)  # fmt: skip
_REVERSED = ("block-cursor-text-style", "block-cursor-blurred-text-style", "input-cursor-text-style")


@lru_cache(maxsize=1)
def own_themes() -> tuple[Theme, ...]:
    """Return our themes for Textual's own widgets (input, palette): the terminal's colours, dark, light."""
    return (_terminal(), *map(_painted, _OWN.values()))


@lru_cache(maxsize=32)
def theme_variables(name: str) -> Mapping[str, str]:
    """Return what style sheets may name of a theme of ours or of Textual's: half a millisecond each time otherwise."""
    theme = next((each for each in own_themes() if each.name == name), None) or BUILTIN_THEMES[name]
    return MappingProxyType({**theme.to_color_system().generate(), **theme.variables})


def _painted(palette: Palette) -> Theme:
    return Theme(
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


def _terminal() -> Theme:
    # What Textual would give one of the sixteen colours, whose shades nobody knows, is reversed instead.
    variables = dict.fromkeys(_COLOURS, _DEFAULT) | dict.fromkeys(_REVERSED, "reverse")
    return Theme(
        name=TERMINAL,
        primary=_DEFAULT,
        foreground=_DEFAULT,
        background=_DEFAULT,
        surface=_DEFAULT,
        panel=_DEFAULT,
        variables=variables,
        ansi=True,
    )


def fitting_theme(chosen: str, known: dict[str, Theme], able: Capabilities) -> str:
    """Return the theme to begin with: the chosen one if it is known and there are colours enough for it."""
    return chosen if chosen in known and able.depth > Depth.ANSI else TERMINAL


def first_look(able: Capabilities) -> Look:
    """Return how everything is drawn for whoever has chosen no theme: one of a short list."""
    return able.look(terminal_palette(able.foreground, able.background, able.depth))


def toggled(current: Theme, able: Capabilities) -> str:
    """Return the theme that comes next: after the terminal's colours our theme that is unlike them, the other, they."""
    first, second = (LIGHT, DARK) if _is_dark(able) else (DARK, LIGHT)
    following = {TERMINAL: first, first: second, second: TERMINAL}
    return following.get(current.name) or (LIGHT if current.dark else DARK)


def called(theme: str) -> str:
    """Return what a theme is called in a sentence."""
    return _WORDS.get(theme, f"Theme {theme}")


def palette_of(theme: Theme, able: Capabilities) -> Palette:
    """Return the colours that `theme` gives a page; text in them reaches 4.5:1 on background and surface."""
    if theme.name in _OWN:
        return _OWN[theme.name]
    if theme.ansi:
        return terminal_palette(able.foreground, able.background, able.depth)
    background = _hex(theme.background, _BACKGROUNDS[theme.dark])
    foreground = readable(_hex(theme.foreground, _FOREGROUNDS[theme.dark]), background)
    paper, ink = Color.parse(background), Color.parse(foreground)
    faint = paper.blend(ink, _SURFACE).hex6.lower()
    wanted = _hex(theme.surface, faint)
    surface = next((colour for colour in (wanted, faint) if contrast(foreground, colour) >= READABLE), "")

    def text(colour: str) -> str:
        colour = readable(colour, background)
        return readable(colour, surface) if surface else colour

    own = DARK_PALETTE if theme.dark else LIGHT_PALETTE
    return Palette(
        theme.name,
        dark=theme.dark,
        foreground=foreground,
        background=background,
        muted=text(paper.blend(ink, _MUTED).hex6.lower()),
        accent=text(_hex(theme.primary, foreground)),
        surface=surface,
        string=text(own.string),
        number=text(own.number),
    )


def css_variables(look: Look) -> dict[str, str]:
    """Return the colours of `look` for Textual's own widgets, by the names that our style sheets use."""
    palette, inks = look.palette, inks_of(look)
    background, surface = reduced(palette.background, look.depth), inks.surface
    foreground = legible(palette.foreground, (palette.background, palette.surface), look.depth)
    colours = {
        "page-background": background,
        "page-foreground": foreground,
        "page-surface": surface or background,
        "page-muted": inks.muted or foreground,
    }
    style = "none" if inks.muted or not look.dim else "dim"
    return {name: shade(colour) if colour else _DEFAULT for name, colour in colours.items()} | {"page-faint": style}


def _is_dark(able: Capabilities) -> bool:
    """Return whether the terminal's own background is known to be dark."""
    return bool(able.background) and contrast("#ffffff", able.background) >= contrast("#000000", able.background)


def _hex(colour: str | None, otherwise: str) -> str:
    if not colour:
        return otherwise
    try:
        return Color.parse(colour).hex6.lower()
    except ColorParseError:
        return otherwise
