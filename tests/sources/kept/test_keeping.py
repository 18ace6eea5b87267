"""A kept Site is the one that was read, for as long as nothing has changed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.sources.kept.conftest import FILES, Reads, same
from tui_home.sources import NoSiteError, open_kept_site, open_site, program
from tui_home.sources.packaged import packaged_content


def test_the_second_opening_reads_nothing(root: Path, keep: Path, reads: Reads) -> None:
    first = open_kept_site(root, keep)
    assert reads() == 1
    second = open_kept_site(root, keep)
    assert reads() == 0
    assert same(first, second)
    assert same(first, open_site(root))


def test_the_packaged_site_kept_is_the_one_that_was_read(keep: Path, reads: Reads) -> None:
    # Real sites: tests/corpus/test_kept.py.
    read = open_kept_site(packaged_content(), keep)
    assert reads() == 1
    assert same(open_kept_site(packaged_content(), keep), read)
    assert reads() == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_pages/about.md", "---\nlayout: about\npermalink: /\n---\nHello, *all*.\n"),
        ("_news/2024-01-01-a.md", None),
        ("_news/2024-02-01-b.md", "New."),
        ("_news/more/2024-02-01-b.md", "New."),
        ("_bibliography/papers.bib", "@article{k, title={U}, author={Doe, Ann}, year={2024}}"),
        ("_data/socials.yml", "github_username: ann\n"),
        ("_data/terminal.yml", "host: a.example\n"),
        ("_config.yml", None),
        ("index.md", "---\nlayout: about\npermalink: /\n---\nAnother page.\n"),
    ],
    ids=str,
)
def test_whatever_changes_is_seen_and_so_is_its_return(
    root: Path, keep: Path, reads: Reads, name: str, text: str | None
) -> None:
    before = open_kept_site(root, keep)
    path = root / name
    if text is None:
        path.unlink()
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        os.utime(path, (0, 0))
    reads()
    changed = open_kept_site(root, keep)
    assert reads() == 1
    assert same(changed, open_site(root))
    assert not same(changed, before)
    if name in FILES:
        path.write_text(FILES[name])
    else:
        path.unlink()
    assert same(open_kept_site(root, keep), before)


def test_what_reading_does_not_look_at_may_change(root: Path, keep: Path, reads: Reads) -> None:
    open_kept_site(root, keep)
    reads()
    (root / "assets").mkdir()
    (root / "assets" / "picture.png").write_bytes(b"\x89PNG")
    (root / "_pages" / "about.md").touch()
    open_kept_site(root, keep)
    assert reads() == 0


def test_every_folder_has_a_place_of_its_own(root: Path, keep: Path, tmp_path: Path, reads: Reads) -> None:
    (tmp_path / "other" / "_pages").mkdir(parents=True)
    (tmp_path / "other" / "_pages" / "about.md").write_text("Other.")
    opened = [open_kept_site(folder, keep) for folder in (root, tmp_path / "other") * 2]
    assert reads() == 2
    assert same(opened[0], opened[2])
    assert same(opened[1], opened[3])
    assert not same(opened[0], opened[1])


@pytest.mark.parametrize("room", ["sources", "text", "document", "model"])
def test_another_program_reads_anew(
    root: Path, keep: Path, reads: Reads, room: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "package"
    for name in ("sources", "text", "document", "model"):
        (package / name / "deeper").mkdir(parents=True)
        (package / name / "deeper" / "code.py").write_text("x = 1\n")
    monkeypatch.setattr(program, "_PACKAGE", package)
    open_kept_site(root, keep)
    reads()
    open_kept_site(root, keep)
    assert reads() == 0
    os.utime(package / room / "deeper" / "code.py", ns=(1, 1))
    open_kept_site(root, keep)
    assert reads() == 1


def test_another_package_beside_it_reads_anew(
    root: Path, keep: Path, reads: Reads, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = tmp_path / "site-packages"
    shelf.mkdir()
    os.utime(shelf, ns=(1, 1))
    monkeypatch.setattr(sys, "path", [*sys.path, str(shelf)])
    open_kept_site(root, keep)
    reads()
    open_kept_site(root, keep)
    assert reads() == 0
    (shelf / "yaml-7.dist-info").mkdir()
    open_kept_site(root, keep)
    assert reads() == 1


def test_no_site_is_no_site_and_leaves_nothing(tmp_path: Path, keep: Path) -> None:
    (tmp_path / "README.md").write_text("no site")
    for folder in (tmp_path, tmp_path / "missing", tmp_path / "nul\0"):
        with pytest.raises(NoSiteError):
            open_kept_site(folder, keep)
    assert not keep.exists()


def test_a_site_that_is_gone_is_no_site(root: Path, keep: Path) -> None:
    open_kept_site(root, keep)
    root.rename(root.with_name("elsewhere"))
    with pytest.raises(NoSiteError):
        open_kept_site(root, keep)
    root.mkdir()
    with pytest.raises(NoSiteError):
        open_kept_site(root, keep)
