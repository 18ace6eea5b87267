from __future__ import annotations

from dataclasses import replace

import pytest

from tests.verbs.conftest import setting_of
from tui_home.model.inline import Span
from tui_home.model.site import Publication, Site
from tui_home.verbs import Outcome, perform


def paper(key: str, bibtex: str) -> Publication:
    return Publication(key, "article", (Span("T"),), (), "", "", 2020, bibtex=bibtex)


@pytest.fixture
def writer(site: Site) -> Site:
    papers = (
        paper("Love20", "@article{Love20,\n  title = {On \x1b]0;x\x07us},\n}"),
        paper("love19", "@book{love19}\n"),
        paper("talk", ""),
    )
    return replace(site, publications=papers)


def bib(site: Site, *keys: str, program: str = "tui-home") -> Outcome:
    return perform(["bib", *keys], lambda: site, setting_of()._replace(program=program))


def test_all_entries_stand_with_an_empty_line_between_them_and_nothing_that_steers_a_terminal(writer: Site) -> None:
    assert bib(writer) == Outcome("@article{Love20,\n  title = {On us},\n}\n\n@book{love19}\n")


def test_keys_choose_in_any_case_once_each_and_in_the_order_of_the_homepage(writer: Site) -> None:
    assert bib(writer, "LOVE19") == Outcome("@book{love19}\n")
    assert bib(writer, "love19", "Love20", "love19") == bib(writer)


def test_a_key_that_is_not_there_is_guessed_at_and_nothing_is_printed(writer: Site) -> None:
    assert bib(writer, "love19", "lvoe20").error == "tui-home: there is no entry “lvoe20”; did you mean Love20?\n"
    nowhere = bib(writer, "talk", program="ssh ada.example")
    assert (nowhere.status, nowhere.text) == (2, "")
    assert nowhere.error == "tui-home: there is no entry “talk”; ssh ada.example papers lists what there is\n"


def test_a_homepage_without_papers_says_so(site: Site) -> None:
    assert bib(site) == Outcome(status=2, error="This homepage has no BibTeX.\n")
