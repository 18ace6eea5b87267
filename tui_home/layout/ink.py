"""Style and Look make Ink: what a Span means becomes what a terminal draws."""

from __future__ import annotations

from functools import lru_cache

from tui_home.layout.colours import hex_of, hue_16, reduced
from tui_home.layout.fragment import NO_INK, Ink
from tui_home.layout.palettes import SYNTAX_COLOURS
from tui_home.layout.signs import ASCII_SIGNS, UNICODE_SIGNS
from tui_home.model.inline import PLAIN, Style
from tui_home.model.look import Depth, Look
from tui_home.text.colour import contrast, readable

UNBROKEN_BLANK = "\u2800"
"""Braille's blank: until it is drawn as a blank, no rule of wrapping takes it for one."""
_READABLE = 4.5
_MOST_INKS = 512
_SYNTAX = (
    ("Token.Comment", "comment"),
    ("Token.Keyword", "keyword"),
    ("Token.Literal.String", "string"),
    ("Token.Literal.Number", "number"),
    ("Token.Name.Function", "name"),
    ("Token.Name.Class", "name"),
    ("Token.Name.Tag", "keyword"),
    ("Token.Generic.Heading", "name"),
)
_ANSI_SYNTAX = {"string": 2, "number": 3}
_BLACK, _WHITE = "#000000", "#ffffff"


class Inks:
    """The Inks of one Look, each made once."""

    __slots__ = ("_link", "_made", "accent", "look", "muted", "rule", "signs", "surface")

    def __init__(self, look: Look) -> None:
        palette, depth = look.palette, look.depth
        self.look = look
        self.signs = UNICODE_SIGNS if look.unicode else ASCII_SIGNS
        few = depth <= Depth.ANSI
        self.accent = reduced(palette.accent, depth)
        if depth is Depth.ANSI and palette.accent:
            self.accent = f"color({hue_16(palette.accent, bright=palette.dark)})"
        # The sixteen colours' greys are anyone's guess: dim is safer for meta text, nothing is safer for a surface.
        self.muted = "" if few else reduced(palette.muted, depth)
        self.surface = "" if few else reduced(palette.surface, depth)
        self.rule = Ink(self.muted) if self.muted else Ink(dim=True)
        self._link = Ink(self.accent, underline=not self.accent)
        self._made: dict[tuple[Style, bool, Style], Ink] = {(PLAIN, False, PLAIN): NO_INK}

    @property
    def made(self) -> int:
        """How many Inks are kept."""
        return len(self._made)

    def of(self, style: Style, *, linked: bool = False, base: Style = PLAIN) -> Ink:
        """Return the Ink of `style` within text whose own style is `base`."""
        if style is PLAIN and base is PLAIN:
            return self._link if linked else NO_INK
        key = (style, linked, base)
        ink = self._made.get(key)
        if ink is None:
            if len(self._made) >= _MOST_INKS:  # highlights are the content's choice, so they are counted
                self._made.clear()
            ink = self._made[key] = self._make(style, base, linked=linked)
        return ink

    def syntax(self, token: str) -> Ink:
        """Return the Ink of one of Pygments' tokens (its name), on the surface."""
        kind = next((kind for prefix, kind in _SYNTAX if token.startswith(prefix)), "")
        if kind == "comment":
            return Ink(self.muted, self.surface, italic=True, dim=not self.muted)
        if kind == "keyword":
            return Ink(self.accent, self.surface, bold=not self.accent)
        if kind in {"string", "number"}:
            return Ink(self._syntax_colour(kind), self.surface)
        return Ink("", self.surface, bold=kind == "name")

    def _syntax_colour(self, kind: str) -> str:
        palette, depth = self.look.palette, self.look.depth
        background = palette.surface or palette.background
        if depth is Depth.ANSI or not background:
            return f"color({_ANSI_SYNTAX[kind]})"
        wanted = SYNTAX_COLOURS[kind][0 if palette.dark else 1]
        return reduced(readable(wanted, background, _READABLE), depth)

    def chip_ends(self, ink: Ink) -> tuple[str, str, Ink]:
        """Return the two ends of a badge drawn in `ink`, and their own Ink."""
        if self.surface:
            return UNBROKEN_BLANK, UNBROKEN_BLANK, Ink("", self.surface)
        return (*self.signs.badge, Ink(ink.color, ink.background, dim=not ink.color, underline=False))

    def _make(self, style: Style, base: Style, *, linked: bool) -> Ink:
        accented = linked or style.accent or base.accent
        muted = (style.muted or base.muted) and not accented
        bold = style.bold or base.bold or (accented and not linked and not self.accent)
        highlight = style.highlight or base.highlight
        background = self.surface if style.code or style.badge else ""
        color = self.accent if accented else self.muted if muted else ""
        if highlight and self.look.depth is not Depth.NONE:
            color, background = self._on_highlight(highlight, accented=accented)
            muted = False
        elif highlight:
            bold = True
        return Ink(
            color,
            background,
            bold=bold,
            dim=muted and not self.muted,
            italic=style.italic or base.italic,
            underline=style.underline or base.underline or (linked and not self.accent),
            strike=style.strike or base.strike,
        )

    def _on_highlight(self, highlight: str, *, accented: bool) -> tuple[str, str]:
        """Return text colour and background such that the text reaches 4.5:1, computed on the reduced colours."""
        palette, depth = self.look.palette, self.look.depth
        background = reduced(highlight, depth)
        shown = _shown(background)
        wanted = [palette.accent, readable(palette.accent, shown, _READABLE)] if accented and palette.accent else []
        wanted += [colour for colour in (palette.foreground, palette.background) if colour]
        wanted.append(max(_BLACK, _WHITE, key=lambda colour: contrast(colour, shown)))
        for colour in wanted:
            text = reduced(colour, depth)
            if contrast(_shown(text), shown) >= _READABLE:
                return text, background
        return reduced(wanted[-1], depth), background


def _shown(colour: str) -> str:
    return colour if colour.startswith("#") else hex_of(int(colour[6:-1]))


@lru_cache(maxsize=64)
def inks_of(look: Look) -> Inks:
    """Return the Inks of `look`; there are at most a few dozen Looks."""
    return Inks(look)
