"""Any theme gives a readable page."""

from __future__ import annotations

import pytest
from textual.theme import BUILTIN_THEMES, Theme

from tui_home.layout import DARK_PALETTE, LIGHT_PALETTE
from tui_home.model.look import TERMINAL_PALETTE, Depth
from tui_home.text.colour import contrast
from tui_home.tui.themes import fitting_theme, own_themes, palette_of, toggled

THEMES = (*BUILTIN_THEMES.values(), *own_themes())
KNOWN = {theme.name: theme for theme in THEMES}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_can_be_read_in_every_theme(theme: Theme) -> None:
    palette = palette_of(theme)
    if theme.ansi:
        assert palette == TERMINAL_PALETTE
        return
    assert palette.dark is theme.dark
    for colour in (palette.foreground, palette.muted, palette.accent):
        assert contrast(colour, palette.background) >= 4.5


def test_our_themes_are_layouts_palettes() -> None:
    assert [palette_of(theme) for theme in own_themes()] == [DARK_PALETTE, LIGHT_PALETTE]


def test_t_goes_to_our_theme_of_the_other_brightness() -> None:
    assert toggled(KNOWN["tui-home-dark"]) == "tui-home-light"
    assert toggled(KNOWN["tui-home-light"]) == "tui-home-dark"
    assert toggled(KNOWN["nord"]) == "tui-home-light"
    assert toggled(KNOWN["solarized-light"]) == "tui-home-dark"


def test_the_theme_to_begin_with() -> None:
    assert fitting_theme("nord", KNOWN, Depth.TRUECOLOR) == "nord"
    assert fitting_theme("", KNOWN, Depth.EIGHT_BIT) == "tui-home-dark"
    assert fitting_theme("gone", KNOWN, Depth.TRUECOLOR) == "tui-home-dark"
    assert fitting_theme("nord", KNOWN, Depth.ANSI) == "ansi-dark"
    assert fitting_theme("", KNOWN, Depth.NONE) == "ansi-dark"
