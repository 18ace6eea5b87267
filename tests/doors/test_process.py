"""The program as a process: its streams, their encodings, its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")}
    return subprocess.run(
        [sys.executable, "-m", "tui_home", *words],
        env=environment | variables,
        capture_output=True,
        check=False,
        timeout=120,
    )


def test_a_stream_without_unicode_is_no_error() -> None:
    done = run("show", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Gusmao" in done.stdout
    assert b"About\n=====\n" in done.stdout


def test_json_is_json_in_every_encoding() -> None:
    for encoding in ("ascii", "utf-8", "cp1252"):
        done = run("show", "--format", "json", PYTHONIOENCODING=encoding)
        assert "Pedro Porto Buarque de Gusmão" in str(json.loads(done.stdout.decode(encoding)))


def test_text_and_its_exit_code_are_the_processs() -> None:
    done = run("papers", "--width", "60", PYTHONUTF8="1")
    assert done.returncode == 0
    assert max(map(len, done.stdout.decode().splitlines())) <= 60
    assert run("shwo").returncode == 2
