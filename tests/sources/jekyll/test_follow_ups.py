"""A missing include is one fault, however many pages ask for it."""

from __future__ import annotations

from collections.abc import Callable

from tui_home.model.site import Site

Opened = Callable[..., Site]
CALL = "{% include links.md %}\nSee [Ada Lovelace][ada].\n"


def test_a_missing_include_of_many_pages_is_one_problem(site: Opened) -> None:
    news = {f"_news/2024-01-0{day}-a.md": f"{CALL}{{% include other.md %}}" for day in range(1, 4)}
    problems = site({**news, "_news/2024-02-01-b.md": CALL}).problems
    assert [(problem.message.split("“")[1].split("”")[0], problem.effect) for problem in problems] == [
        ("links.md", "4 files ask for it"),
        ("other.md", "3 files ask for it"),
    ]
    assert {problem.file for problem in problems} == {"_news/2024-01-01-a.md"}


def test_a_missing_include_of_one_page_is_told_as_it_was(site: Opened) -> None:
    (problem,) = site({"_news/2024-01-01-a.md": CALL}).problems
    assert (problem.line, problem.effect) == (1, "")


def test_links_that_nothing_defines_are_told_where_nothing_is_missing(site: Opened) -> None:
    files = {"_news/2024-01-01-a.md": "See [Ada Lovelace][ada].\n", "_news/2024-01-02-b.md": CALL}
    told = [problem.file for problem in site(files).problems if "no address" in problem.message]
    assert told == ["_news/2024-01-01-a.md"]
