"""Where Sites are kept: whose folder, how much of it, and what if there is none."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.sources.kept.conftest import Reads, only, posix, same
from tui_home.sources import kept, open_kept_site, open_site

if TYPE_CHECKING:
    import pytest


@posix
def test_nobody_else_may_read_or_write_what_is_kept(root: Path, keep: Path, reads: Reads) -> None:
    open_kept_site(root, keep)
    assert stat.S_IMODE(keep.stat().st_mode) == 0o700
    assert stat.S_IMODE(only(keep).stat().st_mode) == 0o600
    keep.chmod(0o777)
    reads()
    open_kept_site(root, keep)
    assert reads() == 1


@posix
def test_a_folder_of_somebody_else_is_left_alone(
    root: Path, keep: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_kept_site(root, keep)
    written = only(keep).stat().st_mtime_ns
    owner = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    reads()
    open_kept_site(root, keep)
    assert reads() == 1
    assert only(keep).stat().st_mtime_ns == written


def test_without_a_place_everything_is_read(root: Path, reads: Reads) -> None:
    assert same(open_kept_site(root, None), open_kept_site(root, None))
    assert reads() == 2


def test_a_place_that_cannot_be_made_is_no_error(root: Path, tmp_path: Path, reads: Reads) -> None:
    (tmp_path / "file").write_text("x")
    for keep in (tmp_path / "file", tmp_path / "file" / "sites"):
        assert open_kept_site(root, keep).title == "Ann Doe"
        assert reads() == 1


def test_a_full_disk_is_no_error_and_leaves_no_half(root: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        assert open_kept_site(root, keep).title == "Ann Doe"
    assert list(keep.iterdir()) == []


def test_the_oldest_goes_when_there_are_too_many(root: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_FILES", 3)
    keep.mkdir(mode=0o700, parents=True)
    for age, name in enumerate(("a.site", "b.site", "c.crashed.new", "d.site", "notes.txt")):
        (keep / name).write_text("x")
        os.utime(keep / name, (1000 - age, 1000 - age))
    open_kept_site(root, keep)
    left = {path.name for path in keep.iterdir()}
    assert {"a.site", "b.site", "notes.txt"} < left
    assert len(left) == 4


def test_the_bytes_of_all_together_are_bounded(root: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_kept_site(root, keep)
    size = only(keep).stat().st_size
    monkeypatch.setattr(kept, "_MOST_BYTES", size + 10)
    only(keep).unlink()
    for age, (name, large) in enumerate((("a.site", 10), ("b.site", 1))):
        (keep / name).write_bytes(b"x" * large)
        os.utime(keep / name, (1000 - age, 1000 - age))
    open_kept_site(root, keep)
    assert sum(path.stat().st_size for path in keep.iterdir()) == size + 10
    assert not (keep / "b.site").exists()


def test_a_site_that_is_too_large_is_not_kept(root: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_LARGEST", 100)
    assert same(open_kept_site(root, keep), open_kept_site(root, keep))
    assert not keep.exists()


@posix
def test_a_site_of_traps_is_kept(root: Path, keep: Path, reads: Reads) -> None:
    os.mkfifo(root / "_data")
    os.mkfifo(root / "_pages" / "fifo.md")
    (root / "_pages" / "loop.md").symlink_to("loop.md")
    (root / "_news" / "zero.md").symlink_to("/dev/zero")
    (root / "_news" / os.fsdecode(b"na\xefve.md")).write_text("Text.")
    read = open_kept_site(root, keep)
    assert reads() == 1
    assert same(open_kept_site(root, keep), read)
    assert reads() == 0
    (root / "_news" / "zero.md").unlink()
    assert not same(open_kept_site(root, keep), read)


def test_two_programs_at_once_leave_one_whole_site(root: Path, keep: Path, reads: Reads) -> None:
    program = """
import sys
from pathlib import Path
from tui_home.sources import open_kept_site
root, keep = map(Path, sys.argv[1:])
for number in range(40):
    (root / "_news" / "2024-03-01-c.md").write_text(f"Number {number}.")
    assert open_kept_site(root, keep).title == "Ann Doe"
"""
    command = [sys.executable, "-c", program, str(root), str(keep)]
    running = [subprocess.Popen(command, cwd=Path(__file__).parents[3], stderr=subprocess.PIPE) for _ in range(2)]
    for process in running:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors.decode()
    assert [path.suffix for path in keep.iterdir()] == [".site"]
    open_kept_site(root, keep)
    reads()
    assert same(open_kept_site(root, keep), open_site(root))
    assert reads() == 1  # open_site's own


def test_a_site_that_was_kept_under_another_name_does_not_count(root: Path, keep: Path, reads: Reads) -> None:
    for code in ("de", "en"):
        (root / f"_pages/about_{code}.md").write_text(
            f"---\nlayout: about\npermalink: /{code}/\nlang: {code}\n---\n{code}"
        )
    open_kept_site(root, keep, "de")
    german = only(keep).read_bytes()
    assert open_kept_site(root, keep, "en").language == "en"
    for place in keep.iterdir():
        place.write_bytes(german)
    reads()
    assert open_kept_site(root, keep, "en").language == "en"
    assert reads() == 1
    assert open_kept_site(root, keep, "de").language == "de"
    assert reads() == 0
