from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.model.problem import Severity
from tui_home.model.site import Site

Opened = Callable[..., Site]
FILE = "_data/terminal.yml"


def test_host_and_meeting_are_read(site: Opened) -> None:
    opened = site({FILE: "host: ann.example\nmeeting: https://tools.uni.example/ann\nbadges: true\n"})
    assert (opened.host, opened.meeting and opened.meeting.link.url) == ("ann.example", "https://tools.uni.example/ann")
    assert opened.problems == ()


@pytest.mark.parametrize("line", ["host: 'a b'", "host: -x", "meeting: javascript:alert(1)", "meeting: a.example"])
def test_what_is_no_host_and_no_address_is_a_problem(site: Opened, line: str) -> None:
    opened = site({FILE: f"{line}\n"})
    assert (opened.host, opened.meeting) == ("", None)
    assert [(problem.file, problem.line, bool(problem.hint)) for problem in opened.problems] == [(FILE, 1, True)]


@pytest.mark.parametrize("written", ["[papers, news]", "papers, news", "papers news", "\n  - Papers\n  - news"])
def test_the_order_of_sections_is_the_owners(site: Opened, written: str) -> None:
    assert site({FILE: f"sections: {written}\n"}).order == ("papers", "news")


def test_a_page_of_the_navigation_is_a_section_too(site: Opened) -> None:
    page = "---\nlayout: page\ntitle: Talks\npermalink: /talks/\nnav: true\n---\nI spoke.\n"
    opened = site({FILE: "sections: [talks, about]\n", "_pages/talks.md": page})
    assert opened.order == ("talks", "about")
    assert opened.problems == ()


def test_unknown_and_misspelt_sections_are_problems_with_their_lines(site: Opened) -> None:
    opened = site({FILE: "sections:\n  - papers\n  - wardrobe\n  - projcts\n  - papers\n"})
    assert opened.order == ("papers", "projects")
    assert [(problem.severity, problem.line) for problem in opened.problems] == [
        (Severity.WARNING, 3),
        (Severity.WARNING, 4),
    ]
    assert "contact" in opened.problems[0].hint
    assert "projects" in opened.problems[1].hint


def test_a_language_that_the_site_does_not_have_is_a_problem(site: Opened) -> None:
    opened = site({FILE: "host: a.example\nlanguage: fr\n"})
    assert [(problem.file, problem.line) for problem in opened.problems] == [(FILE, 2)]
    assert site({FILE: "language: en\n", "_config.yml": "lang: en-us\n"}).problems == ()
