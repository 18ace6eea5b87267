from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui_home.doors.doctor_machine import machine_of, read_back
from tui_home.output.doctor_copying import SENTENCE
from tui_home.output.doctor_facts import Machine
from tui_home.terminal.capabilities import capabilities
from tui_home.terminal.environment import Environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs that stand in are shell scripts")


@pytest.mark.parametrize(
    ("body", "same"),
    [
        (f"return {SENTENCE!r} + chr(10)", True),
        ("return 'what somebody else has copied'", False),
        ("raise RuntimeError('no display')", None),
    ],
)
def test_the_clipboard_is_read_back(
    body: str, same: bool | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyperclip.py").write_text(f"def paste():\n    {body}\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert read_back() is same


def found(folder: Path, monkeypatch: pytest.MonkeyPatch, **variables: str) -> Machine:
    monkeypatch.setenv("PATH", str(folder))
    environment = Environment({"TERM": "xterm-256color", **variables})
    return machine_of(environment, capabilities(environment))


def program(folder: Path, name: str, prints: str) -> None:
    script = folder / name
    script.write_text(f"#!/bin/sh\n{prints}\n")
    script.chmod(0o755)


@pytest.mark.parametrize(
    ("prints", "said"), [("echo external", "external"), ("echo on", "on"), ("exit 1", ""), ("echo '\033[2J'", "")]
)
def test_tmux_is_asked_for_its_setting(prints: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "tmux", prints)
    assert found(tmp_path, monkeypatch, TMUX="x").tmux_clipboard == said
    assert found(tmp_path, monkeypatch).tmux_clipboard == ""


def test_a_desktop_needs_a_program_that_fills_its_clipboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not found(tmp_path, monkeypatch, DISPLAY=":0").clipboard_program
    assert found(tmp_path, monkeypatch).clipboard_program
    program(tmp_path, "xclip", "exit 0")
    assert found(tmp_path, monkeypatch, DISPLAY=":0").clipboard_program
