"""Articles are opened, read and left; links within the site are followed, back and forward."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tui.conftest import FakeVisitor, web
from tests.tui.pilots import SIZE, click, footer, lines, press, said, shown
from tests.tui.sites import blog, linked
from tui_home.model.collections import Intro
from tui_home.model.site import Site
from tui_home.tui.app import HomepageApp
from tui_home.tui.history import History, Location
from tui_home.tui.screens.home import HomeScreen

ABOUT, PAPERS, POSTS = Location("about"), Location("papers"), Location("posts")
WEIRS, MILLS = (Location("posts", f"_posts/2024-0{number}-01-{number}") for number in (3, 2))


@pytest.fixture
def site() -> Site:
    return blog()


def posts_key(home: HomeScreen) -> str:
    return str(1 + [section.id for section in home.reader.sections].index("posts"))


async def test_enter_reads_a_post_and_leaving_finds_the_list_where_it_was(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        await press(pilot, posts_key(home), "tab")
        assert home.here.target is not None
        assert home.here.target.label == "On mills"
        assert footer(home).startswith("enter read  o open  y copy link")
        await press(pilot, "o", "y")
        assert fake.opened == fake.copied == ["https://slow.example/blog/2/"]
        before = shown(home).rstrip()
        for leave in ("escape", "backspace", "alt+left", "ctrl+left"):
            await press(pilot, "enter")
            assert home.reader.location == MILLS
            assert "See the papers." in shown(home)
            assert "On weirs" not in shown(home)
            assert "esc back" in footer(home)
            assert home.rule.title == "On mills"
            await press(pilot, leave)
            assert home.reader.location == POSTS
            assert shown(home).rstrip() == before
            assert home.rule.title == ""


@pytest.mark.parametrize("width", [30, 40, 80, 160])
async def test_the_footer_says_how_to_leave_an_article_at_any_width(app: HomepageApp, width: int) -> None:
    async with app.run_test(size=(width, 24)) as pilot:
        home = await press(pilot)
        await press(pilot, posts_key(home), "enter")
        assert "esc back" in footer(home)
        await press(pilot, "tab")
        assert "esc back" in footer(home)


async def test_an_article_begins_at_its_top_and_is_found_again_where_it_was_left(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        key = posts_key(home)
        await press(pilot, key, "enter")
        assert home.page_view.scroll_offset.y == 0
        assert home.page_view.cursor is None
        await press(pilot, "j", "j", "j", "3", "alt+left")
        assert home.reader.location == WEIRS
        assert home.page_view.scroll_offset.y == 3
        assert home.rule.place != "top"
        await press(pilot, key)
        assert home.reader.location == POSTS, "a section's key leads to its list"
        assert home.page_view.scroll_offset.y == 0


async def test_links_are_followed_from_page_to_page_back_and_forward(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "tab")
        assert footer(home).startswith("enter go there")
        await press(pilot, "enter", "shift+tab", "shift+tab", "enter")
        assert home.reader.location == MILLS
        await press(pilot, "tab", "enter")
        assert home.reader.location == PAPERS
        assert home.bar.current == home.reader.index == 2
        seen = []
        for _ in range(4):
            await press(pilot, "alt+left")
            seen.append(home.reader.location)
        assert seen == [MILLS, WEIRS, ABOUT, ABOUT]
        assert home.page_view.cursor == 0
        for _ in range(4):
            await press(pilot, "alt+right")
            seen.append(home.reader.location)
        assert seen[4:] == [WEIRS, MILLS, PAPERS, PAPERS]
        assert fake.opened == []


async def test_what_is_not_here_is_opened_on_the_web(app: HomepageApp, fake: FakeVisitor) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        await press(pilot, posts_key(home), "shift+tab", "tab", "tab", "tab")
        await press(pilot, *["tab"] * 2)
        home.navigator.go(Location("posts", "_posts/2024-01-01-1"))
        await press(pilot, "tab", "enter")
        assert fake.opened == ["https://slow.example/lost/"]
        assert "https://slow.example/lost/" in said(home)


async def test_sections_are_places_to_go_back_to_and_come_once(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "2", "2", "right", "h", "4", "backspace", "backspace")
        assert home.reader.section.id == "papers"
        assert home.reader.history.behind == [Location("about"), Location("news")]
        await press(pilot, "backspace", "4")
        assert home.reader.history.ahead == []


async def test_esc_in_an_article_ends_the_find_first(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        await press(pilot, posts_key(home), "enter", "slash", *"17", "enter")
        assert "Paragraph 17" in shown(home)
        assert "esc end find" in footer(home)
        await press(pilot, "escape")
        assert home.reader.location == WEIRS
        await press(pilot, "slash", *"zzz")
        assert said(home) == "Find in this article: nothing"
        await press(pilot, "escape", "escape")
        assert home.reader.location == POSTS


async def test_backspace_while_typing_takes_a_letter_and_nothing_else(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "2", "slash", *"ab", "backspace")
        assert home.reader.section.id == "news"
        assert "“a”" not in said(home)


async def test_a_click_follows_and_a_click_on_the_footer_leaves(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        y = next(y for y, line in enumerate(lines(home.page_view)) if "what weirs hold" in line)
        await pilot.click("#page", offset=(lines(home.page_view)[y].index("weirs"), y))
        await press(pilot)
        assert home.reader.location == WEIRS
        await click(pilot, home.footer, (2 + footer(home).index("esc back"), 0))
        await press(pilot)
        assert home.reader.location == ABOUT


async def test_it_may_begin_with_an_article(site: Site, fake: FakeVisitor) -> None:
    app = HomepageApp(site, fake.visitor, section=f"posts/{MILLS.article}")
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        assert home.reader.location == MILLS
        await press(pilot, "escape")
        assert home.reader.location == POSTS


async def test_pages_of_articles_are_shared(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        await press(pilot, posts_key(home), "enter")
        page = home.page_view.page
        await press(pilot, "escape", "enter")
        assert home.page_view.page is page


async def test_the_cursor_begins_at_the_first_entry_below_what_the_page_says_of_itself(fake: FakeVisitor) -> None:
    whole = blog()
    intro = Intro("posts", linked("my other blog", web("my other blog", "https://other.example/")))
    app = HomepageApp(replace(whole, intros=(intro,)), fake.visitor, section="posts")
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        assert "my other blog" in shown(home)
        assert home.here.target is not None
        assert home.here.target.label == "On weirs"


def test_history_forgets_what_is_long_ago() -> None:
    history = History()
    for number in range(300):
        history.leave(Location("news" if number % 2 else "papers"))
    assert len(history.behind) == 100
