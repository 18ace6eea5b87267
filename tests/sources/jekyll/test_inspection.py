from __future__ import annotations

from collections.abc import Callable

from tests.sources.conftest import Files
from tui_home.model.problem import Edit, Problem, Severity
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.inspection import inspect


def misspelt(key: str, meant: str) -> Problem:
    return Problem(Severity.WARNING, "a.md", 2, f"{key} {meant}", edits=(Edit(2, f"{key}:", f"{meant}:"),))


def test_a_key_that_the_owners_templates_read_is_not_renamed(folder: Callable[[Files], Folder]) -> None:
    opened = folder({"_layouts/about.liquid": "{{ page.profile.adress }}", "_includes/x/y.html": "{{ item.subtitel }}"})
    problems = (misspelt("adress", "address"), misspelt("subtitel", "subtitle"), misspelt("tilte", "title"))
    found = inspect(opened, problems)
    assert found == problems
    assert [bool(problem.edits) for problem in found] == [False, False, True]


def test_what_is_missing_is_told_as_well(folder: Callable[[Files], Folder]) -> None:
    found = inspect(folder({"_pages/x.md": "---\nlayout: page\n---\n[a](/a.pdf)\n"}), ())
    assert [problem.message for problem in found] == ["There is no “/a.pdf”"]
