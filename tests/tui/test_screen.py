"""Sizes, themes, select mode, palette."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import FakeVisitor, make_visitor
from tests.tui.pilots import SIZE, bar, footer, lines, press, resized, said, shown, top_screen
from tui_home.model.look import Depth
from tui_home.model.site import Site
from tui_home.terminal.clipboard import Clipboard
from tui_home.terminal.preferences import Preferences
from tui_home.terminal.visitor import Visitor
from tui_home.tui.app import HomepageApp
from tui_home.tui.palette import HomeProvider
from tui_home.tui.screens.select import HINT, SelectScreen


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 100, 160, 300])
@pytest.mark.parametrize("height", [6, 15, 24])
async def test_every_line_fits_every_size(app: HomepageApp, width: int, height: int) -> None:
    async with app.run_test(size=(width, height)) as pilot:
        for section in "1234":
            home = await press(pilot, section, "tab")
            for widget in (home.bar, home.page_view, home.rule, home.footer):
                for y in range(widget.size.height):
                    assert widget.render_line(y).cell_length == width
            assert home.page_view.size.height + home.state.size.height >= height - 6
            assert home.footer.region.bottom == height
            assert home.bar.region.bottom <= home.page_view.region.y
            if width >= 40:
                assert footer(home).endswith("? help  q leave")


async def test_on_a_wide_screen_the_column_is_centred(app: HomepageApp) -> None:
    async with app.run_test(size=(160, 30)) as pilot:
        home = await press(pilot)
        name, rule = bar(home)
        assert name.index("Rosa") == rule.index("─") == 22
        assert len(rule) <= 140


async def test_narrow_bars_take_two_rows_and_low_ones_no_rules(app: HomepageApp) -> None:
    async with app.run_test(size=(40, 20)) as pilot:
        home = await press(pilot, "3")
        name, sections, rule = bar(home)
        assert name.split() == ["Rosa", "Marsh", "5", "papers"]
        assert sections.split() == ["About", "News", "Papers", "Contact"]
        assert rule.index("━") == sections.index("Papers")
        assert rule.count("━") == len("Papers")
        await resized(pilot, 40, 12)
        assert len(bar(home)) == 2
        assert not home.rule.display
        await resized(pilot, 80, 12)
        assert len(bar(home)) == 1
        segments = {segment.text: segment.style for segment in home.bar.render_line(0)}
        assert segments["Papers"].underline, "without the rule, the name itself is marked"  # type: ignore[union-attr]
        assert not segments["About"].underline  # type: ignore[union-attr]


async def test_resizing_keeps_the_reading_place(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        await press(pilot, *["j"] * 11)
        first = next(line.split()[0:3] for line in lines(home.page_view) if line.strip())
        before = shown(home)
        for width, height in ((40, 20), (100, 30), (33, 18)):
            await resized(pilot, width, height)
            assert " ".join(first) in " ".join(" ".join(lines(home.page_view)[:3]).split())
        await resized(pilot, *SIZE)
        assert shown(home) == before


async def test_being_told_the_same_size_again_moves_nothing(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "tab", "tab")
        before = home.page_view.cursor, shown(home)
        home.on_resize()
        await press(pilot)
        assert before == (home.page_view.cursor, shown(home))
        assert before[0] == 1


async def test_the_state_line_takes_the_rows_it_needs_and_then_none(app: HomepageApp) -> None:
    async with app.run_test(size=(40, 20)) as pilot:
        home = await press(pilot)
        height = home.page_view.size.height
        assert home.state.size.height == 0
        home.say("One two three four five six seven eight nine ten eleven twelve")
        await pilot.pause()
        assert home.state.size.height == 2
        assert home.page_view.size.height == height - 2
        home.say()
        await pilot.pause()
        assert home.state.size.height == 0
        assert home.page_view.size.height == height


async def test_asking_to_copy_is_never_called_copied(site: Site, preferences: Preferences) -> None:
    capabilities = make_visitor(preferences, graphical=False).visitor.capabilities
    asked: list[str] = []
    fake = make_visitor(preferences, graphical=False)
    visitor = Visitor(capabilities, Clipboard(capabilities), fake.visitor.opener, preferences)
    app = HomepageApp(site, visitor)
    async with app.run_test(size=SIZE) as pilot:
        visitor.clipboard.write = asked.append
        home = await press(pilot, "e")
        assert said(home) == "Asked your terminal to copy rosa@slow.example. Nothing to paste? s selects."
        assert len(asked) == 1
    assert visitor.clipboard.write is None


async def test_t_changes_the_theme_and_keeps_it(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    app = HomepageApp(site, make_visitor(Preferences(path), foreground="#ffffff", background="#000000").visitor)
    async with app.run_test(size=SIZE) as pilot:
        assert app.theme == "terminal"
        home = await press(pilot)
        first = home.page_view.render_line(12)
        await press(pilot, "t")
        assert app.theme == "tui-home-light"
        light = home.page_view.render_line(12)
        assert light.text == first.text
        assert list(light) != list(first)
    assert Preferences(path).theme == "tui-home-light"
    again = HomepageApp(site, make_visitor(Preferences(path), foreground="#ffffff", background="#000000").visitor)
    async with again.run_test(size=SIZE) as pilot:
        assert again.theme == "tui-home-light"
        await press(pilot, "t")
        assert again.theme == "tui-home-dark"


async def test_an_unknown_theme_of_the_preferences_is_no_error(site: Site) -> None:
    preferences = Preferences()
    preferences.choose_theme("no-such-theme")
    app = HomepageApp(site, make_visitor(preferences).visitor)
    async with app.run_test(size=SIZE):
        assert app.theme == "terminal"


async def test_few_colours_have_no_themes(site: Site, preferences: Preferences) -> None:
    app = HomepageApp(site, make_visitor(preferences, depth=Depth.ANSI).visitor)
    async with app.run_test(size=(120, 24)) as pilot:
        home = await press(pilot, "t")
        assert said(home) == "This terminal has too few colours for themes; its own are used."
        assert "t theme" not in footer(home)
        assert preferences.theme == ""


async def test_select_mode_shows_plain_text_and_any_key_returns(app: HomepageApp) -> None:
    async with app.run_test(size=(120, 16)) as pilot:
        home = await press(pilot, *["j"] * 9)
        assert lines(home.page_view)[0].startswith("  • Mills 水車 that outlived their rivers   ")
        assert lines(home.page_view)[0].endswith("   Room 7")
        await press(pilot, "s")
        screen = top_screen(app)
        assert isinstance(screen, SelectScreen)
        canvas = screen.page_view
        assert lines(canvas)[0] == "• Mills 水車 that outlived their rivers"
        assert canvas.size.height == 15
        assert HINT in screen.query_one("#hint").render_line(0).text
        await press(pilot, *["pageup"] * 3)
        assert lines(canvas)[:3] == ["Room 7", "Weir Lane 3", "Brookham"], "nothing stands beside anything"
        y = canvas.scroll_offset.y
        await press(pilot, "down")
        assert canvas.scroll_offset.y == y + 1
        assert top_screen(app) is screen
        await press(pilot, "x")
        assert top_screen(app) is home
        assert home.page_view.scroll_offset.y == 9


async def test_the_mouse_is_released_while_selecting(app: HomepageApp, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    async with app.run_test(size=SIZE) as pilot:
        driver = app._driver
        monkeypatch.setattr(driver, "_disable_mouse_support", lambda: calls.append("released"), raising=False)
        monkeypatch.setattr(driver, "_enable_mouse_support", lambda: calls.append("taken"), raising=False)
        await press(pilot, "s")
        assert calls == ["released"]
        await press(pilot, "escape")
        assert calls == ["released", "taken"]


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_runs_commands(app: HomepageApp, fake: FakeVisitor, key: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, key, *"copy email")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await press(pilot)
        assert app.screen is home
        assert fake.copied == ["rosa@slow.example"]


async def test_the_palette_shows_themes_before_one_chooses(app: HomepageApp, preferences: Preferences) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "colon", *"dracula")
        await pilot.pause(0.3)
        assert app.theme == "dracula"
        assert preferences.theme == ""
        await press(pilot, "escape")
        assert app.theme == "terminal"
        await press(pilot, "colon", *"dracula")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        assert app.theme == preferences.theme == "dracula"


async def test_the_palette_offers_nothing_that_writes_files(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        offers = [hit.text async for hit in HomeProvider(home).discover()]
        assert not [text for text in offers if "screenshot" in str(text).lower()]
        assert {"Go to Papers", "Copy email", "Copy meeting link", "Find", "Help", "Leave"} <= set(map(str, offers))


async def test_an_unexpected_error_ends_the_app_without_a_traceback(
    app: HomepageApp, capsys: pytest.CaptureFixture[str]
) -> None:
    error = RuntimeError("broken on purpose")

    def fail() -> None:
        raise error

    async def run() -> None:
        async with app.run_test(size=SIZE) as pilot:
            app.call_later(fail)
            await pilot.pause()

    with pytest.raises(RuntimeError, match="on purpose"):
        await run()
    assert app.failure is error
    assert app.return_code == 1
    assert "Traceback" not in capsys.readouterr().err


async def test_painted_is_called_once(site: Site, fake: FakeVisitor) -> None:
    calls: list[int] = []
    app = HomepageApp(site, fake.visitor, painted=lambda: calls.append(1))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "3", "j")
    assert calls == [1]


async def test_a_visitor_keeps_no_line_but_marked_ones_and_of_them_no_more_than_two_screens_have(
    app: HomepageApp,
) -> None:
    async with app.run_test(size=(30, 8)) as pilot:
        home = await press(pilot, "d", "u")
        view = home.page_view
        assert not view._marked
        await press(pilot, "slash", "e", "enter", "g")
        drawn = 0
        while view.scroll_offset.y < view.max_scroll_y:
            await press(pilot, "j")
            drawn = max(drawn, len(view._marked))
        assert view.max_scroll_y > 20
        assert view.size.height < drawn <= 2 * view.size.height
