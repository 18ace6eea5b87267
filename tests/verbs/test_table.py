from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verbs.conftest import setting_of
from tui_home.model.blocks import Paragraph
from tui_home.model.collections import SitePage
from tui_home.model.inline import Span
from tui_home.model.site import About, Name, Site
from tui_home.sections import SECTIONS
from tui_home.verbs import VERBS, Outcome, perform

Say = Callable[..., Outcome]


def no_site() -> NoReturn:
    raise AssertionError("nothing was to be read")


def test_every_verb_is_in_the_table_under_its_name() -> None:
    assert list(VERBS) == ["show", *(section.id for section in SECTIONS), "bib", "copy"]
    assert all(verb.name == name for name, verb in VERBS.items())


@pytest.mark.parametrize("verb", list(VERBS))
def test_every_verb_explains_itself_without_reading_a_site(verb: str) -> None:
    outcome = perform([verb, "--help"], no_site, setting_of())
    assert outcome.status == 0
    assert outcome.text.startswith(f"usage: tui-home {verb} ")
    assert max(map(len, outcome.text.splitlines())) <= 80


@pytest.mark.parametrize("words", [[""], [], ["show", "--x"], ["copy"], ["--help"]])
def test_wrong_words_are_answered_before_a_site_is_read(words: list[str]) -> None:
    outcome = perform(words, no_site, setting_of())
    assert (outcome.status, outcome.text) == (2, "")
    assert outcome.error.startswith("tui-home: ")
    assert outcome.error.endswith("\n")


def test_a_slip_is_guessed_at(say: Say) -> None:
    assert say("shwo").error == "tui-home: there is no command “shwo”; did you mean show?\n"
    assert say("Papers").status == 0


def test_every_section_of_the_site_is_a_verb_whatever_its_id(site: Site) -> None:
    talks = SitePage("talks", "Talks", (Paragraph((Span("Three talks."),)),))
    read: list[Site] = []

    def own() -> Site:
        read.append(replace(site, pages=(talks,)))
        return read[-1]

    shown = perform(["Talks", "--width", "40"], own, setting_of())
    assert "Three talks." in shown.text
    assert shown == perform(["show", "talks", "--width", "40"], own, setting_of())
    assert len(read) == 2, "each reads the site once"
    assert "did you mean talks?" in perform(["tlaks"], own, setting_of()).error
    assert perform(["papr", "--help"], own, setting_of()).status == 2


@given(
    st.lists(st.text(max_size=12) | st.sampled_from(["show", "copy", "about", "--width", "--format", "-h"]), max_size=4)
)
def test_no_words_make_it_print_exit_or_fail(words: list[str]) -> None:
    site = Site("r", Name("A"), "A", About())
    outcome = perform(words, lambda: site, setting_of())
    assert outcome.status in {0, 2}
    assert (outcome.status == 0) == (not outcome.error)
    assert not any(ord(sign) < 0x20 and sign != "\n" for sign in outcome.text + outcome.error)
