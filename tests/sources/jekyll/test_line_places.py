"""Problems of a text whose Liquid made it longer or shorter name the file's own lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.model.problem import Edit, Origin, Problem, Severity
from tui_home.model.site import Site
from tui_home.sources.jekyll.line_places import placed

ORIGIN = Origin("a.md", 4)
BEFORE = "one\n{% loop %}\ntwo\nthree"
AFTER = "one\nx\nx\nx\ntwo\nthree"


def _problem(line: int | None) -> Problem:
    edits = (Edit(line, "a", "b"),) if line else ()
    return Problem(Severity.NOTE, "a.md", line, "x", edits=edits)


@pytest.mark.parametrize(("line", "expected"), [(4, 4), (5, 5), (6, 5), (7, 5), (8, 6), (9, 7)])
def test_a_line_is_found_by_the_unchanged_ones_round_it(line: int, expected: int) -> None:
    found = placed((_problem(line),), BEFORE, AFTER, ORIGIN)[0]
    assert found.line == expected
    assert found.edits[0].line == expected


def test_a_problem_without_a_line_has_none_afterwards() -> None:
    assert placed((_problem(None),), BEFORE, AFTER, ORIGIN)[0].line is None


def test_text_that_became_shorter() -> None:
    assert placed((_problem(5),), "a\n{% if x %}\nb\n{% endif %}\nc", "a\nc", ORIGIN)[0].line == 8


def test_text_without_a_single_line_of_its_own() -> None:
    assert placed((_problem(9),), "{% x %}\n{% y %}", "a\na\na\na\na\na", ORIGIN)[0].line == 5


def test_lines_that_only_swapped_places_do_not_lead_astray() -> None:
    found = placed((_problem(7),), "b\na\nend", "a\nb\nx\nend", ORIGIN)[0]
    assert found.line == 6


def test_a_page_names_the_line_of_its_own_fault(site: Callable[..., Site]) -> None:
    loop = "{% for i in (1..9) %}\n- {{ i }}\n{% endfor %}\n"
    page = f"---\nlayout: about\npermalink: /\n---\n{loop}\nSee [here](javascript:x) now.\n"
    problems = [problem for problem in site({"_pages/about.md": page}).problems if "not opened" in problem.message]
    assert [problem.line for problem in problems] == [9]
