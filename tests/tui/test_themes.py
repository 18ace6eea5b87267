"""Any theme gives a readable page."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tests.tui.conftest import make_visitor
from tests.tui.pilots import SIZE, footer, press, said, settled
from tui_home.layout import DARK_PALETTE, LIGHT_PALETTE
from tui_home.layout.colours import reduced, shade
from tui_home.layout.ink import Inks
from tui_home.layout.palettes import TERMINAL_PALETTES
from tui_home.model.look import TERMINAL_PALETTE, Depth
from tui_home.model.site import Site
from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.preferences import Preferences
from tui_home.text.colour import contrast
from tui_home.tui.app import HomepageApp
from tui_home.tui.depth import DepthFilter
from tui_home.tui.ink import chrome_styles
from tui_home.tui.palette import THEME, HomeProvider
from tui_home.tui.themes import TERMINAL, called, fitting_theme, own_themes, palette_of, toggled
from tui_home.tui.widgets.offer_list import OfferList

if TYPE_CHECKING:
    from rich.style import Style

THEMES = (*(theme for theme in BUILTIN_THEMES.values() if not theme.ansi), *own_themes())
KNOWN = {theme.name: theme for theme in THEMES}
ABLE = Capabilities(depth=Depth.TRUECOLOR)
ON_DARK = ABLE._replace(foreground="#e8e8e8", background="#1c1c1d")
ON_LIGHT = ABLE._replace(foreground="#1f1f21", background="#ffffff")
TOKENS = ("Token.Comment", "Token.Keyword", "Token.Literal.String", "Token.Literal.Number", "Token.Name.Function")


@pytest.mark.parametrize("depth", [Depth.TRUECOLOR, Depth.EIGHT_BIT])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_can_be_read_in_every_theme(theme: Theme, depth: Depth) -> None:
    look = ABLE._replace(depth=depth).look(palette_of(theme, ABLE))
    if theme.name == TERMINAL:
        assert look.palette == TERMINAL_PALETTE, "while nothing is known of the terminal"
        return
    assert look.palette.dark is theme.dark
    inks, chrome = Inks(look), chrome_styles(look)
    base = chrome.base.color
    assert base is not None
    texts = [inks.accent, inks.muted, *(inks.syntax(token).color for token in TOKENS)]
    texts += [base.triplet.hex if base.triplet else f"color({base.number})"]
    grounds = [reduced(ground, depth) for ground in (look.palette.background, look.palette.surface) if ground]
    for text, ground in itertools.product(filter(None, texts), grounds):
        assert contrast(shade(text), shade(ground)) >= 4.5, (text, ground)
    for style, colour in ((chrome.muted, inks.muted), (chrome.accent, inks.accent)):
        assert style.color is not None
        assert style.color.name == colour


def test_our_themes_are_layouts_palettes() -> None:
    assert [palette_of(theme, ABLE) for theme in own_themes()] == [TERMINAL_PALETTE, DARK_PALETTE, LIGHT_PALETTE]


def test_the_terminals_theme_takes_what_fits_its_background() -> None:
    terminal = KNOWN[TERMINAL]
    assert palette_of(terminal, ON_DARK) in TERMINAL_PALETTES
    assert palette_of(terminal, ON_DARK).accent == DARK_PALETTE.accent
    assert palette_of(terminal, ON_LIGHT).accent == LIGHT_PALETTE.accent
    assert palette_of(terminal, ON_LIGHT._replace(depth=Depth.NONE)) == TERMINAL_PALETTE


@pytest.mark.parametrize(
    ("able", "order"),
    [
        (ON_DARK, ["terminal", "tui-home-light", "tui-home-dark", "terminal"]),
        (ON_LIGHT, ["terminal", "tui-home-dark", "tui-home-light", "terminal"]),
        (ABLE, ["terminal", "tui-home-dark", "tui-home-light", "terminal"]),
    ],
)
def test_t_goes_through_ours_and_returns_to_the_terminals_own(able: Capabilities, order: list[str]) -> None:
    assert [toggled(KNOWN[name], able) for name in order[:3]] == order[1:]


def test_t_goes_from_another_theme_to_ours_of_the_other_brightness() -> None:
    assert toggled(KNOWN["nord"], ON_DARK) == "tui-home-light"
    assert toggled(KNOWN["solarized-light"], ON_DARK) == "tui-home-dark"


def test_the_theme_to_begin_with() -> None:
    assert fitting_theme("nord", KNOWN, ABLE) == "nord"
    assert fitting_theme("", KNOWN, ABLE) == "terminal"
    assert fitting_theme("gone", KNOWN, ABLE) == "terminal"
    assert fitting_theme("nord", KNOWN, ABLE._replace(depth=Depth.ANSI)) == "terminal"
    assert fitting_theme("", KNOWN, ABLE._replace(depth=Depth.NONE)) == "terminal"


def test_themes_have_names_for_sentences() -> None:
    assert [called(theme.name) for theme in own_themes()] == [
        "Your terminal's own colours",
        "Dark theme",
        "Light theme",
    ]
    assert called("nord") == "Theme nord"


async def test_t_says_which_theme_it_is_and_the_choice_is_kept(site: Site, preferences: Preferences) -> None:
    app = HomepageApp(site, make_visitor(preferences, background="#1c1c1d", foreground="#e8e8e8").visitor)
    async with app.run_test(size=SIZE) as pilot:
        assert app.theme == "terminal"
        for name, words in (
            ("tui-home-light", "Light theme"),
            ("tui-home-dark", "Dark theme"),
            ("terminal", "Your terminal's own colours"),
        ):
            home = await press(pilot, "t")
            assert said(home) == words
            assert app.theme == preferences.theme == name
            assert home.look.palette.name.startswith(name)


async def test_the_palette_offers_the_terminals_own_colours_once(site: Site, preferences: Preferences) -> None:
    app = HomepageApp(site, make_visitor(preferences).visitor)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        offered = [str(hit.text) async for hit in HomeProvider(home).discover()]
        themes = [text.removeprefix(THEME) for text in offered if text.startswith(THEME)]
        assert "terminal" in themes
        assert "tui-home-dark" in themes
        assert not [name for name in themes if "ansi" in name]


async def test_a_late_answer_brings_accents_and_moves_no_line(site: Site, preferences: Preferences) -> None:
    app = HomepageApp(site, make_visitor(preferences).visitor)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        before = [home.page_view.render_line(y).text for y in range(home.page_view.size.height)]
        assert home.look.palette == TERMINAL_PALETTE
        app.visitor.capabilities = app.visitor.capabilities._replace(foreground="#e8e8e8", background="#000000")
        home.show_look()
        await press(pilot)
        assert home.look.palette.accent
        assert [home.page_view.render_line(y).text for y in range(home.page_view.size.height)] == before


async def test_few_colours_have_one_theme(site: Site, preferences: Preferences) -> None:
    preferences.choose_theme("nord")
    for depth in (Depth.ANSI, Depth.EIGHT, Depth.NONE):
        app = HomepageApp(site, make_visitor(preferences, depth=depth).visitor)
        async with app.run_test(size=(120, 24)) as pilot:
            home = await press(pilot)
            assert app.theme == "terminal"
            assert "t theme" not in footer(home)
            assert preferences.theme == "nord", "on another terminal it is there again"


def unreadable(app: HomepageApp) -> list[tuple[str, float]]:
    """Return the words on the screen that do not reach 4.5:1, in the terminal's colours."""
    able, found = app.visitor.capabilities, list[tuple[str, float]]()
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in DepthFilter(able.depth).apply(list(strip), Color(0, 0, 0)):
            if style is None or not re.search(r"\w", text):
                continue
            assert not style.dim, f"how faint {text!r} is only the terminal knows"
            ink = style.color.get_truecolor().hex if style.color and not style.color.is_default else able.foreground
            paper = (
                style.bgcolor.get_truecolor().hex if style.bgcolor and not style.bgcolor.is_default else able.background
            )
            if contrast(ink, paper) < 4.5:
                found.append((text, contrast(ink, paper)))
    return found


PALETTE, FIND, HELP = ("colon", "down", "down"), ("3", "tab", "slash", "r", "down"), ("question_mark",)


@pytest.mark.parametrize(
    ("keys", "depth"), [(PALETTE, Depth.EIGHT_BIT), (FIND, Depth.TRUECOLOR)], ids=["palette", "find"]
)
async def test_everything_on_the_screen_can_be_read_in_every_theme(
    site: Site, keys: tuple[str, ...], depth: Depth
) -> None:
    app = HomepageApp(
        site, make_visitor(Preferences(), depth=depth, foreground="#e8e8e8", background="#000000").visitor
    )
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *keys)
        for theme in THEMES:
            app.theme = theme.name
            await settled(pilot)
            assert unreadable(app) == [], theme.name


@pytest.mark.parametrize("depth", [Depth.TRUECOLOR, Depth.EIGHT_BIT], ids=lambda depth: depth.name)
@pytest.mark.parametrize("able", [ON_DARK, ON_LIGHT, ON_LIGHT._replace(background="#b8b8b8")])
async def test_everything_can_be_read_on_the_terminals_own_background(
    site: Site, able: Capabilities, depth: Depth
) -> None:
    known = {"foreground": able.foreground, "background": able.background}
    app = HomepageApp(site, make_visitor(Preferences(), depth=depth, **known).visitor)
    async with app.run_test(size=SIZE) as pilot:
        for keys in (PALETTE, FIND, HELP):
            await press(pilot, *keys)
            assert app.theme == TERMINAL
            assert unreadable(app) == []
            await press(pilot, "escape")


async def test_the_palette_takes_what_was_learnt_since_the_start(site: Site, preferences: Preferences) -> None:
    app = HomepageApp(site, make_visitor(preferences).visitor)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        app.visitor.capabilities = app.visitor.capabilities._replace(foreground="#e8e8e8", background="#000000")
        home.show_look()
        await press(pilot, "colon")
        grounds = [style.bgcolor.name for style in offered(app) if style.bgcolor]
        assert home.look.palette.surface in grounds
        assert unreadable(app) == []


@pytest.mark.parametrize("depth", [Depth.NONE, Depth.EIGHT, Depth.TRUECOLOR])
async def test_what_is_pointed_at_in_the_palette_is_seen_without_colours(
    site: Site, preferences: Preferences, depth: Depth
) -> None:
    app = HomepageApp(site, make_visitor(preferences, depth=depth).visitor)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "colon", "down")
        reversed_options = {style.meta.get("option") for style in offered(app) if style.reverse}
        assert reversed_options == {app.screen.query_one(OfferList).highlighted}


def offered(app: HomepageApp) -> list[Style]:
    """Return the styles of the palette's list."""
    offers = app.screen.query_one(OfferList)
    strips = [offers.render_line(y) for y in range(offers.size.height)]
    return [segment.style for strip in strips for segment in strip if segment.style]
