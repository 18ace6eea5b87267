from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.verbs.conftest import setting_of
from tui_home.model.blocks import Paragraph
from tui_home.model.collections import Article, SitePage
from tui_home.model.inline import Span
from tui_home.model.site import Site
from tui_home.verbs import Outcome, perform

Say = Callable[..., Outcome]


def test_without_a_section_all_are_shown(say: Say) -> None:
    assert say("show") == say("show", "all") == say("show", "about", "news", "papers", "contact")


def test_sections_come_in_the_order_asked_for_and_once(say: Say) -> None:
    text = say("show", "papers", "News", "papers").text
    assert [line for line in text.splitlines() if line in {"About", "News", "Papers"}] == ["Papers", "News"]


@pytest.mark.parametrize("section", ["about", "news", "papers", "contact"])
def test_every_section_is_a_verb(section: str, say: Say) -> None:
    assert say(section, "--width", "40") == say("show", section, "--width", "40")
    assert say(section).status == 0


def test_the_width_is_the_settings_unless_it_is_asked_for(say: Say) -> None:
    wide = say("show", setting=setting_of()._replace(width=200)).text
    assert wide == say("show", "--width", "200").text
    assert wide != say("show").text


@pytest.mark.parametrize("width", ["19", "1001", "0", "-5", "wide", "", "9" * 5000, "٢٠"])
def test_widths_nobody_has_are_wrong_usage(width: str, say: Say) -> None:
    outcome = say("show", f"--width={width}")
    assert (outcome.status, outcome.text) == (2, "")
    assert "from 20 to 1000" in outcome.error


def test_the_format_is_the_settings_unless_it_is_asked_for(say: Say) -> None:
    assert json.loads(say("show", "--format", "json").text)["format"] == "tui-home"
    assert say("show", "--format", "markdown").text.startswith("# Ada Love")
    ansi = say("show", setting=setting_of()._replace(format="ansi")).text
    assert ansi == say("show", "--format", "ansi").text
    assert "\x1b[1m" in ansi
    assert "\x1b" not in say("show").text


def test_an_unknown_section_is_guessed_at(say: Say) -> None:
    outcome = say("show", "contcat")
    assert outcome.status == 2
    assert "there is no section “contcat”; did you mean contact?" in outcome.error
    assert "There is: about, news, papers, contact" in say("show", "zz").error


@pytest.mark.parametrize("words", [["--format", "pdf"], ["--fo", "json"], ["--site", "/etc"], ["-w", "3"]])
def test_only_the_options_it_has_are_taken(words: list[str], say: Say) -> None:
    outcome = say("show", *words)
    assert outcome.status == 2
    assert "usage: tui-home show" in outcome.error


def test_what_this_site_has_is_named_whatever_other_sites_may_have(say: Say) -> None:
    error = say("show", "posts").error
    assert "there is no section “posts”" in error
    assert error.count("\n") == 1
    assert "There is: about, news, papers, contact\n" in error


@pytest.fixture
def bookish(site: Site) -> Site:
    books = tuple(
        Article(f"_books/{name}", (Span(title),), (Paragraph((Span(f"The text of {title}."),)),))
        for name, title in (("2021-03-04-mills", "Mills"), ("weirs", "Weirs"))
    )
    return replace(site, pages=(SitePage("books", "Books", articles=books),))


@pytest.mark.parametrize("name", ["books/mills", "Books/2021-03-04-mills", "books/_books/2021-03-04-mills"])
def test_an_article_is_printed_by_its_name(bookish: Site, name: str) -> None:
    outcome = perform(["show", name], lambda: bookish, setting_of())
    assert "The text of Mills." in outcome.text
    assert "Weirs" not in outcome.text
    assert outcome == perform([name], lambda: bookish, setting_of())


def test_an_unknown_article_is_guessed_at(bookish: Site) -> None:
    outcome = perform(["show", "books/wiers"], lambda: bookish, setting_of())
    assert outcome.status == 2
    assert outcome.error == "tui-home: there is no “wiers” in books; did you mean books/weirs?\n"
    assert "tui-home books lists what there is" in perform(["books/zz"], lambda: bookish, setting_of()).error
