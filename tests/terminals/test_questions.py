"""What real multiplexers make of our questions: nothing to see, no keys, and the answers that they give or pass on."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.emulator import LIGHT, Emulator
from tests.terminals import asking
from tests.terminals.screen import in_screen

ROOT = Path(__file__).resolve().parents[2]


def asking_for(field: str) -> tuple[str, ...]:
    return "env", f"PYTHONPATH={ROOT}", sys.executable, str(asking.__file__), field


def in_tmux(home: Path, *command: str, option: str) -> tuple[str, ...]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    (home / "tmux.conf").write_text(f"{option}\nset -g status off\n", encoding="utf-8")
    return "env", f"TMUX_TMPDIR={home}", "tmux", "-f", str(home / "tmux.conf"), "new-session", *command


def conversation(home: Path, *command: str) -> list[str]:
    """Return what a light terminal shows in which `command` asks."""
    with Emulator(home, 80, 24, replies=LIGHT) as emulator:
        emulator.run(*command)
        shown = emulator.wait_for("done")
        emulator.send("\n")
        emulator.wait_for_exit()
        return shown.split("\n")


def test_tmux_says_its_name_and_shows_nothing(tmp_path: Path) -> None:
    shown = conversation(tmp_path, *in_tmux(tmp_path, *asking_for("program"), option=""))
    assert shown[:2] == ["before||after", "keys ''"]
    assert shown[3].startswith("program 'tmux ")


def test_tmux_passes_the_colours_on_where_it_may(tmp_path: Path) -> None:
    option = "set -g allow-passthrough on"
    shown = conversation(tmp_path, *in_tmux(tmp_path, *asking_for("background"), option=option))
    assert shown[:3] == ["before||after", "keys ''", "#202020 #ffffff"]


def test_gnu_screen_passes_the_colours_on_as_it_is(tmp_path: Path) -> None:
    shown = conversation(tmp_path, *in_screen(tmp_path, *asking_for("background")))
    assert shown[:3] == ["before||after", "keys ''", "#202020 #ffffff"]
