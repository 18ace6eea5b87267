"""The bar: few sections and many, short titles and long, wide screens and narrow."""

from __future__ import annotations

import pytest

from tests.tui.conftest import FakeVisitor, make_visitor
from tests.tui.pilots import bar, click, footer, press
from tests.tui.sites import many
from tui_home.model.site import Site
from tui_home.terminal.preferences import Preferences
from tui_home.tui.app import HomepageApp
from tui_home.tui.palette import HomeProvider
from tui_home.tui.widgets.folding import Span, together


@pytest.mark.parametrize("width", [24, 40, 60, 80, 100, 160])
@pytest.mark.parametrize("count", [4, 7, 12, 20])
async def test_the_current_section_is_always_seen_and_marked(fake: FakeVisitor, width: int, count: int) -> None:
    app = HomepageApp(many(count), fake.visitor)
    async with app.run_test(size=(width, 24)) as pilot:
        home = await press(pilot)
        assert len(home.reader.sections) == count
        for index in range(count):
            home.navigator.open_section(index)
            *rows, rule = bar(home)
            assert len(rows) <= 2
            title = home.bar._titles[index]
            assert title.removesuffix("…")[: width // 3].strip() in rows[-1]
            assert rule.count("━") >= min(4, width // 4)


async def test_arrows_go_through_all_sections_round_and_round(fake: FakeVisitor) -> None:
    app = HomepageApp(many(12), fake.visitor)
    async with app.run_test(size=(40, 16)) as pilot:
        home = await press(pilot)
        seen = []
        for _ in range(12):
            await press(pilot, "right")
            seen.append(home.reader.index)
        assert seen == [*range(1, 12), 0]
        await press(pilot, "h")
        assert home.reader.index == 11


async def test_digits_stand_before_the_first_nine_where_not_all_are_seen(fake: FakeVisitor) -> None:
    app = HomepageApp(many(20), fake.visitor)
    async with app.run_test(size=(60, 24)) as pilot:
        home = await press(pilot)
        assert bar(home)[1] == "  1 About  2 News  3 Papers  4 Contact  5 Teaching …"
        await press(pilot, "9")
        assert "9 Outreach" in bar(home)[1]
        assert bar(home)[1].startswith("  … 6 ")
        assert footer(home).startswith("1-9 sections")
        await press(pilot, "right")
        assert home.reader.section.title == "Recipes"
        assert "0 Recipes" not in bar(home)[1]


async def test_where_all_are_seen_there_are_no_digits(fake: FakeVisitor) -> None:
    app = HomepageApp(many(7), fake.visitor)
    async with app.run_test(size=(100, 24)) as pilot:
        home = await press(pilot)
        assert bar(home)[0].split()[2:] == ["About", "News", "Papers", "Contact", "Teaching", "Talks", "Software"]


async def test_a_click_on_the_dots_goes_on_and_back(fake: FakeVisitor) -> None:
    app = HomepageApp(many(12), fake.visitor)
    async with app.run_test(size=(60, 24)) as pilot:
        home = await press(pilot)
        for index in (5, 10):
            await click(pilot, home.bar, (bar(home)[1].rindex("…"), 1))
            await press(pilot)
            assert home.reader.index == index
        await click(pilot, home.bar, (bar(home)[1].index("…"), 1))
        await press(pilot)
        assert home.reader.index < 10
        assert home.bar._titles[home.reader.index] in bar(home)[1]


async def test_the_palette_goes_to_every_section(fake: FakeVisitor) -> None:
    app = HomepageApp(many(20), fake.visitor)
    async with app.run_test(size=(60, 24)) as pilot:
        home = await press(pilot)
        offers = {str(hit.text) async for hit in HomeProvider(home).discover()}
        assert {f"Go to {section.title}" for section in home.reader.sections} <= offers
        await press(pilot, "colon", *"go to press")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        assert home.reader.section.title == "Press"


def test_the_same_names_stand_together_whichever_of_them_is_current() -> None:
    widths = [5] * 10
    spans = [together(widths, current, 24, gap=2, more=2) for current in range(10)]
    assert spans == [Span(0, 3)] * 3 + [Span(3, 6)] * 3 + [Span(6, 9)] * 3 + [Span(7, 10)]
    for span in spans:
        shown = span.end - span.first
        assert shown * 5 + (shown - 1) * 2 + 2 * (span.first > 0) + 2 * (span.end < 10) <= 24


def test_one_name_is_shown_however_little_room_there_is() -> None:
    assert together([30, 30, 30], 1, 10, gap=2, more=2) == Span(1, 2)


@pytest.mark.parametrize("unicode", [True, False])
@pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 20), (80, 12), (40, 12), (24, 10)])
async def test_the_current_section_is_told_without_colour(
    site: Site, preferences: Preferences, width: int, height: int, unicode: bool
) -> None:
    app = HomepageApp(site, make_visitor(preferences, unicode=unicode).visitor)
    seen = set()
    async with app.run_test(size=(width, height)) as pilot:
        for key in "1234":
            home = await press(pilot, key)
            home.bar._counts = ("",) * 4
            home.bar.redraw()
            seen.add("\n".join(bar(home)))
    assert len(seen) == 4, "as many texts as sections"


@pytest.mark.parametrize("width", range(20, 50, 2))
@pytest.mark.parametrize("height", [10, 20])
async def test_the_bar_names_one_section_or_all_of_few_whichever_is_shown(
    app: HomepageApp, width: int, height: int
) -> None:
    async with app.run_test(size=(width, height)) as pilot:
        home = await press(pilot)
        alone = set()
        for index in range(4):
            home.navigator.open_section(index)
            names = next(row for row in bar(home) if home.reader.section.title in row)
            alone.add("›" in names)
            assert ("›" in names) != ("About" in names and "Contact" in names)
        assert len(alone) == 1
