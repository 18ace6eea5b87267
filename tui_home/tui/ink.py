"""Rich's styles for our Inks and for the chrome, in colours that the terminal has."""

from __future__ import annotations

from functools import lru_cache

from rich.style import Style

from tui_home.layout.colours import legible, reduced
from tui_home.layout.fragment import Ink
from tui_home.layout.ink import inks_of
from tui_home.model.look import Look
from tui_home.model.record import record
from tui_home.output.rich_style import rich_style

FOCUSED = Style(reverse=True)
"""The link at the cursor."""
FOUND = Style(underline=True, bold=True)
"""What find has found."""
CURRENT = Style(reverse=True, bold=True)
"""The one among them at which find stands."""
SELECTED = Style(reverse=True)


@record
class ChromeStyles:
    """The few styles of bar, rules, state line and footer, and what everything stands on."""

    base: Style
    text: Style
    strong: Style
    muted: Style
    accent: Style
    rule: Style
    heavy: Style


@lru_cache(maxsize=64)
def chrome_styles(look: Look) -> ChromeStyles:
    """Return the chrome's styles for `look`: one accent, three weights."""
    inks, base = inks_of(look), base_style(look)
    muted = base + (Style(color=inks.muted) if inks.muted else Style(dim=look.dim or None))
    accent = base + (Style(color=inks.accent) if inks.accent else Style(bold=True))
    return ChromeStyles(
        base=base,
        text=base,
        strong=base + Style(bold=True),
        muted=muted,
        accent=accent,
        rule=muted + Style(dim=True) if inks.muted and look.dim else muted,
        heavy=accent,
    )


@lru_cache(maxsize=64)
def base_style(look: Look) -> Style:
    """Return what text without an Ink of its own stands on; the terminal's own colours where the palette has none."""
    palette, depth = look.palette, look.depth
    foreground = legible(palette.foreground, (palette.background, palette.surface), depth)
    return Style(color=foreground or None, bgcolor=reduced(palette.background, depth) or None)


@lru_cache(maxsize=4096)
def style_of(ink: Ink, base: Style, url: str = "") -> Style:
    """Return Rich's style of `ink` on `base`; `url` (already safe) makes it an OSC 8 hyperlink."""
    style = base + rich_style(ink)
    return style.update_link(url) if url else style
