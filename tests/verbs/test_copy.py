from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.verbs.conftest import setting_of
from tui_home.model.site import Site
from tui_home.verbs import Outcome, perform

Say = Callable[..., Outcome]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("email", "ada@example.org"),
        ("EMAIL", "ada@example.org"),
        ("e", "ada@example.org"),
        ("love@example.org", "love@example.org"),
        ("meeting", "https://calendly.com/ada"),
        ("calendly", "https://calendly.com/ada"),
        ("m", "https://calendly.com/ada"),
        ("github", "https://github.com/ada"),
        ("google", "https://scholar.google.com/citations?user=X1"),
        ("Google Scholar", "https://scholar.google.com/citations?user=X1"),
    ],
)
def test_a_contact_is_meant_by_kind_label_text_or_their_beginning(name: str, text: str, say: Say) -> None:
    outcome = say("copy", name)
    assert (outcome.text, outcome.status, outcome.error) == (f"{text}\n", 0, "")


def test_a_label_of_two_words_needs_no_quotes(say: Say) -> None:
    assert say("copy", "google", "scholar").text == "https://scholar.google.com/citations?user=X1\n"


def test_an_ambiguous_beginning_is_asked_back(say: Say) -> None:
    outcome = say("copy", "git")
    assert (outcome.status, outcome.text) == (2, "")
    assert outcome.error == "“git” may be any of: github, gitlab\n"


def test_an_unknown_name_is_answered_with_those_there_are(say: Say) -> None:
    outcome = say("copy", "fax")
    assert outcome.status == 2
    assert outcome.error == "There is no “fax” to copy here. There is: email, meeting, github, gitlab, scholar\n"


def test_no_name_means_everything_and_so_nothing(say: Say) -> None:
    assert say("copy").status == 2
    assert say("copy", "").status == 2


def test_a_homepage_without_contacts_says_so(site: Site) -> None:
    outcome = perform(["copy", "email"], lambda: replace(site, contacts=()), setting_of())
    assert (outcome.status, outcome.error) == (2, "This homepage has nothing to copy.\n")


def test_a_clipboard_that_holds_it_is_said_to_have_copied(say: Say) -> None:
    assert say("copy", "email", setting=setting_of(local=True)).text == "Copied ada@example.org\n"


def test_a_terminal_that_was_asked_is_not(say: Say) -> None:
    written: list[str] = []
    outcome = say("copy", "meeting", setting=setting_of(write=written.append))
    assert len(written) == 1
    assert written[0].startswith("\x1b]52;c;")
    assert outcome.text == (
        "Asked your terminal to copy calendly.com/ada. Nothing to paste? Select it here:\nhttps://calendly.com/ada\n"
    )


def test_controls_in_a_name_are_not_said_back(say: Say) -> None:
    assert "\x1b" not in say("copy", "\x1b[2Jx").error
