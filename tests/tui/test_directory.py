"""All homepages of a server on the screen: the list, the search, going in and coming back."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pyte
import pytest
from textual import events

from tests.tui.capture import CapturingDriver
from tests.tui.conftest import FakeVisitor, make_visitor
from tests.tui.houses import FakeHouses
from tests.tui.pilots import SIZE, bar, footer, let_hours_pass, press, resized, said, shown, top_screen
from tui_home.model.directory import Directory, Entry
from tui_home.model.look import Depth
from tui_home.model.site import Site
from tui_home.pages import Page
from tui_home.terminal.preferences import Preferences
from tui_home.text.width import cell_width
from tui_home.tui.app import HomepageApp
from tui_home.tui.lobby import Lobby
from tui_home.tui.palette import HomeProvider
from tui_home.tui.reader import Reader
from tui_home.tui.screens.home import HomeScreen
from tui_home.tui.strips import Strips
from tui_home.tui.widgets.page_canvas import PageCanvas

if TYPE_CHECKING:
    from textual.strip import Strip

PEOPLE = {
    "ada": ("Ada Brook", "Rivers and how they remember"),
    "bjorn": ("Bjørn Ångström", "Spectral lines"),
    "cleo": ("Cleo Vidal", ""),
    "dmitri": ("Dmitri Orlov", "Types for rivers of data"),
}


@pytest.fixture
def houses(site: Site) -> FakeHouses:
    return FakeHouses(site, PEOPLE)


def visiting(houses: FakeHouses, fake: FakeVisitor, name: str = "", notice: str = "") -> HomepageApp:
    lobby = Lobby(houses, name, notice)
    home = houses.homes.get(name)
    app = HomepageApp(
        home.site if home else None,
        fake.visitor,
        pages=home.pages if home else None,
        strips=home.strips if home else houses.strips,
        lobby=lobby,
    )
    lobby.begin(app, home)
    return app


_PLAIN = {"depth": Depth.NONE, "unicode": False}


def pointed_at(home: HomeScreen) -> str:
    cursor = home.page_view.cursor_in_sight()
    return "" if cursor is None else home.page_view.page.targets[cursor].link.path


def row_of(home: HomeScreen) -> int:
    cursor = home.page_view.cursor
    assert cursor is not None
    return home.page_view.page.targets[cursor].regions[0].line - home.page_view.scroll_offset.y


async def test_one_goes_in_and_comes_back_to_the_same_entry_and_search(houses: FakeHouses, fake: FakeVisitor) -> None:
    app = visiting(houses, fake)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        assert bar(home)[0].split() == ["homes.example", "Homepages", "4", "homepages"]
        assert all(word in shown(home) for word in ("Ada Brook", "Rivers and how", "ssh ada@homes.example"))
        await press(pilot, "slash", *"river", "down")
        assert said(app.home) == "Search all homepages: 2 of 4"
        home = await press(pilot, "enter")
        assert bar(home)[0].split()[:2] == ["Dmitri", "Orlov"]
        assert not app.home.is_directory
        home = await press(pilot, "2", "escape")
        assert home.is_directory
        assert (pointed_at(home), said(home)) == ("dmitri", "“river”: 2 of 4")
        home = await press(pilot, "escape")
        assert (pointed_at(home), said(home), len(home.page_view.page.targets)) == ("dmitri", "", 4)
        await press(pilot, "escape", "escape")
        assert app.is_running
        assert app.seen == ("homepages", "about", "news")


async def test_who_finds_nothing_goes_nowhere(houses: FakeHouses, fake: FakeVisitor) -> None:
    app = visiting(houses, fake)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "slash", *"xq", "enter")
        assert home.is_directory
        assert "No homepage has these words." in shown(home)
        home = await press(pilot, "escape")
        assert len(home.page_view.page.targets) == 4
        assert pointed_at(home)


async def test_what_is_offered_tells_where_one_is(houses: FakeHouses, fake: FakeVisitor, site: Site) -> None:
    app = visiting(houses, fake, "ada")
    async with app.run_test(size=(120, 30)) as pilot:
        home = await press(pilot)
        assert "esc all homepages" in footer(home)
        offers = [offer.text for offer in HomeProvider(home)._offers()]
        assert "All homepages" in offers
        home = await press(pilot, "0")
        assert pointed_at(home) == "ada"
        assert "all homepages" not in footer(home)
        assert all(each in footer(home) for each in ("enter go in", "y copy command", "/ search", "? help  q leave"))
        await press(pilot, "y")
        assert fake.copied == ["ssh ada@homes.example"]
        await press(pilot, "question_mark")
        told = " ".join(app.screen.query_one(PageCanvas).render_line(y).text for y in range(20))
        assert "go to the homepage at the cursor" in " ".join(told.split())
    alone = HomepageApp(site, fake.visitor)
    async with alone.run_test(size=(120, 30)) as pilot:
        home = await press(pilot, "escape", "0")
        assert "all homepages" not in footer(home)
        assert not home.is_directory


async def test_what_is_read_later_appears_and_the_cursor_stays_where_it_is(
    houses: FakeHouses, fake: FakeVisitor
) -> None:
    names = [f"p{number}" for number in range(10, 60)]
    houses.directory = Directory(tuple(Entry(name, name) for name in names), 50)
    app = visiting(houses, fake)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "G", "k", "k")
        assert "50 still being read" in bar(home)[0]
        assert "ssh p57@homes.example" in shown(home), "by name, as long as nothing is known of them"
        before = row_of(home)
        houses.replace(Directory(tuple(Entry(name, f"Person {name}", "Work") for name in names)))
        home = await press(pilot)
        assert "Person p57" in shown(home)
        assert "still" not in bar(home)[0]
        assert (pointed_at(home), row_of(home)) == ("p57", before)
        houses.replace(Directory((Entry("p10", "Person p10"),)))
        home = await press(pilot)
        assert pointed_at(home) == "p10", "somewhere it always is"


async def test_a_homepage_that_cannot_be_shown_says_so(houses: FakeHouses, fake: FakeVisitor) -> None:
    houses.shut["ada"] = "Ada's homepage cannot be shown just now."
    app = visiting(houses, fake, notice="This homepage is shut.")
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        assert said(home) == "This homepage is shut."
        home = await press(pilot, "enter")
        assert home.is_directory
        assert said(home) == "Ada's homepage cannot be shown just now."
        del houses.homes["bjorn"]
        home = await press(pilot, "j", "enter")
        assert said(home) == "That homepage is no longer here."


async def test_a_later_reading_is_shown_to_who_is_there_and_followed_by_nobody_else(
    houses: FakeHouses, fake: FakeVisitor, site: Site
) -> None:
    app = visiting(houses, fake)
    ada = houses.homes["ada"]
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        assert (len(ada.followers), len(houses.followers)) == (1, 0)
        ada.replace(replace(site, title="Ada Byron", revision="later"))
        home = await press(pilot)
        assert "Ada Byron" in bar(home)[0]
        assert home.reader.pages is ada.pages, "shared with all who read it"
        await press(pilot, "escape")
        assert (len(ada.followers), len(houses.followers)) == (0, 1)
        assert app.lobby is not None
        app.lobby.end()
        assert not houses.followers
        assert [site.title for site in app.lobby.visited.values()] == ["Ada Byron"]


async def test_who_waits_for_a_homepage_may_stay_and_keys_typed_ahead_are_for_it(
    houses: FakeHouses, fake: FakeVisitor
) -> None:
    app = visiting(houses, fake)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot)
        houses.open.clear()
        await pilot.press("enter")
        while "being read" not in said(app.home):
            await pilot.pause(0.01)
        await pilot.press("escape")
        houses.open.set()
        home = await press(pilot, "j")
        assert (home.is_directory, pointed_at(home)) == (True, "bjorn")
        for key in ("enter", "2"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await press(pilot)
        while app.turns.busy:
            await pilot.pause()
        assert app.home.reader.section.id == "news"


async def test_esc_right_after_going_in_comes_back_however_slow_the_machine_is(
    houses: FakeHouses, fake: FakeVisitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = visiting(houses, fake)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot)
        move, free, shown_soon = app.move, asyncio.Event(), asyncio.Event()

        async def slowly(reader: Reader, strips: Strips) -> None:
            await move(reader, strips)
            shown_soon.set()
            await free.wait()

        monkeypatch.setattr(app, "move", slowly)
        app.post_message(events.Key("enter", "\r"))
        await shown_soon.wait()
        app.post_message(events.Key("escape", "\x1b"))
        await let_hours_pass(monkeypatch)
        free.set()
        while app.turns.busy:
            await pilot.pause()
        assert (app.home.is_directory, pointed_at(app.home)) == (True, "ada")
        assert [site.title for site in app.lobby.visited.values()] == ["Ada Brook"]  # type: ignore[union-attr]


async def test_the_mouse_goes_in(houses: FakeHouses, fake: FakeVisitor) -> None:
    app = visiting(houses, fake)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        assert "Bjørn" in shown(home).splitlines()[4]
        await pilot.click("#page", offset=(6, 4))
        home = await press(pilot)
        assert bar(home)[0].split()[0] == "Bjørn"


async def test_of_three_thousand_only_what_is_seen_is_drawn(
    site: Site, fake: FakeVisitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    houses = FakeHouses(site, PEOPLE)
    houses.directory = Directory(tuple(Entry(f"p{number:04}", f"Person {number}", "Work") for number in range(3000)))
    app = visiting(houses, fake)
    drawn = list[int]()
    line = Strips.line

    def counted(strips: Strips, page: Page, y: int) -> Strip:
        drawn.append(y)
        return line(strips, page, y)

    monkeypatch.setattr(Strips, "line", counted)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot)
        drawn.clear()
        home = await press(pilot, "j", "j", "G")
        assert pointed_at(home) == "p2999"
        assert 0 < len(drawn) < 100
        home = await press(pilot, "u")
        assert pointed_at(home), "the cursor is where one looks"
        assert len(list(home.query("*"))) <= 5


async def test_going_in_and_out_is_one_picture_each_and_none_is_blank(houses: FakeHouses, fake: FakeVisitor) -> None:
    app = visiting(houses, fake)
    app.driver_class = CapturingDriver
    async with app.run_test(headless=False, size=SIZE) as pilot:
        await press(pilot)
        driver = app._driver
        assert isinstance(driver, CapturingDriver)
        screen = pyte.Screen(*SIZE)
        stream = pyte.Stream(screen)
        stream.feed("".join(driver.written))
        for key, title in (("enter", "Ada Brook"), ("escape", "homes.example")):
            driver.written.clear()
            await press(pilot, key)
            tops = []
            for written in driver.written:
                stream.feed(written)
                tops.append(screen.display[0].split("  ")[1].strip())
            assert set(tops) <= {"Ada Brook", "homes.example"}
            assert tops[-1] == title
            whole = [written for written in driver.written if len(written) > 1500]
            assert len(whole) == 1, [len(written) for written in driver.written]


@pytest.mark.parametrize(
    ("size", "able"), [((20, 5), _PLAIN), ((40, 20), {}), ((300, 100), _PLAIN), ((80, 1), {})], ids=str
)
async def test_it_is_there_at_every_size_and_on_every_terminal(
    houses: FakeHouses, preferences: Preferences, size: tuple[int, int], able: dict[str, object]
) -> None:
    app = visiting(houses, make_visitor(preferences, **able))
    async with app.run_test(size=size) as pilot:
        home = await press(pilot, "j")
        if size[1] > 1:
            assert pointed_at(home) == "bjorn"
            lines = [home.page_view.render_line(y).text for y in range(home.page_view.size.height)]
            assert all(cell_width(line) <= size[0] for line in lines)
            assert able == {} or all(line.isascii() for line in (*lines, footer(home)))
            assert app.cursor_position.y == home.page_view.region.y + row_of(home) + home.page_view.lead
        await press(pilot, "slash", "v", "enter", "escape", "escape", "t", "j")
        await resized(pilot, 60, 20)
        home = await press(pilot)
        assert pointed_at(home)
        assert top_screen(app) is home
