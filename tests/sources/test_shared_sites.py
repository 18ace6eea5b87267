"""Real al-folio sites, read where they lie; nothing of them is copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_home.sources import open_site
from tui_home.text.safe import printable

_SITES = Path(__file__).parents[3] / "shared" / "sites"
_FOLDERS = sorted(path for path in _SITES.iterdir() if path.is_dir()) if _SITES.is_dir() else []


@pytest.mark.skipif(not _FOLDERS, reason="../shared/sites is not here")
@pytest.mark.parametrize("folder", _FOLDERS, ids=lambda path: path.name)
def test_a_real_site_opens(folder: Path) -> None:
    opened = open_site(folder)
    assert opened.title == printable(opened.title)
    assert opened.title
    examples = [problem.file for problem in opened.problems if "al-folio’s example" in problem.message]
    assert opened.news or any(file.startswith("_news/") for file in examples)
    assert opened.publications or any(file.startswith("_bibliography/") for file in examples)
    assert len({item.key for item in opened.news}) == len(opened.news)
    assert len({paper.key for paper in opened.publications}) == len(opened.publications)
    assert all(paper.title for paper in opened.publications)
    names = [author.name for paper in opened.publications for author in paper.authors]
    assert all(name and name == printable(name) for name in names)
    assert all(contact.text and contact.link.copies for contact in opened.contacts)
    assert all(problem.message == printable(problem.message) for problem in opened.problems)
