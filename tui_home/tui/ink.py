"""Rich's styles for our Inks and for the chrome, in colours that the terminal has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style

from tui_home.layout.colours import reduced
from tui_home.layout.fragment import Ink
from tui_home.model.look import Depth, Look
from tui_home.output.ansi import rich_style

FOCUSED = Style(reverse=True)
"""The link at the cursor."""
FOUND = Style(underline=True, bold=True)
"""What find has found."""
CURRENT = Style(reverse=True, bold=True)
"""The one among them at which find stands."""
SELECTED = Style(reverse=True)

_ASCII = str.maketrans(
    {"↓": "down", "↑": "up", "←": "left", "→": "right", "–": "-", "“": '"', "”": '"', "…": "...", "’": "'", "·": "-"}
)


@dataclass(frozen=True, slots=True)
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
    palette, depth = look.palette, look.depth
    base = base_style(look)
    colours = {name: reduced(getattr(palette, name), depth) for name in ("muted", "accent")}
    muted = base + (Style(color=colours["muted"]) if colours["muted"] else Style(dim=True))
    accent = base + (Style(color=colours["accent"]) if colours["accent"] else Style(bold=True))
    return ChromeStyles(
        base=base,
        text=base,
        strong=base + Style(bold=True),
        muted=muted,
        accent=accent,
        rule=muted + Style(dim=True) if depth > Depth.ANSI else muted,
        heavy=accent,
    )


@lru_cache(maxsize=64)
def base_style(look: Look) -> Style:
    """Return what text without an Ink of its own stands on; the terminal's own colours where the palette has none."""
    palette, depth = look.palette, look.depth
    return Style(color=reduced(palette.foreground, depth) or None, bgcolor=reduced(palette.background, depth) or None)


@lru_cache(maxsize=4096)
def style_of(ink: Ink, base: Style, url: str = "") -> Style:
    """Return Rich's style of `ink` on `base`; `url` (already safe) makes it an OSC 8 hyperlink."""
    style = base + rich_style(ink)
    return style.update_link(url) if url else style


def plain_signs(text: str, look: Look) -> str:
    """Return `text` of our own, spelt in ASCII where the terminal has no Unicode."""
    return text if look.unicode else text.translate(_ASCII)
