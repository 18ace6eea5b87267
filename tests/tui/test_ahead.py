from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.tui.conftest import FakeVisitor
from tests.tui.pilots import press
from tui_home.model.site import Site
from tui_home.pages import Pages, cache
from tui_home.pages.compose import compose
from tui_home.pages.page import Page
from tui_home.tui.ahead import Work
from tui_home.tui.app import HomepageApp
from tui_home.tui.background import in_background
from tui_home.tui.reader import Reader
from tui_home.tui.screens.select import SelectScreen
from tui_home.tui.strips import Strips

if TYPE_CHECKING:
    import pytest


class Watch:
    """Does work at once, and knows which pages were laid out without being asked for it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.beside, self.alone = list[str](), list[str]()
        self.at_once = 0
        """Pages laid out in one piece of work, at most."""
        self._asked = False

        def watched(section: str, *rest: object) -> Page:
            (self.beside if self._asked else self.alone).append(section)
            return compose(section, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(cache, "compose", watched)

    async def aside(self, work: Work) -> None:
        self._asked = True
        before = len(self.beside)
        work()
        self.at_once = max(self.at_once, len(self.beside) - before)
        self._asked = False


async def test_whatever_is_shown_was_laid_out_beside_the_loop(
    site: Site, fake: FakeVisitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(monkeypatch)
    app = HomepageApp(site, fake.visitor, aside=watch.aside)
    async with app.run_test(size=(100, 30)) as pilot:
        first = app.reader.section.id
        # Nothing can be shown before the first page.
        assert set(watch.alone) <= {first}
        watch.alone.clear()
        await pilot.press("2", "3")
        assert {each.id for each in app.reader.sections} - {first} <= set(watch.beside)
        await pilot.resize_terminal(60, 30)
        assert app.home.page_view.page.width < 60
        await pilot.press("t", "1")
        await pilot.pause()
        assert app.home.page_view.page.look == app.look
        assert watch.alone == []


async def test_each_section_is_laid_out_by_itself_as_others_wait_for_it(
    site: Site, fake: FakeVisitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(monkeypatch)
    app = HomepageApp(site, fake.visitor, aside=watch.aside)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        assert len(watch.beside) > 1
        assert watch.at_once == 1


async def test_what_one_visitor_opens_and_what_is_read_again_is_laid_out_beside_the_loop(
    site: Site, fake: FakeVisitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(monkeypatch)
    app = HomepageApp(site, fake.visitor, aside=watch.aside)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3")
        watch.alone.clear()
        watch.beside.clear()
        # All typed at once: each waits until what the one before has opened is shown.
        await pilot.press("enter", "tab", "s")
        assert watch.beside == ["papers", "papers:plain"]
        assert app.home.page_view.cursor == 1
        await pilot.press("escape", "slash", *"ri")
        assert app.home.page_view.page.is_searched
        watch.beside.clear()
        app.home.navigator.replace(replace(site, revision="later"))
        await pilot.pause()
        assert app.reader.site.revision == "later"
        assert watch.beside[0] == "papers"
        assert app.home.reader.bookmark.view.is_own
        assert watch.alone == []


async def test_what_others_have_had_let_go_is_laid_out_beside_the_loop_again(
    site: Site, fake: FakeVisitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(monkeypatch)
    app = HomepageApp(site, fake.visitor, aside=watch.aside)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3", "1")
        watch.alone.clear()
        app.reader.pages.keep_only("")
        await pilot.press("3")
        assert app.home.page_view.page.section == "papers"
        assert watch.alone == []


async def test_what_is_too_large_to_be_kept_is_not_laid_out_at_every_key(
    site: Site, fake: FakeVisitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(monkeypatch)
    app = HomepageApp(site, fake.visitor, pages=cache.Pages(max_bytes=2), aside=watch.aside)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("down")
        before = len(watch.beside)
        await pilot.press("down", "up", "down")
        assert len(watch.beside) == before > 0


async def test_where_nobody_else_is_kept_waiting_sections_are_laid_out_when_they_are_shown(
    site: Site, fake: FakeVisitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(monkeypatch)
    app = HomepageApp(site, fake.visitor)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("down")
        assert set(watch.alone) == {app.reader.section.id}


class Held:
    """Does work when it may."""

    def __init__(self) -> None:
        self.may = asyncio.Event()
        self.may.set()

    async def aside(self, work: Work) -> None:
        await self.may.wait()
        work()


async def test_a_reading_that_is_laid_out_late_is_not_shown_in_place_of_a_later_one(
    site: Site, fake: FakeVisitor
) -> None:
    held = Held()
    app = HomepageApp(site, fake.visitor, aside=held.aside)
    async with app.run_test(size=(100, 30)) as pilot:
        home = await press(pilot)
        held.may.clear()
        later, last = replace(site, revision="later"), replace(site, revision="last")
        home.navigator.replace(later)
        # Somebody else has had this one laid out.
        app.reader.pages.page(last, app.reader.section, width=home.column.text, look=app.look)
        home.navigator.replace(last)
        assert app.reader.site is last
        held.may.set()
        await app.workers.wait_for_complete()
        assert app.reader.site is last


async def test_what_is_laid_out_when_its_homepage_has_been_left_is_not_shown(site: Site, fake: FakeVisitor) -> None:
    held = Held()
    app = HomepageApp(site, fake.visitor, aside=held.aside)
    async with app.run_test(size=(100, 30)) as pilot:
        left = await press(pilot, "3")
        held.may.clear()
        left.navigator.replace(replace(site, revision="later"))
        in_background(app, app.move, Reader(site, Pages()), Strips(), group="moves")
        while not (app.home is not left and app.screen is app.home and app.opening.shows):
            await pilot.pause()
        held.may.set()
        await app.workers.wait_for_complete()
        assert left.reader.site is site
        assert app.window.due().count("About") == 1


async def test_text_to_be_selected_that_is_laid_out_late_is_not_shown_at_another_size(
    site: Site, fake: FakeVisitor
) -> None:
    held = Held()
    app = HomepageApp(site, fake.visitor, aside=held.aside)
    async with app.run_test(size=(60, 30)) as pilot:
        # The page itself is there in both sizes.
        await pilot.resize_terminal(40, 30)
        await pilot.resize_terminal(60, 30)
        await press(pilot, "s")
        shown = app.screen
        assert isinstance(shown, SelectScreen)
        held.may.clear()
        await pilot.resize_terminal(40, 30)
        await pilot.resize_terminal(60, 30)
        held.may.set()
        await app.workers.wait_for_complete()
        assert shown.page_view.page.width == 60
