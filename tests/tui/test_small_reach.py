"""Phones: letters, digits, enter, backspace, space and taps reach everything, without `esc`, `alt`, `ctrl`, arrows."""

from __future__ import annotations

import string
from collections.abc import Mapping
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tui.conftest import FakeVisitor, make_visitor
from tests.tui.nasty import nasty
from tests.tui.pilots import bar, click, footer, lines, press, resized, said, top_screen
from tests.tui.sites import many
from tests.tui.test_small import check
from tui_home.pages import Pages
from tui_home.terminal.preferences import Preferences
from tui_home.tui.app import HomepageApp
from tui_home.tui.commands import BY_ID, COMMANDS
from tui_home.tui.history import Location
from tui_home.tui.palette import QuietPalette
from tui_home.tui.screens.help import HelpScreen
from tui_home.tui.screens.select import SelectScreen

PHONE = (46, 9)
PLAIN = {*string.ascii_letters, *string.digits, "enter", "backspace", "space", "colon", "slash", "question_mark"}
INSTEAD: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "back": ("previous_place",),
        "interrupt": ("leave", "select"),
        "typed_next": ("next_match",),
        "typed_done": ("main",),
    }
)
"""Commands without a plain key, and those that do it instead."""
BOTH_WAYS = ("neighbour", "scroll", "half_page", "ends", "target", "next_match")
PAGES = Pages()


def test_every_command_has_a_plain_key_or_another_that_does_the_same() -> None:
    for command in COMMANDS:
        if command.id in INSTEAD:
            assert all(PLAIN.intersection(BY_ID[other].keys) for other in INSTEAD[command.id])
        else:
            assert PLAIN.intersection(command.keys), command.id
    for name in BOTH_WAYS:
        assert len(PLAIN.intersection(BY_ID[name].keys)) >= 2, name


def test_no_key_does_two_things() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


async def test_letters_go_from_link_to_link_and_from_place_to_place(app: HomepageApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        home = await press(pilot, "J", "J")
        assert home.page_view.cursor == 1
        await press(pilot, "K")
        assert home.page_view.cursor == 0
        await press(pilot, "3", "4", "H")
        assert home.reader.location == Location("papers")
        await press(pilot, "L")
        assert home.reader.location == Location("contact")


@pytest.mark.parametrize("keys", ["enter", "backspace", "m backspace backspace", "m enter backspace"])
async def test_find_is_ended_without_esc(app: HomepageApp, keys: str) -> None:
    async with app.run_test(size=PHONE) as pilot:
        home = await press(pilot, "2", "slash")
        assert home.finder.typing
        await press(pilot, *keys.split())
        assert not home.finder.active
        assert said(home) == ""
        assert home.reader.section.id == "news", "backspace ended the find and nothing else"
        await press(pilot, "backspace")
        assert home.reader.section.id == "about"


async def test_screens_are_left_by_letters(app: HomepageApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        home = await press(pilot)
        for keys, kind in ((("question_mark",), HelpScreen), (("s",), SelectScreen), (("colon",), QuietPalette)):
            for leave in ("backspace", "question_mark") if kind is HelpScreen else ("backspace",):
                await press(pilot, *keys)
                assert isinstance(top_screen(app), kind)
                await press(pilot, leave)
                assert top_screen(app) is home


async def test_the_palette_needs_no_arrows(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=PHONE) as pilot:
        home = await press(pilot, "colon", *"copyx")
        await press(pilot, "backspace", "space", "m", "enter")
        await press(pilot)
        assert top_screen(app) is home
        assert fake.copied == ["https://cal.example/rosa"]


async def test_a_title_in_brackets_is_no_markup() -> None:
    app = HomepageApp(nasty(), make_visitor(Preferences()).visitor, pages=PAGES)
    async with app.run_test(size=(80, 24)) as pilot:
        home = await press(pilot, "colon", *"brackets")
        await press(pilot, "enter")
        assert home.reader.section.title == "[b]Brackets[/b] [/]"


async def test_the_palette_fits_five_rows(app: HomepageApp) -> None:
    async with app.run_test(size=(20, 5)) as pilot:
        await press(pilot, "colon")
        rows = [strip.text.strip() for strip in app.screen._compositor.render_strips()]
        assert rows == ["Search", "Go to About", "Go to News", "Go to Papers", "Go to Contact"]


# Taps


async def test_a_tap_on_what_is_said_dismisses_it(app: HomepageApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        home = await press(pilot, "e")
        assert home.state.size.height == 1
        await click(pilot, home.state, (30, 0))
        await press(pilot)
        assert said(home) == ""
        assert home.state.size.height == 0


async def test_a_tap_just_beside_a_word_is_meant_for_it(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=PHONE) as pilot:
        home = await press(pilot)
        at = 2 + footer(home).index("e email")
        for offset in (at, at + 2, at + len("e email")):
            await click(pilot, home.footer, (offset, 0))
            await press(pilot)
        assert fake.copied == ["rosa@slow.example"] * 3
        await click(pilot, home.bar, (bar(home)[0].index("Papers") - 1, 0))
        await press(pilot)
        assert home.reader.section.id == "papers"


async def test_taps_go_through_all_sections_where_only_one_is_named(fake: FakeVisitor) -> None:
    app = HomepageApp(many(12), fake.visitor, pages=PAGES)
    async with app.run_test(size=(20, 5)) as pilot:
        home = await press(pilot)
        assert bar(home)[0].split() == ["‹", "About", "1/12", "›"]
        for index in (1, 2, 3):
            await click(pilot, home.bar, (19, 0))
            await press(pilot)
            assert home.reader.index == index
            assert f"{index + 1}/12" in bar(home)[0]
        await click(pilot, home.bar, (2, 0))
        await press(pilot)
        assert home.reader.index == 2


async def test_taps_read_an_article_and_leave_it() -> None:
    app = HomepageApp(nasty(), make_visitor(Preferences()).visitor, pages=PAGES)
    async with app.run_test(size=PHONE) as pilot:
        home = await press(pilot, "5")
        y = next(y for y, line in enumerate(lines(home.page_view)) if "On mills" in line)
        await pilot.click("#page", offset=(lines(home.page_view)[y].index("mills"), y))
        await press(pilot)
        assert home.reader.article
        await click(pilot, home.footer, (2 + footer(home).index("esc back"), 0))
        await press(pilot)
        assert not home.reader.article


async def test_other_text_sizes_keep_the_reading_place(app: HomepageApp) -> None:
    async with app.run_test(size=(46, 40)) as pilot:
        home = await press(pilot)
        # The keyboard comes and goes, and the letters get larger.
        await resized(pilot, 46, 10)
        await press(pilot, *["j"] * 12)
        word = next(line for line in lines(home.page_view) if line.strip()).split()[0]
        for width, height in ((46, 24), (30, 9), (46, 10)):
            await resized(pilot, width, height)
            assert word in " ".join(lines(home.page_view)[:2])


# Whatever one does

_KEYS = st.sampled_from(
    [
        "1", "3", "5", "8", "J", "K", "H", "L", "j", "d", "space", "g", "G", "tab", "enter", "backspace", "escape",
        "slash", "n", "N", "m", "e", "y", "b", "s", "t", "colon", "question_mark", "down", "left", "ctrl+c",
    ]
)  # fmt: skip
_SIZES = st.tuples(st.integers(1, 90), st.integers(1, 30))


@settings(
    max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=False
)
@given(st.lists(st.one_of(_KEYS, _KEYS, _SIZES), min_size=4, max_size=16))
async def test_keys_and_sizes_in_any_order(events: list[str | tuple[int, int]]) -> None:
    app = HomepageApp(nasty(), make_visitor(Preferences()).visitor, pages=PAGES)
    async with app.run_test(size=(46, 9)) as pilot:
        for event in events:
            if isinstance(event, tuple) and not app._exit:
                await resized(pilot, *event)
            elif isinstance(event, str) and not app._exit:
                await press(pilot, event)
        if not app._exit:
            # Textual's palette asks for what is gone when one leaves while it searches.
            await app.workers.wait_for_complete()
            check(app)
