from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.verbs.conftest import setting_of
from tui_home.sources import open_site
from tui_home.sources.packaged import template_content
from tui_home.verbs import Outcome, perform
from tui_home.verbs.owner import perform_owner
from tui_home.verbs.ownership import Owner


def new(folder: Path) -> Outcome:
    return perform_owner(["new", str(folder)], Owner(), setting_of())


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a new site, in folders that were not there."""
    folder = tmp_path / "some where" / "home"
    assert new(folder).status == 0
    return folder


def test_a_new_site_passes_its_check(made: Path) -> None:
    assert perform_owner(["check", str(made)], Owner(), setting_of()).text.startswith("All is well in ")


def test_a_new_site_shows_a_page_news_a_paper_and_an_address(made: Path) -> None:
    site = open_site(made)
    assert site.title == "Robin Sample"
    assert (len(site.news), len(site.publications)) == (1, 1)
    assert site.publications[0].selected
    assert [author.owner for author in site.publications[0].authors] == [True, False]
    assert [contact.kind for contact in site.contacts][:1] == ["email"]
    shown = perform(["show"], lambda: site, setting_of()).text
    for words in (
        "Example University",
        "Write here who you are",
        "My homepage can be read",
        "robin@university.example",
    ):
        assert words in shown


def test_it_says_what_to_change_and_what_to_do_next(tmp_path: Path) -> None:
    text = new(tmp_path / "my site").text
    for words in ("Robin Sample", "_pages/about.md", "_data/socials.yml"):
        assert words in text
    quoted = f"'{tmp_path / 'my site'}'"
    assert f"tui-home --site {quoted} " in text
    assert f"tui-home check {quoted} " in text


def test_every_file_of_the_template_is_written_and_is_for_the_owner_to_change(made: Path) -> None:
    names = {path.relative_to(template_content()) for path in template_content().rglob("*") if path.is_file()}
    assert {path.relative_to(made) for path in made.rglob("*") if path.is_file()} == names
    assert {"_config.yml", "terminal.yml", "socials.yml", "papers.bib", "about.md"} <= {name.name for name in names}
    assert all(os.access(path, os.W_OK) for path in made.rglob("*"))


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert new(tmp_path).status == 0
    assert (tmp_path / "_pages" / "about.md").is_file()


@pytest.mark.parametrize("name", ["notes.txt", ".git"])
def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    outcome = new(tmp_path)
    assert (outcome.status, outcome.text) == (2, "")
    assert outcome.error == f"tui-home: {tmp_path} is not empty; name a new folder\n"
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert new(tmp_path / "a").error == f"tui-home: {tmp_path / 'a'} is a file, not a folder\n"
    outcome = new(tmp_path / "a" / "b")
    assert outcome.status == 1
    assert outcome.error.startswith(f"tui-home: {tmp_path / 'a' / 'b'} cannot be written: ")


@pytest.mark.parametrize("words", [["new"], ["new", "a", "b"], ["new", "--force", "a"]])
def test_wrong_words(words: list[str]) -> None:
    assert perform_owner(words, Owner(), setting_of()).status == 2


def test_a_name_that_no_folder_can_have_is_one_line(tmp_path: Path) -> None:
    outcome = perform_owner(["new", str(tmp_path / "a\0b")], Owner(), setting_of())
    assert outcome.status == 1
    assert outcome.error.count("\n") == 1
