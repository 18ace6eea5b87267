"""Users and repositories."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_home.model.collections import Repository
from tui_home.model.site import Site

Opened = Callable[..., Site]
FILE = "_data/repositories.yml"


def test_users_come_first_then_repositories_as_written(site: Opened) -> None:
    opened = site({FILE: "github_repos:\n  - ada/engine\n  - ada/cards/\ngithub_users:\n  - ada\nrepo_lines: 2\n"})
    assert opened.repositories == (
        Repository("ada", "https://github.com/ada", user=True),
        Repository("ada/engine", "https://github.com/ada/engine"),
        Repository("ada/cards", "https://github.com/ada/cards"),
    )
    assert opened.problems == ()


@pytest.mark.parametrize(
    ("written", "name", "url"),
    [
        ("ada/engine", "ada/engine", "https://github.com/ada/engine"),
        ("https://github.com/ada/engine.git", "ada/engine", "https://github.com/ada/engine"),
        ("github.com/ada/engine", "ada/engine", "https://github.com/ada/engine"),
        ("https://gitlab.com/group/sub/engine/", "group/sub/engine", "https://gitlab.com/group/sub/engine"),
        ("{name: ada/engine, selected: true}", "ada/engine", "https://github.com/ada/engine"),
        ("{url: 'https://github.com/ada/engine'}", "ada/engine", "https://github.com/ada/engine"),
        ("1843", "1843", "https://github.com/1843"),
        ("my engine", "my engine", ""),
        ("javascript:alert(1)", "javascript:alert(1)", ""),
    ],
)
def test_a_repository_is_a_name_or_an_address(site: Opened, written: str, name: str, url: str) -> None:
    assert site({FILE: f"github_repos:\n  - {written}\n"}).repositories == (Repository(name, url),)


def test_other_lists_count_on_their_own_host(site: Opened) -> None:
    opened = site({FILE: "gitlab_users: ['@ada']\ngitlab_repos: [ada/a]\nrepositories: [ada/b]\nrepos: [ada/b]\n"})
    assert [(found.name, found.url, found.user) for found in opened.repositories] == [
        ("ada", "https://gitlab.com/ada", True),
        ("ada/a", "https://gitlab.com/ada/a", False),
        ("ada/b", "https://github.com/ada/b", False),
    ]


def test_the_examples_lists_are_left_out_with_a_problem(site: Opened) -> None:
    opened = site({FILE: "github_users: [torvalds, alshedivat]\ngithub_repos: [ada/a, jekyll/jekyll]\n"})
    assert [found.name for found in opened.repositories] == ["ada/a", "jekyll/jekyll"]
    assert ["al-folio’s example" in problem.message for problem in opened.problems] == [True]


def test_two_lists_of_examples_are_one_problem(site: Opened) -> None:
    opened = site({FILE: "github_users: [torvalds, alshedivat]\ngithub_repos: [jekyll/jekyll]\n"})
    assert opened.repositories == ()
    assert ["al-folio’s example" in problem.message for problem in opened.problems] == [True]


@pytest.mark.parametrize(
    "text", ["", "x", "- a", "github_repos: a/b", "github_repos: {a: b}", "github_repos: [[], {}, null]"]
)
def test_the_file_may_be_anything(site: Opened, text: str) -> None:
    assert site({FILE: text}).repositories == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=20), max_size=5))
def test_any_names_can_be_read(site: Opened, names: list[str]) -> None:
    opened = site({FILE: "github_repos:\n" + "".join(f"  - {name!r}\n" for name in names)})
    assert all(found.url == "" or found.url.startswith("https://") for found in opened.repositories)
