"""Style and Look make Ink: what a Span means becomes what a terminal draws."""

from __future__ import annotations

from functools import lru_cache

from tui_home.layout.colours import hue_16, legible, reduced, shade
from tui_home.layout.fragment import NO_INK, Ink
from tui_home.layout.signs import signs_of
from tui_home.model.inline import PLAIN, Style
from tui_home.model.look import Depth, Look
from tui_home.text.colour import READABLE, contrast, readable

UNBROKEN_BLANK = "\u2800"
"""Braille's blank: until it is drawn as a blank, no rule of wrapping takes it for one."""
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
_BLACK, _WHITE = "#000000", "#ffffff"


class Inks:
    """The Inks of one Look, each made once."""

    __slots__ = ("_link", "_made", "accent", "few", "look", "muted", "rule", "signs", "surface")

    def __init__(self, look: Look) -> None:
        palette, depth = look.palette, look.depth
        self.look = look
        self.signs = signs_of(look)
        # The shades of few colours are anyone's guess: beside the accent's hue none is used.
        self.few = depth <= Depth.ANSI
        self.accent = self._text(palette.accent)
        if self.few and self.accent:
            self.accent = f"color({hue_16(palette.accent, bright=palette.dark and depth is Depth.ANSI)})"
        self.muted = "" if self.few else self._text(palette.muted)
        self.surface = "" if self.few else reduced(palette.surface, depth)
        self.rule = Ink(self.muted) if self.muted else Ink(dim=look.dim)
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
            return Ink(self.muted, self.surface, italic=True, dim=self._faint)
        if kind == "keyword":
            return Ink(self.accent, self.surface, bold=not self.accent)
        if kind in {"string", "number"} and not self.few:
            return Ink(self._text(getattr(self.look.palette, kind)), self.surface)
        return Ink("", self.surface, bold=kind == "name")

    @property
    def _faint(self) -> bool:
        """Whether what is muted is so by weight, for want of a colour."""
        return self.look.dim and not self.muted

    def _text(self, colour: str) -> str:
        palette = self.look.palette
        return legible(colour, (palette.background, palette.surface), self.look.depth)

    def chip_ends(self, ink: Ink) -> tuple[str, str, Ink]:
        """Return the two ends of a badge drawn in `ink`, and their own Ink.

        On a background of the terminal's own they are signs, known or not: what is learnt of it changes only colours.
        """
        if self.look.palette.background and self.surface:
            return UNBROKEN_BLANK, UNBROKEN_BLANK, Ink("", self.surface)
        colour = ink.color or self.muted
        return (*self.signs.badge, Ink(colour, ink.background, dim=self.look.dim and not colour))

    def _make(self, style: Style, base: Style, *, linked: bool) -> Ink:
        accented = linked or style.accent or base.accent
        muted = (style.muted or base.muted) and not accented
        bold = style.bold or base.bold or (accented and not linked and not self.accent)
        highlight = style.highlight or base.highlight
        background = self.surface if style.code or style.badge else ""
        color = self.accent if accented else self.muted if muted else ""
        if highlight and not self.few:
            color, background = self._on_highlight(highlight, accented=accented)
            muted = False
        elif highlight:
            bold, muted = True, False
        return Ink(
            color,
            background,
            bold=bold,
            dim=muted and self._faint,
            italic=style.italic or base.italic,
            underline=style.underline or base.underline or (linked and not self.accent),
            strike=style.strike or base.strike,
        )

    def _on_highlight(self, highlight: str, *, accented: bool) -> tuple[str, str]:
        """Return text colour and background such that the text reaches 4.5:1, computed on the reduced colours."""
        palette, depth = self.look.palette, self.look.depth
        background = reduced(highlight, depth)
        shown = shade(background)
        wanted = [palette.accent, readable(palette.accent, shown, READABLE)] if accented and palette.accent else []
        wanted += [colour for colour in (palette.foreground, palette.background) if colour]
        wanted.append(max(_BLACK, _WHITE, key=lambda colour: contrast(colour, shown)))
        for colour in wanted:
            text = reduced(colour, depth)
            if contrast(shade(text), shown) >= READABLE:
                return text, background
        return reduced(wanted[-1], depth), background


@lru_cache(maxsize=64)
def inks_of(look: Look) -> Inks:
    """Return the Inks of `look`; there are at most a few dozen Looks."""
    return Inks(look)
