"""Finding: incremental, in words, and always a way back."""

from __future__ import annotations

from tests.tui.conftest import FakeVisitor
from tests.tui.pilots import SIZE, footer, press, resized, said
from tui_home.tui.app import HomepageApp


async def test_it_finds_while_one_types_and_esc_returns(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "j", "j", "slash")
        assert said(home) == "Find in About"
        await press(pilot, *"FLOODS")
        assert said(home) == "Find in About: 1 of 2"
        view = home.page_view
        assert view.match == 0
        await press(pilot, "down")
        assert said(home) == "Find in About: 2 of 2"
        assert view.top <= view.matches[1].line < view.bottom
        await press(pilot, "escape")
        assert view.scroll_offset.y == 2
        assert view.matches == ()
        assert said(home) == ""
        assert not home.query("FindInput")


async def test_enter_keeps_the_matches_and_n_walks_them_round(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "3", "slash", *"river", "enter")
        assert said(home) == "“river”: 1 of 1"
        await press(pilot, "escape", "slash", *"20", "enter")
        assert home.here.found > 2
        count = home.here.found
        await press(pilot, "n")
        assert said(home) == f"“20”: 2 of {count}"
        await press(pilot, "N", "N")
        assert said(home) == f"“20”: {count} of {count}"
        await press(pilot, "n")
        assert said(home) == f"“20”: 1 of {count}"
        assert "n N next, previous" in footer(home)
        await press(pilot, "escape")
        assert home.page_view.matches == ()
        assert said(home) == ""


async def test_n_without_a_find_does_nothing(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "n", "N")
        assert said(home) == ""
        assert home.page_view.scroll_offset.y == 0


async def test_the_current_match_can_be_seen_without_colour(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "slash", *"rivers")
        view = home.page_view
        region = view.matches[0].regions[0]
        strip = view.render_line(region.line + view.lead - view.scroll_offset.y)
        start = view.column.start
        marked = strip.crop(start + region.start, start + region.end)
        assert marked.text == "rivers"
        assert all(segment.style is not None and segment.style.reverse for segment in marked)


async def test_letters_belong_to_the_input(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "slash", *"qe?t1")
        assert app.return_code is None
        assert fake.copied == []
        assert home.reader.section.id == "about"
        assert home.query_one("FindInput").value == "qe?t1"  # type: ignore[attr-defined]
        assert said(home) == "Find in About: nothing"
        assert "sections" not in footer(home)
        assert footer(home).endswith("? help  q leave")


async def test_what_is_not_there_is_said_and_ends_the_find(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "slash", *"zebra", "enter")
        assert said(home) == "“zebra”: not in this section"
        assert not home.here.finding
        await press(pilot, "j")
        assert said(home) == ""


async def test_words_that_are_nowhere_leave_the_page_where_it_was(app: HomepageApp) -> None:
    async with app.run_test(size=(80, 12)) as pilot:
        home = await press(pilot, "j", "slash", *"FLOODS")
        assert home.page_view.scroll_offset.y > 1
        await press(pilot, "x")
        assert (said(home), home.page_view.scroll_offset.y) == ("Find in About: nothing", 1)
        await press(pilot, "enter")
        assert home.page_view.scroll_offset.y == 1


async def test_another_section_ends_the_find(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "slash", *"river", "enter", "2")
        assert not home.here.finding
        assert said(home) == ""


async def test_a_find_outlives_resizing(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "slash", *"river", "enter", "n")
        before = said(home)
        await resized(pilot, 50, 20)
        assert said(home) == before
        assert home.page_view.match == 1
