"""No colour that a terminal does not have, whoever was there before."""

from __future__ import annotations

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tests.tui.conftest import make_visitor
from tests.tui.pilots import press
from tui_home.model.look import Depth
from tui_home.model.site import Site
from tui_home.terminal.preferences import Preferences
from tui_home.tui.app import HomepageApp
from tui_home.tui.depth import DepthFilter

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


def test_what_fits_is_left_alone() -> None:
    plain = Segment("river", Style(bold=True))
    (left,) = DepthFilter(Depth.NONE).apply([plain], BLACK)
    assert left.style is plain.style


def test_filters_of_one_depth_share_what_strips_remember() -> None:
    assert DepthFilter(Depth.ANSI) == DepthFilter(Depth.ANSI)
    assert hash(DepthFilter(Depth.ANSI)) == hash(DepthFilter(Depth.ANSI))
    assert DepthFilter(Depth.ANSI) != DepthFilter(Depth.NONE)


async def painted(site: Site, depth: Depth, *keys: str) -> str:
    """Return the escape codes of a whole screen."""
    app = HomepageApp(site, make_visitor(Preferences(), depth=depth).visitor)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        return app.screen._compositor.render_full_update().render_segments(app.console)


@pytest.mark.parametrize("keys", [("tab",), ("3", "slash", "r"), ("question_mark",), ("colon",)])
async def test_two_visitors_of_different_depth_in_both_orders(site: Site, keys: tuple[str, ...]) -> None:
    for first, second in ((Depth.TRUECOLOR, Depth.EIGHT_BIT), (Depth.EIGHT_BIT, Depth.TRUECOLOR)):
        codes = {depth: await painted(site, depth, *keys) for depth in (first, second)}
        assert "38;2;" in codes[Depth.TRUECOLOR]
        assert "38;5;" in codes[Depth.EIGHT_BIT]
        assert "8;2;" not in codes[Depth.EIGHT_BIT]


@pytest.mark.parametrize("keys", [("tab",), ("3", "slash", "r"), ("question_mark",), ("colon",)])
async def test_sixteen_colours_and_none(site: Site, keys: tuple[str, ...]) -> None:
    await painted(site, Depth.TRUECOLOR, *keys)
    few = await painted(site, Depth.ANSI, *keys)
    assert "8;2;" not in few
    assert "8;5;" not in few
    none = await painted(site, Depth.NONE, *keys)
    codes = {code for sequence in none.split("\x1b[")[1:] for code in sequence.partition("m")[0].split(";")}
    colours = {str(number) for number in (*range(30, 50), *range(90, 108))}
    assert not codes & colours - {"39", "49"}
