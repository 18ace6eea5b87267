from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tui_home.sources.files import MissingFileError, UnusableFileError, read_content

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no FIFOs and devices in folders")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path.resolve()


def test_a_file_is_read_whole(root: Path) -> None:
    (root / "a.md").write_bytes(b"x\r\ny")
    content = read_content(root, "a.md", 100)
    assert content.data == b"x\r\ny"
    assert not content.truncated


@pytest.mark.parametrize(("size", "truncated"), [(9, False), (10, False), (11, True), (300_000, True)])
def test_only_the_beginning_of_a_large_file_is_read(root: Path, size: int, truncated: bool) -> None:
    (root / "a.md").write_bytes(b"x" * size)
    content = read_content(root, "a.md", 10)
    assert len(content.data) == min(size, 10)
    assert content.truncated is truncated


def test_a_sparse_file_of_20_mb_costs_its_limit_only(root: Path) -> None:
    with (root / "a.md").open("wb") as file:
        file.truncate(20 << 20)
    assert len(read_content(root, "a.md", 1 << 16).data) == 1 << 16


@pytest.mark.parametrize("name", ["none.md", "none/a.md", "a.md/b.md"])
def test_a_missing_file_is_told_from_an_unusable_one(root: Path, name: str) -> None:
    (root / "a.md").write_text("x")
    with pytest.raises(MissingFileError):
        read_content(root, name, 10)


def test_a_folder_is_no_file(root: Path) -> None:
    (root / "a.md").mkdir()
    with pytest.raises(UnusableFileError, match="a folder"):
        read_content(root, "a.md", 10)


@posix
def test_a_fifo_does_not_block(root: Path) -> None:
    os.mkfifo(root / "a.md")
    with pytest.raises(UnusableFileError, match="a FIFO"):
        read_content(root, "a.md", 10)


@posix
def test_a_fifo_that_takes_a_files_place_after_the_check_is_noticed_once_opened(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(root / "a.md")
    regular = os.stat_result((stat.S_IFREG | 0o644, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    monkeypatch.setattr("tui_home.sources.files.os.lstat", lambda _: regular)
    with monkeypatch.context() as patched:
        patched.setattr("tui_home.sources.files.resolve", lambda *_: str(root / "a.md"))
        with pytest.raises(UnusableFileError, match="a FIFO"):
            read_content(root, "a.md", 10)


@posix
def test_a_device_is_refused(tmp_path: Path) -> None:
    zero = Path("/dev/zero")
    if not zero.is_char_device():
        pytest.skip("there is no /dev/zero here")
    (tmp_path / "a.md").symlink_to(zero)
    with pytest.raises(UnusableFileError, match="leads out of the site"):
        read_content(tmp_path.resolve(), "a.md", 10)
    with pytest.raises(UnusableFileError, match="a device"):
        read_content(Path("/dev"), "zero", 10)


@posix
def test_symbolic_links_that_go_round_or_nowhere_are_refused(root: Path) -> None:
    (root / "a.md").symlink_to("b.md")
    (root / "b.md").symlink_to("a.md")
    (root / "c.md").symlink_to("nothing")
    with pytest.raises(UnusableFileError):
        read_content(root, "a.md", 10)
    with pytest.raises(UnusableFileError, match="to nothing"):
        read_content(root, "c.md", 10)


@posix
def test_symbolic_links_are_followed_inside_the_site_only(root: Path) -> None:
    site = root / "site"
    site.mkdir()
    (root / "secret.md").write_text("secret")
    (site / "real.md").write_text("real")
    (site / "inside.md").symlink_to("real.md")
    (site / "outside.md").symlink_to("../secret.md")
    (site / "up").symlink_to("..")
    assert read_content(site, "inside.md", 10).data == b"real"
    for name in ("outside.md", "up/secret.md", "../secret.md"):
        with pytest.raises(UnusableFileError, match="leads out"):
            read_content(site, name, 10)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux says where an open file is")
def test_a_folder_exchanged_for_a_link_after_it_was_looked_at_leads_nowhere(root: Path) -> None:
    site, others = root / "site", root / "others"
    for folder in (site / "_pages", others):
        folder.mkdir(parents=True)
        (folder / "about.md").write_text(folder.name)
    folders: dict[str, str] = {}
    assert read_content(site, "_pages/about.md", 10, folders).data == b"_pages"
    (site / "_pages").rename(site / "before")
    (site / "_pages").symlink_to(others)
    with pytest.raises(UnusableFileError, match="leads out"):
        read_content(site, "_pages/about.md", 10, folders)


@posix
def test_a_file_without_permission_is_refused(root: Path) -> None:
    (root / "a.md").write_text("x")
    (root / "a.md").chmod(0)
    if os.access(root / "a.md", os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(UnusableFileError, match="permission denied"):
        read_content(root, "a.md", 10)


@posix
def test_a_failing_open_or_read_is_said_in_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "a.md").write_text("x")

    def fail(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tui_home.sources.files.os.read", fail)
    with pytest.raises(UnusableFileError, match="permission denied") as caught:
        read_content(root, "a.md", 10)
    assert caught.value.hint


def test_a_name_with_nul_is_no_crash(root: Path) -> None:
    with pytest.raises((MissingFileError, UnusableFileError)):
        read_content(root, "a\0b", 10)


def test_what_is_known_of_folders_changes_nothing_of_what_is_read(root: Path) -> None:
    for folder in ("one", "two"):
        (root / folder).mkdir()
        for name in ("a.md", "b.md"):
            (root / folder / name).write_text(f"{folder}/{name}")
    (root / "one" / "a.md").unlink()
    (root / "one" / "a.md").symlink_to("../two/a.md")
    (root / "one" / "c.md").symlink_to("/etc/passwd")
    (root / "three").symlink_to("two")
    known: dict[str, str] = {}
    wanted = {"one/a.md": "two/a.md", "one/b.md": "one/b.md", "two/a.md": "two/a.md", "three/b.md": "two/b.md"}
    for _ in range(2):
        for relative, text in wanted.items():
            assert read_content(root, relative, 100, known).data == text.encode()
        with pytest.raises(UnusableFileError, match="leads out of"):
            read_content(root, "one/c.md", 100, known)
        with pytest.raises(MissingFileError):
            read_content(root, "one/d.md", 100, known)
        with pytest.raises(UnusableFileError, match="a folder"):
            read_content(root, "one/..", 100, known)
    assert set(known) == {"one", "two", "three"}
