"""This machine's clipboard through the helpers that people have, each on a desktop of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.terminals.real.desktop import Desktop
from tui_home.terminal.clipboard import copy_locally

TEXT = "Grüße, 水車 – zwei\nLines\tand a tab"

pytestmark = pytest.mark.skipif(bool(Desktop.missing()), reason="Xvfb, xdotool or xclip is not installed")


@pytest.mark.parametrize("helper", ["xclip", "xsel"])
def test_it_holds_the_text_when_we_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, helper: str) -> None:
    program = shutil.which(helper)
    if program is None:
        pytest.skip(f"{helper} is not installed")
    only = tmp_path / "bin"
    only.mkdir()
    (only / helper).symlink_to(program)
    with Desktop(tmp_path) as desktop:
        monkeypatch.setenv("DISPLAY", desktop.display)
        # pyperclip asks `which`.
        monkeypatch.setenv("PATH", f"{only}:{which_only(tmp_path)}")
        assert copy_locally(TEXT)
        assert desktop.clipboard == TEXT


def test_a_display_that_is_not_there_has_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    # Xvfb takes the first free number, so that of a display which was ended may be another test's by now.
    monkeypatch.setenv("DISPLAY", ":59998")
    assert not copy_locally(TEXT)


def which_only(home: Path) -> Path:
    """Return a folder with nothing but ``which`` in it."""
    folder = home / "which"
    folder.mkdir()
    (folder / "which").symlink_to(shutil.which("which") or "/usr/bin/which")
    return folder
