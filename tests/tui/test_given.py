"""The last rung of copying: the text itself, alone on the screen, with the mouse released."""

from __future__ import annotations

from threading import Event

import pytest
from textual.app import App
from textual.events import AppBlur, AppFocus

from tests.tui.conftest import make_visitor
from tests.tui.pilots import SIZE, press, said, top_screen
from tui_home.model.look import PLAIN_LOOK
from tui_home.model.site import Site
from tui_home.terminal.clipboard import Clipboard, Rung
from tui_home.terminal.preferences import Preferences
from tui_home.terminal.visitor import Visitor
from tui_home.tui.app import HomepageApp
from tui_home.tui.screens.given import HERE, GivenScreen
from tui_home.tui.screens.mouse_free import BRIEF_HINT, MORE
from tui_home.tui.screens.saying import SayingScreen
from tui_home.tui.screens.select import SelectScreen
from tui_home.tui.widgets.chrome_line import ChromeLine
from tui_home.tui.widgets.state_line import StateLine
from tui_home.tui.widgets.whole_text import WholeText, rows_of_text

EMAIL = "rosa@slow.example"


def homepage(site: Site, preferences: Preferences, *, osc52: bool, remote: bool = False) -> HomepageApp:
    fake = make_visitor(preferences, graphical=False)
    able = fake.visitor.capabilities._replace(osc52=osc52, remote=remote)
    return HomepageApp(site, Visitor(able, Clipboard(able), None if remote else fake.visitor.opener, preferences))


def seen(app: HomepageApp) -> list[str]:
    view = app.screen.query_one(WholeText)
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def hint(app: HomepageApp) -> str:
    chrome = app.screen.query_one("#hint", ChromeLine).chrome
    assert isinstance(chrome, StateLine)
    return " ".join(chrome.sentences)


@pytest.mark.parametrize("size", [SIZE, (40, 20), (20, 5), (160, 50)])
async def test_without_a_clipboard_the_address_stands_alone_at_once(
    site: Site, preferences: Preferences, size: tuple[int, int]
) -> None:
    app = homepage(site, preferences, osc52=False)
    async with app.run_test(size=size) as pilot:
        home = await press(pilot, "e")
        assert isinstance(top_screen(app), GivenScreen)
        assert [line for line in seen(app) if line] == [EMAIL]
        assert hint(app) == (HERE if size[0] > 20 else BRIEF_HINT)
        await press(pilot, "x")
        assert top_screen(app) is home
        assert said(home) == f"Here it is: {EMAIL}"
    assert [(thing.rung, thing.text) for thing in app.visitor.receipt.things if not hasattr(thing, "url")] == [
        (Rung.SHOWN, EMAIL)
    ]


async def test_a_text_longer_than_the_screen_can_be_scrolled_through(site: Site, preferences: Preferences) -> None:
    app = homepage(site, preferences, osc52=False)
    async with app.run_test(size=(20, 8)) as pilot:
        home = await press(pilot)
        text = "\n".join(f"{number} of a long text, and longer than a row" for number in range(9))
        home.copy(text, "text")
        await press(pilot)
        first = seen(app)
        assert first[:4] == [
            "0 of a long text, an",
            "d longer than a row",
            "1 of a long text, an",
            "d longer than a row",
        ]
        assert hint(app) == MORE
        await press(pilot, "down", "space")
        assert isinstance(top_screen(app), GivenScreen), "the wheel comes as arrow keys, and must not return"
        assert seen(app)[0] != first[0]
        await press(pilot, "escape")
        assert top_screen(app) is home


async def test_s_right_after_asking_gives_the_text_that_was_asked_for(site: Site, preferences: Preferences) -> None:
    app = homepage(site, preferences, osc52=True)
    async with app.run_test(size=SIZE) as pilot:
        app.visitor.clipboard.write = lambda _: None
        home = await press(pilot, "e")
        assert top_screen(app) is home
        assert "Nothing to paste? s selects." in said(home)
        await press(pilot, "s")
        assert isinstance(top_screen(app), GivenScreen)
        assert seen(app)[0] == EMAIL
        await press(pilot, "escape", "s")
        assert isinstance(top_screen(app), SelectScreen), "later on it is the section, as ever"


async def test_whoever_types_ahead_gets_the_same(site: Site, preferences: Preferences) -> None:
    app = homepage(site, preferences, osc52=True)
    async with app.run_test(size=SIZE) as pilot:
        app.visitor.clipboard.write = lambda _: None
        await pilot.press("e", "s")
        assert seen(app)[0] == EMAIL


async def test_s_right_after_opening_elsewhere_gives_the_address(site: Site, preferences: Preferences) -> None:
    app = homepage(site, preferences, osc52=True, remote=True)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "tab", "o")
        await press(pilot, "s")
        assert seen(app)[0] == f"mailto:{EMAIL}"


async def test_another_screen_is_never_covered(site: Site, preferences: Preferences) -> None:
    app = homepage(site, preferences, osc52=False)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "question_mark")
        shown = top_screen(app)
        home.copy(EMAIL, EMAIL)
        await press(pilot)
        assert top_screen(app) is shown


def test_rows_break_anywhere_and_only_where_the_text_does() -> None:
    rows = rows_of_text("abcdef\n\n水車水x\n\tx", 4)
    assert [(row.text, row.begins, row.full) for row in rows] == [
        ("abcd", True, True),
        ("ef", False, False),
        ("", True, False),
        ("水車", True, True),
        ("水x", False, False),
        ("    ", True, True),
        ("    ", False, True),
        ("x", False, False),
    ]


async def test_the_terminal_is_left_to_break_lines_that_are_too_long() -> None:
    all_written: list[str] = []

    class Alone(App[None]):
        def compose(self) -> list[WholeText]:
            return [WholeText("https://long.example/address\nshort\nquarters", PLAIN_LOOK, all_written.append)]

    app = Alone()
    async with app.run_test(size=(8, 6)) as pilot:
        await pilot.pause()
        written = all_written.pop()
        all_written.clear()
        app.screen.refresh(layout=True)
        await pilot.pause()
        assert all_written == [written], "whenever it has been painted over"
    assert written.startswith("\x1b7\x1b[?7h")
    assert written.endswith("\x1b[?7l\x1b8")
    assert "\x1b[1;1Hhttps://long.example/address\x1b[K\x1b[5;1Hshort\x1b[K\x1b[6;1Hquarters\x1b" in written


@pytest.mark.parametrize("copied", [True, False])
async def test_s_waits_for_what_is_being_copied(site: Site, preferences: Preferences, copied: bool) -> None:
    slow, able = Event(), make_visitor(preferences).visitor.capabilities

    def copy(_text: str) -> bool:
        return slow.wait(20) and copied

    visitor = Visitor(able, Clipboard(able, local=copy), preferences=preferences)
    app = HomepageApp(site, visitor)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "s")
        early = top_screen(app)
        slow.set()
        home = await press(pilot)
        assert early is home
        assert isinstance(top_screen(app), SelectScreen if copied else GivenScreen)


async def test_what_is_said_meanwhile_is_read_whole_when_one_comes_back(app: HomepageApp) -> None:
    async with app.run_test(size=(20, 8)) as pilot:
        home = await press(pilot, "?")
        long = "far too many words for so few rows, " * 8
        home.say(long)
        await press(pilot, "?")
        screen = top_screen(app)
        assert isinstance(screen, SayingScreen)
        assert screen.sentences == (long,)
        await press(pilot, *["space"] * 20)
        assert top_screen(app) is home
        assert said(home) == ""


@pytest.mark.parametrize("osc52", [True, False])
async def test_nothing_is_painted_over_what_is_being_selected(
    site: Site, preferences: Preferences, monkeypatch: pytest.MonkeyPatch, osc52: bool
) -> None:
    app, painted = homepage(site, preferences, osc52=osc52, remote=True), list[object]()
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "s" if osc52 else "e")
        screen = top_screen(app)
        assert isinstance(screen, SelectScreen if osc52 else GivenScreen)
        monkeypatch.setattr(screen.page_view, "render_lines", painted.append)
        app.post_message(AppBlur())
        app.post_message(AppFocus())
        home.say("Said below.")
        home.bar.redraw(layout=True)
        await press(pilot)
        assert not painted
        monkeypatch.undo()
        await press(pilot, "x")
        assert top_screen(app) is home
