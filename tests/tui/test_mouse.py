"""Everything with the mouse, too; and its selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import FakeVisitor
from tests.tui.pilots import SIZE, bar, click, footer, lines, press, said, settled
from tui_home.tui.app import HomepageApp
from tui_home.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot


def where(home: HomeScreen, words: str) -> tuple[int, int]:
    """Return the cell of the page view at which `words` stand."""
    for y, line in enumerate(lines(home.page_view)):
        if words in line:
            return line.index(words), y
    pytest.fail(f"{words!r} is not shown")


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int], within: str | None = "#page") -> None:
    await pilot.mouse_down(within, offset=start)
    await pilot.hover(within, offset=end)
    await pilot.mouse_up(within, offset=end)
    await settled(pilot)


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (160, 50)])
async def test_a_click_on_a_sections_name_opens_it(app: HomepageApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        home = await press(pilot)
        for name in ("Contact", "News", "Papers", "About"):
            y, line = next((y, line) for y, line in enumerate(bar(home)) if name in line)
            await click(pilot, home.bar, (line.index(name) + 1, y))
            await settled(pilot)
            assert home.reader.section.title == name


async def test_a_click_on_a_link_does_its_main_thing(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        await pilot.click("#page", offset=where(home, "Institute"))
        await press(pilot)
        assert fake.opened == ["https://slow.example/"]
        await pilot.click("#page", offset=where(home, "rosa@slow.example"))
        await press(pilot)
        assert fake.copied == ["rosa@slow.example"]
        assert said(home) == "Copied rosa@slow.example"


async def test_a_click_on_a_paper_unfolds_it_and_on_its_link_opens_that(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "3")
        await pilot.click("#page", offset=where(home, "arXiv"))
        await press(pilot)
        assert fake.opened == ["https://arxiv.example/1"]
        await pilot.click("#page", offset=where(home, "Meadows as Archives"))
        await press(pilot)
        assert "title = {Meadows as Archives}" in "\n".join(lines(home.page_view))


async def test_a_click_on_plain_text_does_nothing(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        await pilot.click("#page", offset=where(home, "Rivers are patient"))
        await press(pilot)
        assert fake.opened == fake.copied == []
        assert home.page_view.cursor is None


async def test_a_click_on_the_footer_does_what_the_key_does(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        await click(pilot, home.footer, (2 + footer(home).index("e email"), 0))
        await press(pilot)
        assert fake.copied == ["rosa@slow.example"]


async def test_the_wheel_scrolls(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        await pilot._post_mouse_events([__import__("textual").events.MouseScrollDown], "#page")
        await pilot.pause()
        assert home.page_view.scroll_offset.y > 0


async def test_dragging_selects_and_ctrl_c_copies(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        x, y = where(home, "Rivers are patient")
        await drag(pilot, (x, y), (x + len("Rivers are") - 1, y))
        marked = [segment.text for segment in home.page_view.render_line(y) if segment.style and segment.style.reverse]
        assert "".join(marked) == "Rivers are"
        await press(pilot, "ctrl+c")
        assert fake.copied == ["Rivers are"]
        assert said(home) == "Copied the selection"
        assert fake.opened == []
        await press(pilot, "escape")
        assert not home.selections


async def test_a_selection_over_lines_wide_characters_and_scrolling(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "j", "j")
        x, y = where(home, "Meadows, read")
        line = lines(home.page_view)[y + 1]
        assert "水車" in line
        # Up to and with the second wide character, which begins two cells after the first.
        await drag(pilot, (x + len("Meadows, "), y), (line.index("水") + 2, y + 1))
        await press(pilot, "ctrl+c")
        assert fake.copied == ["read as archives\n• Mills 水車"]


async def test_ending_a_selection_on_a_link_does_not_open_it(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        x, y = where(home, "Institute")
        await drag(pilot, (x - 4, y), (x + 3, y))
        assert home.get_selected_text() == "the Inst"
        assert fake.opened == []


async def test_the_mouse_pressed_on_one_part_and_let_go_on_another_clicks_neither(
    app: HomepageApp, fake: FakeVisitor
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        start = (2 + footer(home).index("e email"), home.footer.region.y)
        end = next((line.index("Papers"), y) for y, line in enumerate(bar(home)) if "Papers" in line)
        for one, other in ((start, end), (end, start)):
            await drag(pilot, one, other, None)
            await press(pilot)
            assert home.reader.section.title == "About"
            assert not fake.copied


async def test_nothing_is_selected_from_the_chrome_and_what_is_selected_into_it_ends_with_the_page(
    app: HomepageApp,
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        y, line = next((y, line) for y, line in enumerate(lines(home.page_view)) if "Rivers are" in line)
        page, chrome = (line.index("Rivers"), y + home.page_view.region.y), (20, home.footer.region.y)
        await drag(pilot, chrome, page, None)
        assert not home.get_selected_text()
        await drag(pilot, page, chrome, None)
        selected = home.get_selected_text() or ""
        assert selected.startswith("Rivers are")
        assert "leave" not in selected
