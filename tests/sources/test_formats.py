from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui_home.model.problem import Severity
from tui_home.sources import NoSiteError, open_site
from tui_home.sources.formats import FORMATS


def test_there_is_one_format_today() -> None:
    assert [candidate.name for candidate in FORMATS] == ["al-folio"]


def test_a_folder_without_a_site_is_named_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# not a site")
    with pytest.raises(NoSiteError) as caught:
        open_site(tmp_path)
    message = str(caught.value)
    assert str(tmp_path) in message
    assert "_config.yml" in message
    assert "_pages/about.md" in message
    assert "\n" not in message


@pytest.mark.parametrize("name", ["missing", "file", "nul\0", "esc\x1b[31m"])
def test_what_is_no_folder_is_no_site(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NoSiteError) as caught:
        open_site(tmp_path / name)
    assert "no such folder" in str(caught.value)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "name", ["_config.yml", "_pages/about.md", "about.md", "_news/a.md", "_bibliography/papers.bib"]
)
def test_any_part_of_a_site_is_a_site(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("")
    assert open_site(tmp_path).title


def test_a_missing_page_is_a_problem_and_the_rest_is_shown(tmp_path: Path) -> None:
    (tmp_path / "_news").mkdir()
    (tmp_path / "_news" / "2024-01-01-a.md").write_text("An item.")
    opened = open_site(tmp_path)
    assert len(opened.news) == 1
    assert [(problem.file, problem.severity) for problem in opened.problems] == [("_pages/about.md", Severity.ERROR)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no FIFOs")
def test_a_site_of_traps_is_a_site(tmp_path: Path) -> None:
    for name in ("_pages", "_news", "_data", "_bibliography"):
        (tmp_path / name).mkdir()
    os.mkfifo(tmp_path / "_config.yml")
    (tmp_path / "_pages" / "about.md").write_text("---\nlayout: about\ntitle: Ann Doe\n---\nHello.")
    (tmp_path / "_pages" / "loop.md").symlink_to("loop.md")
    (tmp_path / "_news" / "a.md").symlink_to("/dev/zero")
    (tmp_path / "_news" / "2024-01-01-b.md").write_text("Kept.")
    (tmp_path / "_news" / "c.md").mkdir()
    (tmp_path / "_data" / "socials.yml").write_bytes(b"\x00")
    (tmp_path / "_data" / "terminal.yml").symlink_to("/etc/hostname")
    (tmp_path / "_bibliography" / "papers.bib").mkdir()
    opened = open_site(tmp_path)
    assert opened.title == "Ann Doe"
    assert [item.key for item in opened.news] == ["_news/2024-01-01-b"]
    assert {problem.file for problem in opened.problems} == {
        "_config.yml",
        "_pages/loop.md",
        "_news/a.md",
        "_data/socials.yml",
        "_data/terminal.yml",
    }
    assert {problem.severity for problem in opened.problems} == {Severity.ERROR}
