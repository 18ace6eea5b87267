"""Visitors share what the stylesheet says in one theme, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.css.stylesheet import Stylesheet, StylesheetParseError

from tests.tui.conftest import make_visitor
from tui_home.model.site import Site
from tui_home.terminal.preferences import Preferences
from tui_home.tui.app import HomepageApp
from tui_home.tui.stylesheet import SharedStylesheet

LIGHT, DARK = "tui-home-light", "tui-home-dark"
SOURCE = "Button { color: $ink; }"


def app_in(theme: str, site: Site, folder: Path) -> HomepageApp:
    preferences = Preferences(folder / f"{theme}.json")
    preferences.choose_theme(theme)
    return HomepageApp(site, make_visitor(preferences).visitor)


def identities(app: HomepageApp) -> list[int]:
    return [id(rule) for rule in app.stylesheet.rules]


def said_in(sheet: Stylesheet) -> list[str]:
    return [f"{rule.selectors} {rule.styles.get_rules()}" for rule in sheet.rules]


def said(app: HomepageApp) -> list[str]:
    return said_in(app.stylesheet)


def as_textual_says(app: HomepageApp) -> list[str]:
    plain = Stylesheet(variables=app.get_css_variables())
    plain.source = dict(app.stylesheet.source)
    plain.parse()
    return said_in(plain)


def sheet(ink: str) -> SharedStylesheet:
    made = SharedStylesheet(variables={"ink": ink})
    made.add_source(SOURCE)
    return made


async def test_one_theme_is_parsed_once_for_all(site: Site, tmp_path: Path) -> None:
    first, second = app_in(LIGHT, site, tmp_path), app_in(LIGHT, site, tmp_path)
    async with first.run_test(), second.run_test():
        assert identities(first)
        assert identities(first) == identities(second)
        assert said(first) == as_textual_says(first)


async def test_two_themes_at_once_are_two(site: Site, tmp_path: Path) -> None:
    first, second = app_in(LIGHT, site, tmp_path), app_in(DARK, site, tmp_path)
    async with first.run_test(), second.run_test():
        assert not set(identities(first)) & set(identities(second))
        assert said(second) == as_textual_says(second)
        assert first.screen.styles.background != second.screen.styles.background


async def test_a_theme_changed_is_changed_for_one_visitor(site: Site, tmp_path: Path) -> None:
    first, second, other = app_in(LIGHT, site, tmp_path), app_in(LIGHT, site, tmp_path), app_in(DARK, site, tmp_path)
    async with first.run_test() as pilot, second.run_test(), other.run_test():
        before, light = identities(second), second.screen.styles.background
        first.theme = DARK
        await pilot.pause()
        assert said(first) == as_textual_says(first)
        assert identities(first) == identities(other)
        assert first.screen.styles.background == other.screen.styles.background
        assert (identities(second), second.screen.styles.background) == (before, light)


async def test_what_one_visitors_widgets_are_given_reaches_no_other(site: Site, tmp_path: Path) -> None:
    first, second = app_in(LIGHT, site, tmp_path), app_in(LIGHT, site, tmp_path)
    async with first.run_test() as pilot, second.run_test():
        rules, padding = said(second), second.screen.styles.padding
        first.screen.styles.padding = 7
        first.screen.styles.base.margin = 5
        await pilot.pause()
        assert said(second) == rules
        assert second.screen.styles.padding == padding
        assert second.screen.styles.margin.top == 0


def test_a_source_of_one_stylesheet_is_in_no_other() -> None:
    one, other = sheet("red"), sheet("red")
    other.add_source("Button { width: 7; }")
    assert len(one.rules) == 1
    assert len(other.rules) == 2
    assert one.rules[0] is other.rules[0]


def test_what_makes_no_sense_is_said_to_everybody_and_changes_nothing() -> None:
    for made in (sheet("red"), sheet("red")):
        rules = made.rules
        made.add_source("Button { colour: blue; }", ("", "wrong"))
        with pytest.raises(StylesheetParseError):
            made.reparse()
        assert made._rules is rules
