"""What is learnt of the terminal before and while the homepage is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.tui.pilots import SIZE, press, shown
from tui_home.model.look import Depth
from tui_home.model.site import Site
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment
from tui_home.terminal.preferences import Preferences
from tui_home.terminal.visitor import Visitor
from tui_home.tui.app import HomepageApp
from tui_home.tui.messages import TerminalKnown

BLACK = "\x1b]10;rgb:d0/d0/d0\x1b\\\x1b]11;rgb:00/00/00\x1b\\\x1b[?62c"
WHITE = "\x1b]10;rgb:20/20/20\x1b\\\x1b]11;rgb:ff/ff/ff\x1b\\\x1b[?62c"


@pytest.fixture
def dialogue() -> Dialogue:
    dialogue = Dialogue(Environment({"TERM": "xterm-256color"}))
    dialogue.question(0.0)
    return dialogue


@pytest.fixture
def app(site: Site, preferences: Preferences, dialogue: Dialogue) -> HomepageApp:
    return HomepageApp(site, Visitor(dialogue.capabilities, preferences=preferences, dialogue=dialogue))


def answer(app: HomepageApp, answers: str) -> None:
    assert app.visitor.dialogue is not None
    app.visitor.dialogue.feed(answers, 0.1)
    app.post_message(TerminalKnown(app.visitor.dialogue.capabilities._replace(settled=True)))


def frames(app: HomepageApp, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Count how often the last line is drawn from now on."""
    drawn = [0]
    render = type(app.home.footer).render_line

    def counting(footer: object, y: int) -> object:
        drawn[0] += 1
        return render(footer, y)  # type: ignore[arg-type]

    monkeypatch.setattr(type(app.home.footer), "render_line", counting)
    return lambda: drawn[0]


async def test_what_is_known_before_the_first_frame_is_in_it(app: HomepageApp, dialogue: Dialogue) -> None:
    dialogue.feed(WHITE, 0.1)
    looks = []
    app.post_display_hook = lambda: looks.append(app.home.bar.look)  # type: ignore[method-assign]
    async with app.run_test(size=SIZE):
        pass
    assert {look.palette.name for look in looks} == {app.look.palette.name}
    assert app.look.palette.accent
    assert not app.look.palette.dark


@pytest.mark.parametrize("answers", [BLACK, WHITE])
async def test_what_is_learnt_later_draws_once_where_one_is(
    app: HomepageApp, answers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "3", *"jjj", "tab")
        before = shown(home), home.page_view.cursor, home.page_view.scroll_offset
        look, drawn = home.bar.look, frames(app, monkeypatch)
        answer(app, answers)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert (shown(home), home.page_view.cursor, home.page_view.scroll_offset) == before
        assert home.bar.look != look
        assert home.page_view.page.look == home.footer.look == home.bar.look == app.look
        assert drawn() == 1


async def test_nothing_changes_while_keys_are_being_handled(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        look = app.look
        answer(app, WHITE)
        busy = [True]
        learning = app.learning
        type(learning)._is_busy = property(lambda _: busy[0])  # type: ignore[method-assign, assignment]
        try:
            await pilot.pause()
            assert app.look == home.bar.look == look
        finally:
            busy[0] = False
            await app.workers.wait_for_complete()
        assert app.look != look


async def test_answers_that_change_nothing_draw_nothing(app: HomepageApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot)
        drawn = frames(app, monkeypatch)
        answer(app, "\x1bP>|Terminal 1.0\x1b\\\x1b[?62c")
        await pilot.pause()
        assert drawn() == 0
        assert app.visitor.capabilities.program == "Terminal 1.0"


@pytest.mark.parametrize("key", ["question_mark", "s", "colon", "slash"])
async def test_a_screen_above_the_page_learns_it_too(app: HomepageApp, key: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, key)
        answer(app, WHITE)
        await app.workers.wait_for_complete()
        await pilot.pause()
        pages = [canvas.page for canvas in app.screen.query("PageCanvas").results() if hasattr(canvas, "page")]
        assert all(page.look.palette == app.look.palette for page in pages)
        await press(pilot, "escape")
        assert app.screen is home
        assert home.page_view.page.look == app.look


async def test_another_depth_is_heeded_everywhere(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot)
        for depth in (Depth.ANSI, Depth.NONE, Depth.TRUECOLOR):
            able = app.visitor.capabilities._replace(depth=depth, settled=True)
            app.post_message(TerminalKnown(able))
            await pilot.pause()
            await app.workers.wait_for_complete()
            assert app.look.depth is depth
            assert app.no_color is (depth is Depth.NONE)
            assert app.home.footer.look.depth is depth
