"""Every screen in every size: nothing fails, overlaps, or is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tui.conftest import make_visitor
from tests.tui.nasty import LONG_URL, WORDS, nasty
from tests.tui.pilots import press, resized, top_screen
from tui_home.model.site import Site
from tui_home.pages import Pages
from tui_home.terminal.clipboard import Clipboard
from tui_home.terminal.preferences import Preferences
from tui_home.terminal.visitor import Visitor
from tui_home.text.width import cell_width
from tui_home.tui.app import HomepageApp
from tui_home.tui.rows import LEAST_PAGE, rows_of
from tui_home.tui.screens.given import GivenScreen
from tui_home.tui.screens.home import HomeScreen
from tui_home.tui.screens.mouse_free import BRIEF_HINT
from tui_home.tui.screens.saying import SayingScreen
from tui_home.tui.strips import Strips

SIZES = ((1, 1), (10, 3), (20, 5), (46, 9), (40, 16), (160, 50))
LOST = "Asked your terminal to copy everything. Nothing to paste? s selects."


@pytest.fixture(scope="module")
def long_site() -> Site:
    return nasty()


@pytest.fixture(scope="module")
def shared() -> tuple[Pages, Strips]:
    return Pages(), Strips()


@pytest.fixture
def small(long_site: Site, shared: tuple[Pages, Strips]) -> HomepageApp:
    pages, strips = shared
    return HomepageApp(long_site, make_visitor(Preferences()).visitor, pages=pages, strips=strips)


def painted(app: HomepageApp) -> list[str]:
    """Return the rows of the screen, each of which must be as wide as the screen."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    assert len(strips) == height
    assert {strip.cell_length for strip in strips} == {width}
    assert {cell_width(strip.text) for strip in strips} == {width}
    return [strip.text for strip in strips]


def rows_within(home: HomeScreen) -> Iterator[range]:
    chrome = [part.region for part in (*home.above, *home.below) if part.display]
    regions = (each for each in (*chrome, *(child.region for child in home.children if child.display)) if each.height)
    yield from (range(region.y, region.bottom) for region in sorted(regions, key=lambda region: region.y))


def check(app: HomepageApp) -> None:
    """Check what holds on every screen, and what holds on the homepage."""
    width, height = app.size
    shown = painted(app)
    if app.screen is not app.home:
        return
    home = app.home
    taken = [row for rows in rows_within(home) for row in rows]
    assert taken == list(range(height)), "no gap, no overlap, nothing beyond the edge"
    least = min(LEAST_PAGE, height - home.finder.typing)
    assert home.page_view.size.height >= least or not least
    column = home.page_view.column
    assert home.page_view.page.width <= max(column.text, 8)
    if height > LEAST_PAGE + home.finder.typing and width >= 8:
        assert shown[-1].rstrip().endswith("? help  q leave" if width >= 17 else "?  q")
    if home.bar.display and width >= 12:
        title = home.reader.section.title
        bar = " ".join(shown[: home.bar.size.height])
        assert title in bar or "…" in bar or "日本語" in bar


STATES = (
    ("tab", "space"), ("2", "d"), ("3", "enter"), ("4", "G"), ("5", "enter"), ("6",), ("7",), ("8",), ("t",), ("s",),
    ("question_mark", "G"), ("colon",), ("slash",), ("slash", "r", "i", "tab"),
    ("slash", "r", "i", "enter", "n"), ("slash", "q", "q", "enter"), ("e",),
)  # fmt: skip
"""Keys that lead to something from the beginning."""


@pytest.mark.parametrize("keys", STATES, ids=" ".join)
async def test_whatever_is_open_fits_every_size(small: HomepageApp, keys: tuple[str, ...]) -> None:
    async with small.run_test(size=(80, 24)) as pilot:
        home = await press(pilot, *keys)
        opened = top_screen(small)
        for width, height in SIZES:
            await resized(pilot, width, height)
            check(small)
        assert top_screen(small) is opened
        await press(pilot, "escape", "escape")
        assert small.screen is home
        check(small)


async def test_the_palette_fits_where_nothing_has_room_beside_its_padding(small: HomepageApp) -> None:
    async with small.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon")
        for width in range(8, 0, -1):
            await resized(pilot, width, 24)
            check(small)


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (20, 5)])
async def test_everything_opens_on_the_smallest_screens(small: HomepageApp, size: tuple[int, int]) -> None:
    ways = (
        (), ("5", "enter"), ("question_mark",), ("question_mark",), ("slash", "r", "i"), ("enter", "n"), ("backspace",),
        ("colon",), ("backspace",), ("s",), ("x",), ("e",), ("t",), ("space",),
    )  # fmt: skip
    async with small.run_test(size=size) as pilot:
        for keys in ways:
            await press(pilot, *keys)
            check(small)


@pytest.mark.parametrize("width", [20, 24, 40, 46])
async def test_nothing_of_a_page_is_lost(small: HomepageApp, width: int) -> None:
    async with small.run_test(size=(width, 12)) as pilot:
        home = await press(pilot)
        page = home.page_view.page
        assert page.width <= home.column.text
        text = "".join("".join(segment.text for segment in page.line(y)) for y in range(page.height))
        squeezed = "".join(text.replace("↪", "").replace("▎", "").split())
        assert [word for word in WORDS if "".join(word.split()) not in squeezed] == []


@pytest.mark.parametrize(("width", "height"), [(20, 5), (20, 3), (46, 9), (80, 24)])
@pytest.mark.parametrize("sentence", [LONG_URL, LOST], ids=("url", "sentence"))
async def test_what_is_said_can_be_read_to_its_end(small: HomepageApp, width: int, height: int, sentence: str) -> None:
    async with small.run_test(size=(width, height)) as pilot:
        home = await press(pilot)
        home.say(sentence)
        await press(pilot)
        check(small)
        seen = ""
        if isinstance(top_screen(small), SayingScreen):
            rows: dict[int, str] = {}
            while isinstance(top_screen(small), SayingScreen):
                page = small.screen.query_one("#page")
                first = page.scroll_offset.y
                rows.update({first + y: text for y, text in enumerate(painted(small)[: page.size.height])})
                await press(pilot, "space")
            seen = "".join(text for _, text in sorted(rows.items()))
        else:
            assert home.page_view.size.height >= LEAST_PAGE
            seen = "".join("".join(word.text for word in line) for line in home.state.lines_of(home.column))
        assert "".join(sentence.split()) in "".join(seen.split())
        await press(pilot, "escape")
        assert small.screen is home
        assert home.state.size.height == 0


async def test_the_key_that_ends_a_long_sentence_does_its_work(small: HomepageApp) -> None:
    async with small.run_test(size=(20, 5)) as pilot:
        home = await press(pilot)
        home.say(LOST)
        await press(pilot, "3")
        assert small.screen is home
        assert home.reader.section.id == "papers"
        assert home.said == ()


async def test_text_given_for_want_of_a_clipboard_comes_before_all_that_is_said_of_it(long_site: Site) -> None:
    able = make_visitor(Preferences(), osc52=False, graphical=False).visitor.capabilities
    app = HomepageApp(long_site, Visitor(able, Clipboard(able)))
    async with app.run_test(size=(20, 5)) as pilot:
        home = await press(pilot, "3", "b")
        assert isinstance(top_screen(app), GivenScreen)
        assert painted(app)[0].startswith("@article{")
        assert painted(app)[-1].strip() == "space: more"
        await press(pilot, "x")
        assert app.screen is home
        check(app)


async def test_a_long_sentence_returns_to_its_line_where_there_is_room_again(small: HomepageApp) -> None:
    async with small.run_test(size=(20, 5)) as pilot:
        home = await press(pilot)
        home.say(LOST)
        await press(pilot)
        assert BRIEF_HINT not in "".join(painted(small)), "there is more"
        await resized(pilot, 80, 24)
        assert small.screen is home
        assert home.state.sentences == (LOST,)
        await resized(pilot, 20, 5)
        assert isinstance(top_screen(small), SayingScreen)


@pytest.mark.parametrize("height", range(1, 30))
@pytest.mark.parametrize("typing", [False, True])
def test_rows_are_never_given_twice(height: int, typing: bool) -> None:
    for said in range(12):
        for bar in (1, 2, 3):
            rows = rows_of(height, bar=bar, said=said, typing=typing)
            taken = bar * rows.bar + rows.rule + min(said, rows.said) + rows.footer + typing
            assert taken <= height
            assert height - taken >= min(LEAST_PAGE, height - typing)


async def test_on_a_very_wide_screen_nothing_goes_from_edge_to_edge(small: HomepageApp) -> None:
    async with small.run_test(size=(300, 100)) as pilot:
        home = await press(pilot)
        for index in range(len(home.reader.sections)):
            home.navigator.open_section(index)
            await press(pilot)
            assert all(cell_width(line.strip()) <= 120 for line in painted(small))
