from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.tui.conftest import FakeVisitor
from tui_home.model.site import Site
from tui_home.pages import cache
from tui_home.pages.compose import compose
from tui_home.pages.page import Page
from tui_home.tui.ahead import Work
from tui_home.tui.app import HomepageApp

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
