"""What it looks like: the packaged site, section by section, size by size, dark and light."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.tui.conftest import make_visitor
from tests.tui.sites import blog, many
from tui_home.model.look import Depth
from tui_home.model.site import Site
from tui_home.sources import open_site
from tui_home.sources.packaged import packaged_content
from tui_home.terminal.preferences import Preferences
from tui_home.tui.app import HomepageApp

SIZES = {"80x24": (80, 24), "40x20": (40, 20), "160x50": (160, 50)}
SECTIONS = {"about": "1", "news": "2", "papers": "3", "contact": "4"}
THEMES = ("dark", "light")
Compare = Callable[..., bool]


@pytest.fixture(scope="module")
def packaged() -> Site:
    return open_site(packaged_content())


def app_for(site: Site, theme: str) -> HomepageApp:
    preferences = Preferences()
    preferences.choose_theme(f"tui-home-{theme}")
    return HomepageApp(site, make_visitor(preferences).visitor)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("section", SECTIONS)
def test_section(snap_compare: Compare, packaged: Site, section: str, size: str, theme: str) -> None:
    assert snap_compare(app_for(packaged, theme), press=[SECTIONS[section]], terminal_size=SIZES[size])


OWN_COLOURS: dict[str, dict[str, object]] = {
    "on-black": {"foreground": "#e8e8e8", "background": "#000000"},
    "unknown": {},
    "sixteen-on-black": {"depth": Depth.ANSI, "foreground": "#e8e8e8", "background": "#000000"},
    "none": {"depth": Depth.NONE},
}


@pytest.mark.parametrize("name", OWN_COLOURS)
def test_the_terminals_own_colours(snap_compare: Compare, packaged: Site, name: str) -> None:
    app = HomepageApp(packaged, make_visitor(Preferences(), **OWN_COLOURS[name]).visitor)
    assert snap_compare(app, press=["3"], terminal_size=SIZES["80x24"])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_help(snap_compare: Compare, packaged: Site, size: str, theme: str) -> None:
    assert snap_compare(app_for(packaged, theme), press=["question_mark"], terminal_size=SIZES[size])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", ["80x24", "40x20"])
def test_find(snap_compare: Compare, packaged: Site, size: str, theme: str) -> None:
    keys = ["3", "slash", *"federated", "down"]
    assert snap_compare(app_for(packaged, theme), press=keys, terminal_size=SIZES[size])


def test_a_link_at_the_cursor(snap_compare: Compare, packaged: Site) -> None:
    keys = ["tab"] * 8
    assert snap_compare(app_for(packaged, "dark"), press=keys, terminal_size=(100, 30))


def test_an_open_paper(snap_compare: Compare, packaged: Site) -> None:
    assert snap_compare(app_for(packaged, "dark"), press=["3", "enter"], terminal_size=(100, 40))


def test_selecting(snap_compare: Compare, packaged: Site) -> None:
    assert snap_compare(app_for(packaged, "dark"), press=["s"], terminal_size=(80, 24))


def test_an_article(snap_compare: Compare) -> None:
    assert snap_compare(app_for(blog(), "dark"), press=["5", "tab", "enter", "tab"], terminal_size=(80, 24))


def test_more_sections_than_fit(snap_compare: Compare) -> None:
    assert snap_compare(app_for(many(20), "dark"), press=["8"], terminal_size=(60, 20))
