from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui_home.terminal.preferences import Preferences


def test_a_theme_is_kept_from_one_visit_to_the_next(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "preferences.json"
    Preferences(path).choose_theme("tui-home-light")
    assert Preferences(path).theme == "tui-home-light"
    assert [entry.name for entry in path.parent.iterdir()] == ["preferences.json"]


def test_without_a_file_it_is_kept_for_the_visit() -> None:
    preferences = Preferences()
    assert preferences.theme == ""
    preferences.choose_theme("nord")
    assert preferences.theme == "nord"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe\x00", b"{", b"[" * 60_000, b"[]", b'{"theme": 7}', b'{"theme": "\\u001b[31m"}', b"null",
        b'{"theme": "' + b"x" * 70_000 + b'"}',
    ],
)  # fmt: skip
def test_a_file_that_is_not_ours_counts_as_empty(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(content)
    assert Preferences(path).theme == ""


def test_a_folder_in_its_place_is_no_error(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.choose_theme("nord")
    assert preferences.theme == "nord"


def test_a_place_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    preferences = Preferences(tmp_path / "file" / "preferences.json")
    preferences.choose_theme("nord")
    assert preferences.theme == "nord"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO")
def test_a_fifo_in_its_place_does_not_block(tmp_path: Path) -> None:
    import os  # noqa: PLC0415 - mkfifo is not everywhere

    path = tmp_path / "preferences.json"
    os.mkfifo(path)
    assert Preferences(path).theme == ""
