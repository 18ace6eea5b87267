from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui_home.doors.pipe import say
from tui_home.verbs import Outcome

ROOT = Path(__file__).resolve().parents[2]


class Latin(io.TextIOWrapper):
    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="latin-1", newline="")

    @property
    def written(self) -> bytes:
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue()


def test_text_and_error_go_where_they_belong(capsys: pytest.CaptureFixture[str]) -> None:
    assert say(Outcome("text\n", 2, "error\n")) == 2
    assert capsys.readouterr() == ("text\n", "error\n")


def test_what_the_stream_cannot_say_is_said_in_its_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Latin()
    monkeypatch.setattr(sys, "stdout", stream)
    assert say(Outcome("Gusmão – 👋\n")) == 0
    assert stream.written == b"Gusm\xe3o - :wave:\n"


def test_no_stream_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert say(Outcome("text\n", 3, "error\n")) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_who_leaves_early_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "tui_home", "show"],
            cwd=ROOT,
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
            timeout=120,
        )
    assert (done.returncode, done.stderr) == (0, b"")
