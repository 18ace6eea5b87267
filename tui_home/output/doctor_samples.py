"""Samples of what a terminal can show, made of the Inks and signs that pages are made of."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator

from tui_home.layout import DARK_PALETTE, LIGHT_PALETTE, Ink, Line, Segment
from tui_home.layout.colours import reduced, shade
from tui_home.layout.ink import Inks
from tui_home.layout.palettes import terminal_palette
from tui_home.layout.signs import ASCII_SIGNS, CONSOLE_SIGNS, UNICODE_SIGNS, Signs, signs_of
from tui_home.model.look import Depth, Palette
from tui_home.output.doctor_facts import Facts
from tui_home.output.wrapping import wrapped
from tui_home.text.colour import contrast

_INDENT = 2
_LABEL = 17
_WIDEST_RAMP = 48
_DEPTHS = (Depth.TRUECOLOR, Depth.EIGHT_BIT, Depth.ANSI, Depth.EIGHT)
_NAMES = {Depth.TRUECOLOR: "truecolor", Depth.EIGHT_BIT: "256", Depth.ANSI: "16", Depth.EIGHT: "8"}
_BOXES = (
    ("┌──┬──┐", "+--+--+"),
    ("│  │  │", "|  |  |"),
    ("├──┼──┤", "+--+--+"),
    ("│  │  │", "|  |  |"),
    ("└──┴──┘", "+--+--+"),
)
_HOME = "https://example.org/"
_STANDARD = frozenset(f"color({number})" for number in range(Depth.ANSI))


def colour_lines(facts: Facts, width: int) -> Iterator[Line]:
    """Yield a ramp of each depth up to the one used, and above them one of the next: perhaps we are too modest."""
    depth = facts.capabilities.depth
    if depth is Depth.NONE or not facts.ansi:
        would = "Bars of hues would stand here, in 8, 16, 256 and all colours. None is sent"
        why = facts.why("depth") if facts.ansi else facts.why("interactive")
        yield from wrapped([(f"{would}: {why}." if why else f"{would}.", Ink())], width, _INDENT)
        return
    beyond = next((more for more in reversed(_DEPTHS) if more > depth), None)
    cells = min(max(width - _INDENT - _LABEL, 16), _WIDEST_RAMP) // 16 * 16
    for shown in _DEPTHS:
        if shown <= depth or shown is beyond:
            label = f"{_NAMES[shown]}{'  used' if shown is depth else '  more' if shown is beyond else ''}"
            yield (Segment(" " * _INDENT + label.ljust(_LABEL)), *_ramp(shown, cells))
    if beyond:
        words = f"“more” is one step beyond what is used here. If it shows {_steps(beyond)}, it could be used, too"
        yield from wrapped([(f"{words}{_how(beyond)}.", Ink())], width, _INDENT)


def _steps(depth: Depth) -> str:
    smooth = depth is Depth.TRUECOLOR
    return "a smooth rainbow" if smooth else "a rainbow" if depth is Depth.EIGHT_BIT else "16 different colours"


def _how(depth: Depth) -> str:
    return ": export COLORTERM=truecolor" if depth is Depth.TRUECOLOR else ""


def _ramp(depth: Depth, cells: int) -> Iterator[Segment]:
    if depth in {Depth.EIGHT, Depth.ANSI}:
        number = int(depth)
        for colour in range(number):
            yield Segment(" " * (cells // number), Ink("", f"color({colour})"))
        return
    for cell in range(cells):
        red, green, blue = (round(255 * part) for part in colorsys.hsv_to_rgb(cell / cells, 0.7, 0.85))
        yield Segment(" ", Ink("", reduced(f"#{red:02x}{green:02x}{blue:02x}", depth)))


def own_palette(facts: Facts) -> Palette:
    """Return the palette that keeps the terminal's own colours."""
    capabilities = facts.capabilities
    return terminal_palette(capabilities.foreground, capabilities.background, capabilities.depth)


def palette_lines(facts: Facts, width: int) -> Iterator[Line]:
    """Yield our palettes' accent, muted text and surface, each with its contrast."""
    capabilities = facts.capabilities
    grounds = capabilities.foreground, capabilities.background
    # With few colours the homepage keeps to the terminal's own.
    painted = () if Depth.NONE < capabilities.depth <= Depth.ANSI else (DARK_PALETTE, LIGHT_PALETTE)
    for palette in (own_palette(facts), *painted):
        yield (Segment(" " * _INDENT), Segment(palette.name, Ink(bold=True)))
        foreground, background = (palette.foreground, palette.background) if palette.background else grounds
        sends = capabilities.depth is not Depth.NONE and facts.ansi
        if not palette.accent:
            words = "the terminal's own colours; hierarchy by bold, underlined and faint text"
            yield from wrapped([(words, Ink())], width, 2 * _INDENT)
        elif not sends:
            yield from wrapped([(_described(palette, background), Ink())], width, 2 * _INDENT)
        else:
            inks = Inks(capabilities.look(palette, interactive=False))
            yield from _swatches(inks, foreground, background)


def _described(palette: Palette, background: str) -> str:
    parts = (("accent", palette.accent), ("muted", palette.muted))
    figures = ", ".join(f"{name} {colour} {contrast(colour, background):.1f}:1" for name, colour in parts)
    return f"{figures} on {background}, surface {palette.surface or 'none'}"


def _swatches(inks: Inks, foreground: str, background: str) -> Iterator[Line]:
    palette = inks.look.palette
    few = inks.look.depth <= Depth.ANSI
    text = "" if few else reduced(palette.foreground, inks.look.depth)
    paper = "" if few else reduced(palette.background, inks.look.depth)
    samples = [
        ("text", Ink(text, paper)),
        ("accent", Ink(inks.accent, paper)),
        ("muted", Ink(inks.muted, paper, dim=inks.look.dim and not inks.muted)),
    ]
    if inks.surface:
        samples.append(("surface", Ink(text, inks.surface)))
    for name, ink in samples:
        front = ink.color or ("" if ink.dim or few else foreground)
        figure = _figure(front, ink.background or background)
        yield (Segment(" " * 2 * _INDENT), Segment(f" {name.ljust(8)}", ink), Segment(f"  {figure}"))


def _figure(front: str, behind: str) -> str:
    """Return the contrast of what is drawn, on the reduced colours; of the terminal's own shades nothing is known."""
    if not front or not behind or front in _STANDARD:
        return "its own shade"
    return f"{contrast(shade(front), shade(behind)):.1f}:1"


def sign_lines(facts: Facts, width: int) -> Iterator[Line]:
    """Yield our signs and a box, in Unicode and ASCII beside each other; ASCII alone where nothing else is sent."""
    unicode = facts.capabilities.unicode
    used = signs_of(facts.capabilities.look(DARK_PALETTE))
    console = ("console", CONSOLE_SIGNS) if used is CONSOLE_SIGNS else ("Unicode", UNICODE_SIGNS)
    for name, signs in (console, ("ASCII", ASCII_SIGNS))[0 if unicode else 1 :]:
        words = f"{name.ljust(8)}{'used' if signs is used else '    '}  {_row(signs)}"
        yield from wrapped([(words, Ink())], width, _INDENT, _INDENT + 14)
    yield ()
    for drawn, typed in _BOXES:
        yield (Segment(" " * _INDENT + (f"{drawn}   {typed}" if unicode else typed)),)
    words = "The box is closed, without gaps between its lines." if unicode else facts.why("unicode") + "."
    yield from wrapped([(words[:1].upper() + words[1:], Ink())], width, _INDENT)


def _row(signs: Signs) -> str:
    flat = [sign for value in signs for sign in ((value,) if isinstance(value, str) else value)]
    return " ".join(filter(None, flat))


def link_lines(facts: Facts, width: int) -> Iterator[tuple[Line, str]]:
    """Yield lines, each with the address that its words lead to; empty for none."""
    capabilities = facts.capabilities
    if not facts.ansi or not capabilities.osc52:
        why = facts.why("osc52") or facts.why("interactive")
        yield from ((line, "") for line in wrapped([(f"None is sent: {why}.", Ink())], width, _INDENT))
        return
    yield (Segment(" " * _INDENT), Segment("example.org", Ink(underline=True))), _HOME
    if capabilities.hyperlinks:
        words = "It can be clicked (in most terminals with ctrl held), and leads to https://example.org/."
    else:
        why = facts.why("hyperlinks")
        words = f"tui-home prints addresses in place of links here: {why}."
        words += " If the words above can be clicked, it could do more."
    yield from ((line, "") for line in wrapped([(words, Ink())], width, _INDENT))
