"""No colour that a terminal does not have, whoever was there before."""

from __future__ import annotations

import itertools
import re

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tests.tui.capture import captured, sgr_codes
from tests.tui.conftest import make_visitor
from tui_home.model.look import Depth
from tui_home.model.site import Site
from tui_home.pages import Pages
from tui_home.terminal.preferences import Preferences
from tui_home.tui.app import HomepageApp
from tui_home.tui.depth import DepthFilter
from tui_home.tui.strips import Strips

BLACK = Color(0, 0, 0)
SEGMENT = Segment("river", Style(color="#b509ac", bgcolor="#fdfdfd", bold=True) + Style.from_meta({"a": 1}))


def test_colours_are_reduced_and_the_rest_stays() -> None:
    ((text, style, _),) = DepthFilter(Depth.EIGHT_BIT).apply([SEGMENT], BLACK)
    assert text == "river"
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    assert style.color.system is ColorSystem.EIGHT_BIT
    assert style.bgcolor.system is ColorSystem.EIGHT_BIT
    assert style.bold
    assert style.meta == {"a": 1}


def test_without_colours_none_is_left_not_even_grey() -> None:
    ((_, style, _),) = DepthFilter(Depth.NONE).apply([SEGMENT], BLACK)
    assert style is not None
    assert style.color is style.bgcolor is None
    assert style.bold
    assert style.meta == {"a": 1}


@pytest.mark.parametrize("name", ["#b509ac", "#ffffff", "#000000", "color(11)", "color(123)", "color(244)"])
def test_eight_colours_have_no_bright_ones(name: str) -> None:
    ((_, style, _),) = DepthFilter(Depth.EIGHT).apply([Segment("river", Style(color=name, bgcolor=name))], BLACK)
    assert style is not None
    assert re.fullmatch("3[0-7];4[0-7]", style._make_ansi_codes(ColorSystem.TRUECOLOR))


def test_faint_text_is_not_faint_where_it_cannot_be_read() -> None:
    faint = Segment("river", Style(dim=True, italic=True))
    ((_, style, _),) = DepthFilter(Depth.TRUECOLOR, dim=False).apply([faint], BLACK)
    assert style is not None
    assert (style.dim, style.italic) == (False, True)
    assert DepthFilter(Depth.TRUECOLOR).apply([faint], BLACK) == [faint]
    assert DepthFilter(Depth.ANSI) != DepthFilter(Depth.ANSI, dim=False)


def test_what_fits_is_left_alone() -> None:
    plain = Segment("river", Style(bold=True))
    (left,) = DepthFilter(Depth.NONE).apply([plain], BLACK)
    assert left.style is plain.style


def test_filters_of_one_depth_share_what_strips_remember() -> None:
    assert DepthFilter(Depth.ANSI) == DepthFilter(Depth.ANSI)
    assert hash(DepthFilter(Depth.ANSI)) == hash(DepthFilter(Depth.ANSI))
    assert DepthFilter(Depth.ANSI) != DepthFilter(Depth.NONE)


# Every screen that has colours of its own: the cursor, find with its input, help, the palette, the text to select.
SCREENS = (("tab",), ("3", "slash", "r"), ("question_mark",), ("colon", "down"), ("s",))
DARK_TERMINAL = {"foreground": "#e8e8e8", "background": "#000000"}


async def written(site: Site, depth: Depth, theme: str = "", **able: object) -> set[str]:
    """Return the SGR codes of a visit to all screens."""
    preferences = Preferences()
    if theme:
        preferences.choose_theme(theme)
    app = HomepageApp(site, make_visitor(preferences, depth=depth, **able).visitor)
    return sgr_codes(await captured(app, *SCREENS))


def colours(codes: set[str]) -> set[str]:
    return {code for code in codes if re.match("[34][0-9]|9[0-7]|10[0-7]", code)} - {"39", "49"}


def assert_within(codes: set[str], depth: Depth) -> None:
    """Nothing but what a terminal of this depth has."""
    allowed = {
        Depth.NONE: "(?!)",
        Depth.EIGHT: "[34][0-7]",
        Depth.ANSI: "[349][0-7]|10[0-7]",
        Depth.EIGHT_BIT: "[349][0-7]|10[0-7]|[34]8;5;[0-9]+",
        Depth.TRUECOLOR: "[34]8;2;[0-9]+;[0-9]+;[0-9]+",
    }[depth]
    assert not [code for code in colours(codes) if not re.fullmatch(allowed, code)]
    if depth is Depth.NONE:
        assert not codes & {"39", "49"}, "not even that"


def assert_used(codes: set[str], depth: Depth) -> None:
    """It has its colours, not somebody's fewer ones."""
    wanted = {
        Depth.NONE: "1",
        Depth.EIGHT: "36",
        Depth.ANSI: "96",
        Depth.EIGHT_BIT: "38;5;[0-9]+",
        Depth.TRUECOLOR: "38;2;.*",
    }[depth]
    assert [code for code in codes if re.fullmatch(wanted, code)]


def every_order() -> list[Depth]:
    """All depths so that each follows each other one: an Euler tour (Hierholzer's way) of their ordered pairs."""
    left = {depth: [other for other in Depth if other is not depth] for depth in Depth}
    way, tour = [Depth.NONE], []
    while way:
        if left[way[-1]]:
            way.append(left[way[-1]].pop())
        else:
            tour.append(way.pop())
    return tour


def test_the_tour_has_every_order() -> None:
    assert set(itertools.pairwise(every_order())) == set(itertools.permutations(Depth, 2))


async def test_visitors_of_all_depths_in_every_order_on_shared_pages(site: Site) -> None:
    pages, strips = Pages(), Strips()
    for depth, screen in zip(every_order(), itertools.cycle(SCREENS), strict=False):
        visitor = make_visitor(Preferences(), depth=depth, **DARK_TERMINAL).visitor
        app = HomepageApp(site, visitor, pages=pages, strips=strips)
        codes = sgr_codes(await captured(app, screen))
        assert_within(codes, depth)
        assert_used(codes, depth)


async def test_all_depths_one_after_the_other_on_all_screens(site: Site) -> None:
    for depth in (Depth.TRUECOLOR, Depth.NONE, Depth.EIGHT_BIT, Depth.EIGHT, Depth.ANSI):
        codes = await written(site, depth, **DARK_TERMINAL)
        assert_within(codes, depth)
        assert_used(codes, depth)


async def test_themes_that_paint_are_reduced_too(site: Site) -> None:
    # Not one of ours: more of its colours are of Textual's making.
    for depth in (Depth.TRUECOLOR, Depth.EIGHT_BIT):
        codes = await written(site, depth, "solarized-light")
        assert_within(codes, depth)
        assert_used(codes, depth)
        assert [code for code in codes if code.startswith("48;")], "they have a background of their own"


@pytest.mark.parametrize("depth", [Depth.ANSI, Depth.TRUECOLOR])
async def test_while_nothing_is_known_the_terminals_own_colours_are_all(site: Site, depth: Depth) -> None:
    assert not colours(await written(site, depth))


@pytest.mark.parametrize("background", ["#000000", "#ffffff"])
async def test_on_a_terminals_own_background_none_is_painted(site: Site, background: str) -> None:
    # Without a foreground there is no surface either.
    codes = await written(site, Depth.TRUECOLOR, background=background)
    assert [code for code in codes if code.startswith("38;2;")]
    assert not [code for code in codes if re.match("4[0-7]|48|10[0-7]", code)]


async def test_a_terminal_without_faint_text_gets_none(site: Site) -> None:
    codes = await written(site, Depth.NONE, dim=False)
    assert "2" not in codes
    assert {"1", "4", "7"} <= codes, "the rest of the hierarchy stays"
    able = make_visitor(Preferences(), depth=Depth.NONE).visitor
    assert "2" in sgr_codes(await captured(HomepageApp(site, able), ("tab",)))
