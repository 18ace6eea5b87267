"""Every key of the registry, pressed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tui.conftest import FakeVisitor, make_visitor, text_blocks
from tests.tui.pilots import SIZE, footer, press, said, shown, top_screen
from tui_home.model.inline import LinkKind
from tui_home.model.site import Site
from tui_home.terminal.preferences import Preferences
from tui_home.tui.app import HomepageApp
from tui_home.tui.commands import COMMANDS
from tui_home.tui.screens.help import HelpScreen


@pytest.mark.parametrize(
    ("keys", "section"),
    [
        (("1",), "about"),
        (("2",), "news"),
        (("3",), "papers"),
        (("4",), "contact"),
        (("9",), "about"),
        (("right",), "news"),
        (("l", "l"), "papers"),
        (("left",), "contact"),
        (("h",), "contact"),
        (("right", "right", "right", "right"), "about"),
    ],
)
async def test_digits_and_arrows_open_sections(app: HomepageApp, keys: tuple[str, ...], section: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, *keys)
        assert home.reader.section.id == section
        assert home.page_view.page.section == section
        assert home.reader.sections[home.bar.current].id == section


async def test_it_begins_with_the_section_asked_for(site: Site, fake: FakeVisitor) -> None:
    app = HomepageApp(site, fake.visitor, section="contact")
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        assert home.page_view.page.section == "contact"
        assert home.reader.sections[home.bar.current].id == "contact"


@pytest.mark.parametrize(
    ("keys", "back", "lines"),
    [
        ("down", "up", 1),
        ("j", "k", 1),
        ("d", "u", 10),
        ("ctrl+d", "ctrl+u", 10),
        ("space", "pageup", 18),
        ("pagedown", "pageup", 18),
    ],
)
async def test_scrolling_there_and_back(app: HomepageApp, keys: str, back: str, lines: int) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        assert home.page_view.size.height == 20
        await press(pilot, keys)
        assert home.page_view.scroll_offset.y == lines
        await press(pilot, back)
        assert home.page_view.scroll_offset.y == 0


@pytest.mark.parametrize(("end", "start"), [("G", "g"), ("end", "home")])
async def test_the_ends_of_the_page(app: HomepageApp, end: str, start: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, end)
        assert home.page_view.scroll_offset.y == home.page_view.max_scroll_y > 0
        assert home.rule.place == "end"
        await press(pilot, start)
        assert home.page_view.scroll_offset.y == 0
        assert home.rule.place == "top"


async def test_tab_goes_round_all_targets_in_reading_order(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        count = len(home.page_view.page.targets)
        seen = []
        for _ in range(count):
            await press(pilot, "tab")
            assert home.page_view.cursor_in_sight() is not None
            seen.append(home.page_view.cursor)
        assert seen == list(range(count))
        await press(pilot, "tab")
        assert home.page_view.cursor == 0
        await press(pilot, "shift+tab")
        assert home.page_view.cursor == count - 1


async def test_tab_starts_from_what_can_be_seen(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "tab", "G", "tab")
        view = home.page_view
        assert view.cursor is not None
        assert view.page.targets[view.cursor].regions[0].line >= view.max_scroll_y - view.lead


async def test_what_has_been_scrolled_away_is_not_acted_on(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "tab", "G", "enter", "y", "o")
        assert home.page_view.cursor == 0
        assert fake.copied == []
        assert fake.opened == []


async def test_enter_opens_a_link_and_y_copies_it(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        labels = [target.link.url for target in home.page_view.page.targets]
        await press(pilot, *["tab"] * (labels.index("https://slow.example/") + 1), "enter")
        assert fake.opened == ["https://slow.example/"]
        assert "https://slow.example/" in said(home)
        await press(pilot, "y")
        assert fake.copied == ["https://slow.example/"]
        assert said(home).startswith("Copied ")
        assert [type(thing).__name__ for thing in fake.visitor.receipt.things] == ["Opened", "Copied"]


async def test_enter_on_a_paper_shows_and_hides_its_details_in_place(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "3", "tab", "tab", "tab", "tab")
        view = home.page_view
        assert view.cursor is not None
        link = view.page.targets[view.cursor].link
        assert link.kind is LinkKind.PUBLICATION
        assert link.label == "Meadows as Archives"
        row = view.page.targets[view.cursor].regions[0].line - view.scroll_offset.y
        await press(pilot, "enter")
        assert "title = {Meadows as Archives}" in shown(home)
        assert view.page.targets[view.cursor].link == link
        assert view.page.targets[view.cursor].regions[0].line - view.scroll_offset.y == row
        assert "enter close" in footer(home)
        await press(pilot, "enter")
        assert "title = {Meadows as Archives}" not in shown(home)
        assert view.page.targets[view.cursor].regions[0].line - view.scroll_offset.y == row
        assert "enter details" in footer(home)


async def test_enter_on_a_news_item_shows_its_body(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "2", "tab", "tab")
        assert "nine years" not in shown(home)
        await press(pilot, "enter")
        assert "nine years" in shown(home)


async def test_o_opens_what_enter_does_not(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "o")
        assert fake.opened == ["https://arxiv.example/1"]


async def test_enter_copies_what_leads_nowhere(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "4", "shift+tab", "enter")
        assert fake.copied == ["rosa-slow"]
        assert said(home) == "Copied the WeChat name"
        await press(pilot, "o")
        assert fake.opened == []


@pytest.mark.parametrize("section", ["1", "2", "3", "4"])
async def test_e_and_c_copy_from_anywhere(app: HomepageApp, fake: FakeVisitor, section: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, section, "e")
        assert said(home) == "Copied rosa@slow.example"
        await press(pilot, "c")
        assert said(home) == "Copied https://cal.example/rosa"
        assert fake.copied == ["rosa@slow.example", "https://cal.example/rosa"]
        assert [thing.text for thing in fake.visitor.receipt.things] == fake.copied  # type: ignore[union-attr]


async def test_without_email_and_meeting_their_keys_say_so_and_the_footer_is_silent(
    site: Site, fake: FakeVisitor
) -> None:
    app = HomepageApp(replace(site, contacts=()), fake.visitor)
    async with app.run_test(size=(120, 24)) as pilot:
        home = await press(pilot)
        assert "email" not in footer(home)
        assert "meeting" not in footer(home)
        await press(pilot, "e")
        assert said(home) == "No email address is given on this page."
        await press(pilot, "c")
        assert said(home) == "No meeting link is given on this page."
        assert fake.copied == []


async def test_b_copies_the_bibtex_of_the_paper_at_the_cursor(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "b")
        assert fake.copied[-1].startswith("@article{marsh20241,")
        await press(pilot, "tab", "b")
        assert fake.copied[-1].startswith("@article{marsh20241,"), "the paper that a link belongs to"
        await press(pilot, "tab", "tab", "tab", "b")
        assert fake.copied[-1].startswith("@article{marsh20242,")


async def test_b_does_nothing_elsewhere(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "4", "b")
        assert fake.copied == []
        assert said(home) == ""


async def test_esc_lets_go_of_the_cursor_and_never_leaves(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "tab")
        assert home.page_view.cursor_in_sight() == 0
        await press(pilot, "escape")
        assert home.page_view.cursor_in_sight() is None
        await press(pilot, "escape", "escape", "escape")
        assert app.is_running
        assert app.screen is home


async def test_help_names_every_command(app: HomepageApp) -> None:
    async with app.run_test(size=(80, 80)) as pilot:
        await press(pilot, "question_mark")
        screen = top_screen(app)
        assert isinstance(screen, HelpScreen)
        view = screen.page_view
        text = " ".join(" ".join(view.render_line(y).text.split()) for y in range(view.size.height))
        for command in COMMANDS:
            assert (command.help in text) is command.offered(app.home.here), command.id
        await pilot.press("escape")
        assert top_screen(app) is app.home


async def test_help_scrolls_at_40_columns_and_q_leaves_from_it(app: HomepageApp) -> None:
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "question_mark", "j")
        screen = top_screen(app)
        assert isinstance(screen, HelpScreen)
        assert screen.page_view.scroll_offset.y == 1
        await pilot.press("q")
    assert app.return_code == 0


async def test_a_remote_visitor_gets_the_address_alone(site: Site, preferences: Preferences) -> None:
    fake = make_visitor(preferences, remote=True)
    app = HomepageApp(site, fake.visitor)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "3", "o")
        assert home.state.sentences == ("https://arxiv.example/1",)
        assert fake.opened == []
        assert "o show address" in footer(home)


async def test_each_section_remembers_place_and_cursor(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "tab", "tab", "j", "j", "j")
        await press(pilot, "3", "4", "1")
        assert home.page_view.scroll_offset.y == 3
        assert home.page_view.cursor == 1


def test_every_key_is_bound_once() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


async def test_the_footer_follows_what_is_on_the_screen_at_a_fold_that_is_open_from_the_start(
    site: Site, fake: FakeVisitor
) -> None:
    folds = text_blocks("<details open><summary>Thanks</summary>To the mill.</details>")
    app = HomepageApp(replace(site, about=replace(site.about, blocks=folds, profile=None)), fake.visitor)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "tab")
        assert "To the mill." in shown(home)
        assert footer(home).startswith("enter close")
        await press(pilot, "enter")
        assert "To the mill." not in shown(home)
        assert footer(home).startswith("enter details")


async def test_a_copied_bibtex_is_called_as_the_section_calls_it(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "3", "b")
        assert said(home) == "Copied BibTeX of marsh20241"
