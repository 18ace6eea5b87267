"""Where the terminal's own cursor is, for those who read by it."""

from __future__ import annotations

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from tests.tui.pilots import SIZE, press, top_screen
from tui_home.tui.app import HomepageApp


def read(app: HomepageApp) -> str:
    """Return what stands from the cursor on, on its line."""
    x, y = app.cursor_position
    widget, region = app.screen.get_widget_at(x, y)
    line = widget.render_line(y - region.y).text
    return line[x - region.x :].strip()


@pytest.mark.parametrize("size", [SIZE, (40, 20), (160, 50), (40, 10)])
async def test_it_follows_the_link_at_the_cursor(app: HomepageApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        home = await press(pilot, "4", "escape")
        labels = []
        for _ in range(3):
            await press(pilot, "tab")
            assert home.here.target is not None
            labels.append(read(app))
        assert len(set(labels)) == 3
        assert all(labels)


async def test_it_is_at_the_first_line_without_a_link(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot)
        first = read(app)
        assert first
        await press(pilot, "j", "j", "j", "j")
        assert read(app) not in ("", first)


async def test_what_is_said_is_read_first(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "e")
        assert read(app) == "Copied rosa@slow.example"
        await press(pilot, "tab")
        assert "Copied" not in read(app)


async def test_going_round_is_said_with_where_one_is(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "4")
        await press(pilot, "shift+tab")
        assert home.page_view.cursor == len(home.page_view.page.targets) - 1
        assert read(app) == "The last link: the WeChat name"
        await press(pilot, "tab")
        assert read(app) == "The first link: rosa@slow.example"
        await press(pilot, "tab")
        assert "link:" not in read(app)


async def test_it_stands_where_one_types_and_then_where_find_stands(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "slash", *"river")
        assert app.cursor_position == (home.column.start + len("river"), home.footer.region.y - 1)
        await press(pilot, "enter")
        first = read(app)
        assert first.startswith("river")
        await press(pilot, "n")
        assert read(app).startswith(("river", "River"))
        assert read(app) != first


async def test_in_the_palette_it_is_in_the_input_and_then_at_the_option(app: HomepageApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "colon")
        await pilot.pause(0.3)
        typing = app.cursor_position
        await press(pilot, "down", "down")
        assert app.cursor_position.y > typing.y + 1
        assert "Go to" in read(app)


@pytest.mark.parametrize("key", ["question_mark", "s"])
async def test_help_and_selecting_are_read_from_their_first_line(app: HomepageApp, key: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, key)
        assert top_screen(app) is not home
        assert read(app)
        assert app.cursor_position.y <= 2


async def test_the_window_is_named_after_what_is_read(app: HomepageApp, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(HeadlessDriver, "is_headless", False)
    monkeypatch.setattr(HeadlessDriver, "write", lambda _, data: written.append(data))
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await press(pilot, "3", "j")
    assert [name for name in written if name.startswith("\x1b]2;")] == [
        "\x1b]2;Rosa Marsh: About\x1b\\",
        "\x1b]2;Rosa Marsh: Papers\x1b\\",
    ]
