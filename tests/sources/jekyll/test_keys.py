from __future__ import annotations

import pytest

from tui_home.model.problem import Edit, Origin, Severity
from tui_home.sources.jekyll.keys import ABOUT_KEYS, ANNOUNCEMENTS_KEYS, NEWS_KEYS, PROFILE_KEYS, understand
from tui_home.sources.jekyll.yaml import parse


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("image_cicular", PROFILE_KEYS, "image_circular"),
        ("adress", PROFILE_KEYS, "address"),
        ("subtitel", ABOUT_KEYS, "subtitle"),
        ("selected_paper", ABOUT_KEYS, "selected_papers"),
        ("anouncements", ABOUT_KEYS, "announcements"),
        ("limt", ANNOUNCEMENTS_KEYS, "limit"),
        ("inlne", NEWS_KEYS, "inline"),
    ],
)
def test_a_plain_slip_is_taken_for_what_was_meant(written: str, known: frozenset[str], meant: str) -> None:
    mapping = parse(f"x-own: 1\n{written}: value\n", Origin("a.md", 5)).mapping
    problems = understand(mapping, known, "a.md")
    assert mapping.text(meant) == "value"
    assert [(problem.severity, problem.file, problem.line) for problem in problems] == [(Severity.WARNING, "a.md", 6)]
    assert written in problems[0].message
    assert meant in problems[0].message


def test_a_key_spelt_rightly_wins_over_a_slip() -> None:
    mapping = parse("subtitel: wrong\nsubtitle: right\n", Origin("a.md")).mapping
    assert len(understand(mapping, ABOUT_KEYS, "a.md")) == 1
    assert mapping.text("subtitle") == "right"


@pytest.mark.parametrize("key", ["nav", "nav_order", "dropdown", "media", "homepage", "my_key", "a", "x_y_z", "pretty"])
def test_other_keys_are_the_owners_own_business(key: str) -> None:
    mapping = parse(f"{key}: 1\n", Origin("a.md")).mapping
    assert understand(mapping, ABOUT_KEYS, "a.md") == ()


@pytest.mark.parametrize("known", [ABOUT_KEYS, PROFILE_KEYS, ANNOUNCEMENTS_KEYS, NEWS_KEYS])
def test_no_known_key_is_a_slip(known: frozenset[str]) -> None:
    mapping = parse("".join(f"{key}: 1\n" for key in known), Origin("a.md")).mapping
    assert understand(mapping, known, "a.md") == ()


@pytest.mark.parametrize(("written", "meant"), [("image_cicular", "image_circular"), ("adress", "address")])
def test_a_plain_slip_is_mended_by_writing_the_key(written: str, meant: str) -> None:
    mapping = parse(f"{written}: value\n", Origin("a.md", 5)).mapping
    (problem,) = understand(mapping, PROFILE_KEYS, "a.md")
    assert problem.edits == (Edit(5, f"{written}:", f"{meant}:"),)


@pytest.mark.parametrize("text", ["subtitel: wrong\nsubtitle: right\n", "links: 1\n"])
def test_what_might_be_a_key_of_its_own_or_stands_beside_the_right_one_is_not_renamed(text: str) -> None:
    problems = understand(parse(text, Origin("a.md")).mapping, ABOUT_KEYS, "a.md")
    assert [problem.edits for problem in problems] == [()]


def test_of_very_many_unknown_keys_only_the_first_are_looked_up() -> None:
    mapping = parse(
        "".join(f"subtitel_{number:04}: 1\n" for number in range(2000)) + "subtitel: 1\n", Origin("a")
    ).mapping
    assert understand(mapping, ABOUT_KEYS, "a.md") == ()
