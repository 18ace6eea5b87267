from __future__ import annotations

from pathlib import Path

import pytest

from tui_home.model.problem import Severity
from tui_home.sources import FORMATS, NoSiteError, open_site


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
