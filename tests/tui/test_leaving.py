"""The ways out, and what they wait for."""

from __future__ import annotations

from threading import Event

from textual.command import CommandList

from tests.tui.conftest import make_visitor
from tests.tui.pilots import SIZE, press, said
from tui_home.model.site import Site
from tui_home.terminal.clipboard import Clipboard, Copied
from tui_home.terminal.preferences import Preferences
from tui_home.terminal.visitor import Visitor
from tui_home.tui.app import HomepageApp
from tui_home.tui.palette import QuietPalette


async def test_q_leaves_with_exit_code_0(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "q")
    assert app.return_code == 0
    assert app.failure is None


async def test_leaving_waits_for_what_is_being_copied(site: Site, preferences: Preferences) -> None:
    slow, visitor = Event(), make_visitor(preferences).visitor

    def copy(_text: str) -> bool:
        return slow.wait(20)

    patient = Visitor(visitor.capabilities, Clipboard(visitor.capabilities, local=copy), visitor.opener, preferences)
    app = HomepageApp(site, patient)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "q")
        left_early = app.return_code
        slow.set()
        await app.workers.wait_for_complete()
    assert (left_early, app.return_code) == (None, 0)
    assert [thing.text for thing in patient.receipt.things if isinstance(thing, Copied)] == ["rosa@slow.example"]


async def test_ctrl_c_leaves_on_the_second_press(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "ctrl+c")
        assert said(home) == "ctrl+c again leaves"
        await press(pilot, "j", "ctrl+c")
        assert app.return_code is None, "the presses must follow each other"
        await press(pilot, "ctrl+c")
    assert app.return_code == 0


async def test_who_leaves_while_the_palette_searches_sees_no_failure(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "colon")
        palette = app.screen
        assert isinstance(palette, QuietPalette)
        # As on leaving: the list goes before the search has begun.
        await palette.query_one(CommandList).remove()
        palette._gather_commands("a")
        await app.workers.wait_for_complete()
        app.exit()
    assert app.failure is None
