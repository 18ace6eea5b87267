from __future__ import annotations

import tempfile
from pathlib import Path

import platformdirs
import pytest

from tui_home.doors.failure import failure


def broken() -> Exception:
    def inner() -> None:
        raise ValueError("x\x1b[2J" + "y" * 1000)

    try:
        inner()
    except ValueError as error:
        return error
    raise AssertionError


@pytest.fixture
def logs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "logs"
    monkeypatch.setattr(platformdirs, "user_log_dir", lambda *_, **__: str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return folder


def test_one_line_names_the_log_and_the_log_has_the_traceback(logs: Path) -> None:
    outcome = failure(broken())
    log = logs / "tui-home.log"
    assert (outcome.status, outcome.text) == (1, "")
    assert outcome.error.count("\n") == 1
    assert outcome.error.startswith("tui-home: something went wrong: ValueError: xy")
    assert outcome.error.endswith(f"; the details are in {log}\n")
    assert "\x1b" not in outcome.error
    details = log.read_text(encoding="utf-8")
    assert "in inner" in details
    assert details.startswith("tui-home ")


def test_the_log_holds_the_last_failure_alone(logs: Path) -> None:
    failure(broken())
    failure(KeyError("second"))
    assert [path.name for path in logs.iterdir()] == ["tui-home.log"]
    assert "ValueError" not in (logs / "tui-home.log").read_text(encoding="utf-8")


def test_without_a_place_of_its_own_it_goes_to_the_temporary_one(logs: Path, tmp_path: Path) -> None:
    logs.write_text("a file in its place", encoding="utf-8")
    assert str(tmp_path / "tui-home.log") in failure(broken()).error


def test_with_no_place_at_all_the_line_still_comes(logs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logs.write_text("", encoding="utf-8")
    monkeypatch.setattr(tempfile, "tempdir", str(logs))
    assert failure(KeyError("x")).error == "tui-home: something went wrong: KeyError: 'x'\n"
