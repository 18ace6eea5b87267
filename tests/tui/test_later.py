"""Later readings of a site take the place of the first, and nothing that is read moves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest

from tests.tui.conftest import FakeVisitor, make_site, publication
from tests.tui.pilots import SIZE, bar, press, said, shown
from tests.tui.sites import blog, many
from tui_home.model.site import Site
from tui_home.pages import Pages
from tui_home.sections import sections_of
from tui_home.tui.app import HomepageApp
from tui_home.tui.history import Location


def first_of(site: Site) -> Site:
    """Return what is there of `site` before most of it has been read."""
    return replace(site, revision="first", news=(), publications=(), posts=(), routes=(), pending=("news", "papers"))


def with_more(site: Site, *, before: int = 0, after: int = 0) -> Site:
    """Return a later reading with more papers."""
    newer = tuple(publication(100 + number, f"Newer paper {number}", 2025) for number in range(before))
    older = tuple(publication(200 + number, f"Older paper {number}", 2010) for number in range(after))
    return replace(site, revision="later", publications=(*newer, *site.publications, *older))


async def test_what_is_pending_says_so_and_then_is_there(fake: FakeVisitor) -> None:
    whole = make_site()
    app = HomepageApp(first_of(whole), fake.visitor)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "3")
        assert shown(home).split() == ["Reading", "…"]
        assert bar(home)[0].endswith("reading …")
        home.navigator.replace(whole)
        await press(pilot)
        assert "What a River Knows" in shown(home)
        assert bar(home)[0].endswith("5 papers")
        assert home.reader.section.id == "papers"


async def test_an_iterator_of_sites_is_taken_to_its_end_after_the_first_paint(fake: FakeVisitor) -> None:
    painted: list[str] = []
    taken: list[str] = []
    whole = make_site()

    def sites() -> Iterator[Site]:
        for site in (replace(first_of(whole), revision="second"), whole):
            taken.append(site.revision)
            assert painted, "the first page is shown before anything more is read"
            yield site
        taken.append("end")

    app = HomepageApp(first_of(whole), fake.visitor, later=sites(), painted=lambda: painted.append("first"))
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        assert taken == ["second", "test", "end"]
        assert home.reader.site is whole
        assert home.page_view.page.find("Selected papers")


async def test_what_arrives_is_laid_out_before_it_is_shown(fake: FakeVisitor) -> None:
    whole, pages = make_site(), Pages()
    app = HomepageApp(first_of(whole), fake.visitor, pages=pages, later=iter((whole,)))
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        before = pages.bytes
        await press(pilot, "3")
        assert "What a River Knows" in shown(home)
        assert pages.bytes == before, "opening Papers makes nothing that was not there"


async def test_the_bar_stays_where_it_stood_though_the_next_visit_begins_without_that_room(fake: FakeVisitor) -> None:
    whole, stood, frames = make_site(), list[str](), list[str]()
    app = HomepageApp(
        first_of(whole), fake.visitor, later=iter((whole,)), painted=lambda: stood.extend(bar(app.home)[:2])
    )
    async with app.run_test(size=SIZE) as pilot:
        app.opening.rehearsed = frames.append
        home = await press(pilot)
        assert home.reader.site is whole
        assert bar(home)[:2] == stood
    fresh = HomepageApp(whole, fake.visitor)
    async with fresh.run_test(size=SIZE) as pilot:
        begun = bar(await press(pilot))[:2]
    assert begun != stood
    (frame,) = frames
    assert [line.rstrip() for line in re.sub("\x1b[^A-Za-z]*[A-Za-z]", "", frame).splitlines()[:2]] == begun


async def test_who_has_done_something_meanwhile_leaves_nothing_for_the_next_visit(fake: FakeVisitor) -> None:
    whole, frames, acted = make_site(), list[str](), Event()

    def sites() -> Iterator[Site]:
        acted.wait()
        yield whole

    app = HomepageApp(first_of(whole), fake.visitor, later=sites())
    async with app.run_test(size=SIZE) as pilot:
        app.opening.rehearsed = frames.append
        while app.turns.busy or not app.is_painted:
            await pilot.pause()
        await pilot.press("j")
        acted.set()
        home = await press(pilot)
        assert home.reader.site is whole
        assert not frames


async def test_an_error_while_reading_on_ends_the_app_as_any_other_does(fake: FakeVisitor) -> None:
    def broken(_number: int) -> Site:
        raise ValueError("broken on purpose")

    app = HomepageApp(first_of(make_site()), fake.visitor, later=map(broken, (1,)))

    async def run() -> None:
        async with app.run_test(size=SIZE) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()

    with pytest.raises(Exception, match="on purpose"):
        await run()
    assert "on purpose" in str(app.failure)


@pytest.mark.parametrize(("before", "after"), [(0, 40), (12, 0), (3, 7)])
async def test_what_is_read_stays_where_it_is_on_the_screen(fake: FakeVisitor, before: int, after: int) -> None:
    site = with_more(make_site(), after=30)
    app = HomepageApp(replace(site, pending=("papers",)), fake.visitor)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "3", *["tab"] * 10, *["j"] * 5)
        seen, cursor = shown(home), home.here.target
        assert cursor is not None
        home.navigator.replace(with_more(site, before=before, after=after))
        await press(pilot)
        assert shown(home) == seen
        assert home.here.target == cursor


async def test_what_is_open_stays_open(fake: FakeVisitor) -> None:
    site = make_site()
    app = HomepageApp(replace(site, pending=("papers",)), fake.visitor)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "3", "enter")
        assert "@article" in shown(home)
        home.navigator.replace(with_more(site, after=9))
        await press(pilot)
        assert "@article" in shown(home)
        assert home.here.opened


async def test_the_find_goes_on_where_it_stood(fake: FakeVisitor) -> None:
    site = make_site()
    app = HomepageApp(site, fake.visitor)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "3", "slash", *"journal", "enter", "n", "n")
        assert said(home) == "“journal”: 3 of 5"
        line = home.page_view.matched_line
        home.navigator.replace(with_more(site, before=4))
        await press(pilot)
        assert said(home) == "“journal”: 7 of 9"
        assert home.page_view.matched_line != line
        await press(pilot, "N")
        assert said(home) == "“journal”: 6 of 9"


async def test_the_find_that_is_being_typed_goes_on(fake: FakeVisitor) -> None:
    site = make_site()
    app = HomepageApp(site, fake.visitor)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "3", "slash", *"jour")
        home.navigator.replace(with_more(site, after=4))
        await press(pilot, "n")
        assert said(home) == "Find in Papers: 1 of 9"


async def test_what_is_looked_for_before_it_has_been_read_is_found_then(fake: FakeVisitor) -> None:
    whole = make_site()
    app = HomepageApp(first_of(whole), fake.visitor)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "3", "slash", *"journal", "enter", "n", "N")
        home.navigator.replace(whole)
        await press(pilot)
        assert said(home) == "“journal”: 1 of 5"
        await press(pilot, "n")
        assert said(home) == "“journal”: 2 of 5"


async def test_the_bar_follows_when_there_are_more_sections(fake: FakeVisitor) -> None:
    app = HomepageApp(first_of(make_site()), fake.visitor, section="contact")
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        later = many(7)
        home.navigator.replace(replace(later, order=("page-0", "page-1")))
        await press(pilot)
        assert home.reader.section.id == "contact"
        assert home.reader.index == home.bar.current == 5
        assert "Teaching" in "".join(bar(home))
        await press(pilot, "1")
        assert home.reader.section.title == "Teaching"


async def test_a_section_that_is_gone_gives_way_to_the_first_and_an_article_to_its_list(fake: FakeVisitor) -> None:
    whole = blog()
    app = HomepageApp(whole, fake.visitor)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot)
        home.navigator.go(Location("posts", whole.posts[0].key))
        home.navigator.replace(replace(whole, revision="less", posts=whole.posts[1:]))
        await press(pilot)
        assert home.reader.location == Location("posts")
        assert "On mills" in shown(home)
        home.navigator.replace(replace(whole, revision="none", posts=()))
        await press(pilot)
        assert home.reader.location == Location("about")
        await press(pilot, "backspace", "backspace")
        assert home.reader.location == Location("about")


async def test_a_section_asked_for_is_shown_as_soon_as_it_is_there_unless_one_has_gone_elsewhere(
    fake: FakeVisitor,
) -> None:
    whole = blog()
    for keys, section in ((), "posts"), (("3",), "papers"), (("3", "1"), "about"):
        app = HomepageApp(first_of(whole), fake.visitor, section="posts")
        async with app.run_test(size=SIZE) as pilot:
            home = await press(pilot, *keys)
            home.navigator.replace(whole)
            await press(pilot)
            assert home.reader.section.id == section


async def test_a_page_that_is_still_to_come_is_not_looked_for_on_the_web(fake: FakeVisitor) -> None:
    whole = blog()
    app = HomepageApp(first_of(whole), fake.visitor)
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "tab", "enter")
        assert said(home) == "That page is still being read; try again in a moment."
        home.navigator.replace(whole)
        await press(pilot, "enter")
        assert home.reader.location == Location("posts", whole.posts[0].key)
        assert fake.opened == []


async def test_the_same_site_again_changes_nothing(app: HomepageApp, site: Site) -> None:
    async with app.run_test(size=SIZE) as pilot:
        home = await press(pilot, "tab", "j", "j")
        before = shown(home), home.page_view.cursor, bar(home)
        home.navigator.replace(replace(site, revision="again"))
        await press(pilot)
        assert (shown(home), home.page_view.cursor, bar(home)) == before


def test_a_line_is_found_again_by_its_text_and_else_stays() -> None:
    site, pages = make_site(), Pages()
    papers = sections_of(site)[2]
    page = pages.page(site, papers)
    later = pages.page(with_more(site, before=5), papers)
    for y in range(page.height):
        assert later.line(page.follow(later)(y)) == page.line(y)
    other = pages.page(site, sections_of(site)[3])
    assert page.follow(other)(page.height - 1) == other.height - 1
    assert page.follow(other)(0) == 0
