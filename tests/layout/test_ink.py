"""Colours and weights: everything that is read reaches 4.5:1, and nothing depends on colour alone."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.strategies import looks, styles
from tui_home.layout import DARK_PALETTE, LIGHT_PALETTE, PALETTES, Ink, layout_block
from tui_home.layout.colours import hue_16, legible, reduced, shade
from tui_home.layout.ink import Inks
from tui_home.layout.palettes import TERMINAL_PALETTES, terminal_palette
from tui_home.layout.signs import UNICODE_SIGNS
from tui_home.model.blocks import Paragraph
from tui_home.model.inline import PLAIN, Link, LinkKind, Span, Style
from tui_home.model.look import TERMINAL_PALETTE, Depth, Look, Palette
from tui_home.text.colour import READABLE, contrast

OWN = (DARK_PALETTE, LIGHT_PALETTE)
SOME_COLOURS = ("#f9eafb", "#000000", "#ffffff", "#7f7f7f", "#777777", "#ffff00", "#3aabcd", "#b509ac", "#1c1c1d")


@pytest.mark.parametrize("depth", [Depth.TRUECOLOR, Depth.EIGHT_BIT])
@pytest.mark.parametrize("palette", OWN)
def test_our_palettes_can_be_read(palette: Palette, depth: Depth) -> None:
    for text, behind in itertools.product(texts(palette), (palette.background, palette.surface)):
        assert contrast(shade(reduced(text, depth)), shade(reduced(behind, depth))) >= 4.5, (text, behind)


def texts(palette: Palette) -> list[str]:
    """Every colour of `palette` that text can have."""
    colours = (palette.foreground, palette.muted, palette.accent, palette.string, palette.number)
    return [colour for colour in colours if colour]


def grid(step: int) -> list[str]:
    """Colours of all kinds."""
    values = [*range(0, 256, step), 255]
    return [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in itertools.product(values, repeat=3)]


@pytest.mark.parametrize("depth", [Depth.TRUECOLOR, Depth.EIGHT_BIT])
def test_on_a_terminals_own_background_everything_can_be_read(depth: Depth) -> None:
    for background in grid(28):
        foreground = max("#f8f8f2", "#1f1f21", key=lambda colour: contrast(colour, background))
        for known in ("", foreground):
            palette = terminal_palette(known, background, depth)
            assert (palette.foreground, palette.background) == ("", ""), "they are the terminal's own"
            behind = [background, shade(reduced(palette.surface, depth))] if palette.surface else [background]
            words = [shade(reduced(text, depth)) for text in texts(palette)]
            assert all(contrast(text, ground) >= 4.5 for text in words for ground in behind), background
            if palette.surface:
                assert contrast(known, behind[1]) >= 4.5, (known, background)


def test_a_surface_needs_a_foreground_that_can_be_read_on_it() -> None:
    assert terminal_palette("#e8e8e8", "#1c1c1d").surface
    assert not terminal_palette("", "#1c1c1d").surface
    assert not terminal_palette("#707070", "#1c1c1d").surface
    assert not terminal_palette("#f8f8f2", "#282a36").surface, "it could not be told from the background"


@pytest.mark.parametrize(
    ("background", "name"),
    [
        ("#000000", "terminal-on-black"),
        ("#1c1c1d", "terminal-on-black"),
        ("#282a36", "terminal-on-black-flat"),
        ("#404040", "terminal-on-dark-grey"),
        ("#808080", "terminal"),
        ("#bbbbbb", "terminal-on-light-grey-flat"),
        ("#ffffff", "terminal-on-white"),
        ("#fdf6e3", "terminal-on-white-flat"),
        ("", "terminal"),
    ],
)
def test_the_accent_follows_the_background(background: str, name: str) -> None:
    dark = bool(background) and contrast("#ffffff", background) > contrast("#000000", background)
    assert terminal_palette("#ffffff" if dark else "#000000", background).name == name


def test_the_terminals_palettes_are_few_and_have_names_of_their_own() -> None:
    assert len({palette.name for palette in (*TERMINAL_PALETTES, *PALETTES)}) == len(TERMINAL_PALETTES) + 3 == 11


# What the colours 0 to 15 are in xterm, the VGA console, PuTTY, Tango, Windows and Solarized.
SHADES_OF_CYAN = {
    6: ("#00cdcd", "#00aaaa", "#00bbbb", "#06989a", "#3a96dd", "#2aa198"),
    14: ("#00ffff", "#55ffff", "#55ffff", "#34e2e2", "#61d6d6", "#93a1a1"),
}


@pytest.mark.parametrize("depth", [Depth.ANSI, Depth.EIGHT])
def test_a_hue_of_few_is_used_only_where_every_common_shade_of_it_can_be_read(depth: Depth) -> None:
    for background in grid(36):
        look = Look(terminal_palette("#ffffff", background, depth), depth)
        accent = Inks(look).accent
        if accent:
            number = int(accent.removeprefix("color(").removesuffix(")"))
            assert number == (14 if depth is Depth.ANSI else 6)
            # Those with eight colours show bold text in the bright ones.
            for shown in {number, number | 8}:
                assert min(contrast(one, background) for one in SHADES_OF_CYAN[shown]) >= 4.5, background
    for background, accented in (("#000000", True), ("#ffffff", False), ("#fdf6e3", False), ("", False)):
        assert bool(Inks(Look(terminal_palette("", background, depth), depth)).accent) is accented


@given(st.sampled_from(grid(51)), st.lists(st.sampled_from(grid(51)), max_size=2), st.sampled_from(Depth))
def test_legible_text_can_be_read_wherever_that_is_possible(colour: str, behind: list[str], depth: Depth) -> None:
    text = legible(colour, tuple(behind), depth)
    if depth <= Depth.ANSI:
        assert text == reduced(colour, depth)
        return
    grounds = [shade(reduced(ground, depth)) for ground in behind]
    possible = max(min((contrast(end, ground) for ground in grounds), default=21) for end in ("#000000", "#ffffff"))
    if possible >= 7:
        assert all(contrast(shade(text), ground) >= READABLE for ground in grounds)


def test_palettes_have_names_of_their_own() -> None:
    assert len({palette.name for palette in PALETTES}) == len(PALETTES) == 3


@pytest.mark.parametrize("depth", [Depth.EIGHT_BIT, Depth.TRUECOLOR])
@pytest.mark.parametrize("palette", [*PALETTES, *TERMINAL_PALETTES], ids=lambda palette: palette.name)
def test_text_on_a_highlight_can_be_read(palette: Palette, depth: Depth) -> None:
    for highlight, linked in itertools.product(SOME_COLOURS, (False, True)):
        ink = Inks(Look(palette, depth)).of(Style(highlight=highlight, muted=True), linked=linked)
        assert ink.background, (highlight, linked)
        assert contrast(shade(ink.color), shade(ink.background)) >= 4.5, (highlight, linked)


CHANNELS = st.integers(0, 255)


@given(st.builds("#{:02x}{:02x}{:02x}".format, CHANNELS, CHANNELS, CHANNELS), st.booleans(), st.sampled_from(Depth))
def test_text_on_any_highlight_can_be_read(highlight: str, linked: bool, depth: Depth) -> None:
    for palette in (*PALETTES, *TERMINAL_PALETTES):
        inks = Inks(Look(palette, depth))
        ink = inks.of(Style(highlight=highlight), linked=linked)
        if depth <= Depth.ANSI:
            assert (ink.background, ink.bold, ink.dim) == ("", True, False), "whatever their shades are"
            assert ink.color == (inks.accent if linked else "")
        else:
            assert contrast(shade(ink.color), shade(ink.background)) >= 4.5


def test_a_highlight_keeps_its_colour() -> None:
    assert Inks(Look(DARK_PALETTE, Depth.TRUECOLOR)).of(Style(highlight="#f9eafb")).background == "#f9eafb"


@pytest.mark.parametrize("depth", [Depth.NONE, Depth.EIGHT, Depth.ANSI])
def test_with_few_colours_a_highlight_is_bold(depth: Depth) -> None:
    assert Inks(Look(depth=depth)).of(Style(highlight="#f9eafb")) == Ink(bold=True)


@pytest.mark.parametrize("depth", list(Depth))
def test_links_are_accented_where_there_is_an_accent_and_underlined_where_not(depth: Depth) -> None:
    ink = Inks(Look(DARK_PALETTE, depth)).of(PLAIN, linked=True)
    assert (bool(ink.color), ink.underline) == (depth is not Depth.NONE, depth is Depth.NONE)
    assert Inks(Look(TERMINAL_PALETTE, depth)).of(PLAIN, linked=True) == Ink(underline=True)


def test_meta_text_is_muted_or_dim() -> None:
    assert Inks(Look(LIGHT_PALETTE, Depth.TRUECOLOR)).of(Style(muted=True)) == Ink(LIGHT_PALETTE.muted)
    assert Inks(Look(LIGHT_PALETTE, Depth.ANSI)).of(Style(muted=True)) == Ink(dim=True)
    assert Inks(Look()).of(Style(muted=True)) == Ink(dim=True)
    assert Inks(Look(dim=False)).of(Style(muted=True)) == Ink(), "text that can be read rather than none"


@given(styles, st.booleans(), looks, st.sampled_from(("Token.Comment", "Token.Literal.String", "Token.Keyword", "")))
def test_nothing_is_faint_where_that_cannot_be_read(style: Style, linked: bool, look: Look, token: str) -> None:
    inks = Inks(replace(look, dim=False))
    ink = inks.of(style, linked=linked)
    assert not any(each.dim for each in (ink, inks.rule, inks.syntax(token), inks.chip_ends(ink)[2]))


def test_code_has_no_hues_where_their_shades_are_anyones_guess() -> None:
    for token in ("Token.Literal.String", "Token.Literal.Number"):
        assert Inks(Look(TERMINAL_PALETTE, Depth.TRUECOLOR)).syntax(token) == Ink()
        assert Inks(Look(terminal_palette("", "#000000", Depth.ANSI), Depth.ANSI)).syntax(token) == Ink()
        assert Inks(Look(terminal_palette("", "#000000"), Depth.TRUECOLOR)).syntax(token).color


@pytest.mark.parametrize("colour", SOME_COLOURS)
def test_eight_colours_have_no_bright_ones(colour: str) -> None:
    assert re.fullmatch(r"color\([0-7]\)", reduced(colour, Depth.EIGHT))
    assert hue_16(colour, bright=False) < 8


@given(styles, st.booleans(), looks)
def test_the_weights_of_the_content_are_kept(style: Style, linked: bool, look: Look) -> None:
    ink = Inks(look).of(style, linked=linked)
    assert ink.bold or not style.bold
    assert (ink.italic, ink.strike) == (style.italic, style.strike)
    assert ink.underline or not style.underline


@pytest.mark.parametrize(
    ("colour", "number"),
    [("#000000", 16), ("#ffffff", 231), ("#ff0000", 196), ("#808080", 244), ("#5f87af", 67), ("#1c1c1d", 234)],
)
def test_the_nearest_of_256_colours(colour: str, number: int) -> None:
    assert reduced(colour, Depth.EIGHT_BIT) == f"color({number})"


@pytest.mark.parametrize(
    ("palette", "depth", "number"),
    [(DARK_PALETTE, Depth.ANSI, 14), (LIGHT_PALETTE, Depth.ANSI, 5), (DARK_PALETTE, Depth.EIGHT, 6)],
)
def test_of_few_colours_the_accent_takes_its_hue(palette: Palette, depth: Depth, number: int) -> None:
    assert Inks(Look(palette, depth)).of(Style(accent=True)).color == f"color({number})"


def test_a_badge_is_as_wide_in_every_look() -> None:
    ends = [
        Inks(Look(palette, depth, unicode)).chip_ends(Ink())[:2]
        for palette, depth, unicode in itertools.product(PALETTES, Depth, (True, False))
    ]
    assert {(len(left), len(right)) for left, right in ends} == {(1, 1)}


@pytest.mark.parametrize("depth", Depth)
def test_what_is_learnt_of_the_background_changes_no_character(depth: Depth) -> None:
    ends = {
        Inks(Look(palette, depth)).chip_ends(Ink())[:2]
        for palette in (TERMINAL_PALETTE, *TERMINAL_PALETTES, terminal_palette("", "#101010", depth))
    }
    assert ends == {UNICODE_SIGNS.badge}


def test_inks_stay_bounded_whatever_the_content_asks_for() -> None:
    inks = Inks(Look(DARK_PALETTE, Depth.TRUECOLOR))
    for number in range(2000):
        inks.of(Style(highlight=f"#{number:06x}"))
    assert inks.made <= 512


@pytest.mark.parametrize(("interactive", "underlined"), [(True, True), (False, False)])
def test_what_can_only_be_copied_looks_like_a_link_only_to_whom_can_copy(interactive: bool, underlined: bool) -> None:
    address = Paragraph((Span("15 High Street", link=Link(LinkKind.COPYABLE, "address", copy="15 High Street")),))
    fragment = layout_block(address, 40, Look(interactive=interactive))
    assert [segment.ink.underline for line in fragment.lines for segment in line] == [underlined]
