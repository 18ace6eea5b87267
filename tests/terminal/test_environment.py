from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui_home.terminal.environment import read_environment

ROOT = Path(__file__).resolve().parents[2]


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_a_snapshot_does_not_change_with_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "foot")
    snapshot = read_environment()
    monkeypatch.setenv("TERM", "vt100")
    assert snapshot.get("TERM") == "foot"
    assert snapshot.get("NO_SUCH_VARIABLE_OF_OURS") == ""


def test_streams_are_asked_whether_they_are_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    snapshot = read_environment()
    assert (snapshot.stdout_tty, snapshot.stdin_tty, snapshot.encoding) == (True, False, "utf-8")


def test_absent_and_closed_streams_are_no_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stdin", closed)
    snapshot = read_environment()
    assert (snapshot.stdout_tty, snapshot.stdin_tty, snapshot.encoding) == (False, False, "ascii")


@pytest.mark.parametrize(("columns", "width"), [("57", 57), ("0", None), ("-3", None), ("wide", None), ("", None)])
def test_columns_is_believed_when_it_is_a_width(
    columns: str, width: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert read_environment().columns == width


@pytest.mark.skipif(sys.platform == "win32", reason="locales are POSIX's")
@pytest.mark.parametrize(
    ("given", "unicode"),
    [
        ({"LANG": "C"}, False),
        ({"LC_ALL": "C"}, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, True),
        ({}, True),
    ],
)
def test_a_locale_that_python_sets_for_itself_is_not_the_visitors(given: dict[str, str], unicode: bool) -> None:
    program = "import sys; from tui_home.terminal import capabilities as c, environment as e; "
    program += "sys.stdout.write(str(c.capabilities(e.read_environment()).unicode))"
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **given}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == str(unicode)
