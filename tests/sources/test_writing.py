from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from tui_home.sources import writing
from tui_home.sources.writing import Mended, write

FILE = Mended("_pages/about.md", b"old\r\n", b"new\r\n", 1)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions, and links need rights")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return the page that `FILE` mends."""
    place = tmp_path / "site" / FILE.path
    place.parent.mkdir(parents=True)
    place.write_bytes(FILE.before)
    return place


def site_of(page: Path) -> Path:
    return page.parent.parent.resolve()


def test_the_file_holds_the_mended_bytes_and_nothing_is_left_beside_it(page: Path) -> None:
    assert write(site_of(page), FILE) == ""
    assert page.read_bytes() == FILE.after
    assert list(page.parent.iterdir()) == [page]


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755])
def test_permissions_stay(page: Path, mode: int) -> None:
    page.chmod(mode)
    assert write(site_of(page), FILE) == ""
    assert stat.S_IMODE(page.stat().st_mode) == mode


def test_a_read_only_file_is_left_alone(page: Path) -> None:
    page.chmod(0o444)
    assert write(site_of(page), FILE) == "It is read-only"
    assert page.read_bytes() == FILE.before


@pytest.mark.parametrize("now", [b"somebody else's\n", b"", None])
def test_a_file_that_changed_meanwhile_is_left_alone(page: Path, now: bytes | None) -> None:
    page.unlink()
    if now is not None:
        page.write_bytes(now)
    assert write(site_of(page), FILE) == "It has changed meanwhile; check again"
    assert (page.read_bytes() if page.exists() else None) == now


@POSIX
def test_a_link_that_leads_out_of_the_site_is_not_followed(page: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_bytes(FILE.before)
    page.unlink()
    page.symlink_to(outside)
    assert "leads out of the site" in write(site_of(page), FILE)
    assert outside.read_bytes() == FILE.before


@POSIX
def test_a_folder_that_is_a_link_out_of_the_site_is_not_followed(page: Path, tmp_path: Path) -> None:
    page.parent.rename(tmp_path / "elsewhere")
    page.parent.symlink_to(tmp_path / "elsewhere")
    assert "leads out of the site" in write(site_of(page), FILE)
    assert page.read_bytes() == FILE.before


@POSIX
def test_a_link_within_the_site_stays_a_link(page: Path) -> None:
    target = page.rename(page.with_name("real.md"))
    page.symlink_to(target)
    assert write(site_of(page), FILE) == ""
    assert page.is_symlink()
    assert target.read_bytes() == FILE.after


def test_a_disk_that_fails_leaves_the_old_file_whole(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert write(site_of(page), FILE) == "It cannot be written: no space left on device"
    assert page.read_bytes() == FILE.before
    assert list(page.parent.iterdir()) == [page]


def test_a_file_too_large_to_be_read_whole_is_left_alone(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_LARGEST", 3)
    assert write(site_of(page), FILE) == "It is too large to be mended"


def test_a_file_that_another_name_has_mended_already_is_done(page: Path) -> None:
    page.write_bytes(FILE.after)
    assert write(site_of(page), FILE) == ""
    assert page.read_bytes() == FILE.after
