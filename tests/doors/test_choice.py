"""The folder that ``--site`` means, and a site that comes from git through the command line."""

from __future__ import annotations

import io
import os
import shutil
import sys
from argparse import ArgumentTypeError
from pathlib import Path

import pytest

from tests.sources.git.conftest import ABOUT, run
from tui_home.cli import main
from tui_home.doors import choice
from tui_home.doors.parsing import age, with_age


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the address of a repository that holds a site."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    origin = tmp_path / "origin"
    run(tmp_path, "init", "--quiet", str(origin))
    say(origin, "First.")
    return f"file://{origin}"


def say(origin: Path, text: str) -> None:
    (origin / "_pages").mkdir(exist_ok=True)
    (origin / "_pages" / "about.md").write_text(f"{ABOUT}{text}\n")
    run(origin, "add", "--all")
    run(origin, "commit", "--quiet", "--no-verify", "--message=x")


def test_a_site_comes_from_git_and_again_when_asked(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = {}
    for step, options in (("first", []), ("kept", []), ("young", ["--refresh", "1d"]), ("new", ["--refresh"])):
        assert main(["--site", url, *options, "show", "about"]) == 0
        shown[step], error = capsys.readouterr()
        assert not error, "no progress where no terminal is"
        say(tmp_path / "origin", f"After {step}.")
    assert "First." in shown["first"]
    assert shown["first"] == shown["kept"] == shown["young"]
    assert "After young." in shown["new"]


def test_progress_is_one_line_that_goes_away(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["--site", url, "show", "about"]) == 0
    said = terminal.getvalue()
    assert "\rFetching ..." in said
    assert f"{url[-20:]}: " in said
    assert said.endswith(f"\r{' ' * 79}\r")
    assert all(len(line) <= 79 for line in said.split("\r"))
    assert "\n" not in said


def test_progress_keeps_to_a_narrow_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(choice, "_columns", lambda: 40)
    progress = choice._Progress("https://host.example/" + "a" * 60 + "/site")
    progress("remote: Receiving objects:  45%")
    progress.end()
    lines = capsys.readouterr().err.split("\r")
    assert all(len(line) <= 39 for line in lines)
    assert lines[1].rstrip().endswith("/site: connecting")
    assert "/site: Receiving" in lines[2]


def test_no_repository_is_three_and_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert main(["--site", f"file://{tmp_path}/nowhere", "show"]) == 3
    out, error = capsys.readouterr()
    assert not out
    assert error.startswith(f"tui-home: file://{tmp_path}/nowhere cannot be fetched: ")
    assert error.count("\n") == 1


def test_an_older_copy_comes_with_a_word_about_it(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", url, "show", "about"]) == 0
    (tmp_path / "origin").rename(tmp_path / "gone")
    assert main(["--site", url, "--refresh", "show", "about"]) == 0
    out, error = capsys.readouterr()
    assert "First." in out
    assert error.endswith("This is the copy from before.\n")


def test_a_folder_may_look_a_little_like_an_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "ann@home"
    (folder / "_pages").mkdir(parents=True)
    (folder / "_pages" / "about.md").write_text(ABOUT)
    assert main(["--site", os.fspath(folder), "show", "about"]) == 0
    assert "Hello." in capsys.readouterr().out


def test_ages() -> None:
    assert [age(text) for text in ("0s", "15m", "2h", "1d")] == [0, 900, 7200, 86400]
    for text in ("", "m", "15", "-1m", "1.5h", "15m ", "9999999s"):
        with pytest.raises(ArgumentTypeError):
            age(text)


def test_refresh_alone_takes_no_word_for_an_age() -> None:
    assert with_age(["--refresh", "show"]) == ["--refresh=0s", "show"]
    assert with_age(["--refresh", "15m", "show"]) == ["--refresh", "15m", "show"]
    assert with_age(["show", "--refresh"]) == ["show", "--refresh=0s"]
    assert with_age([]) == []


def test_a_wrong_age_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--refresh=soon", "show"]) == 2
    assert "as in 15m, not “soon”" in capsys.readouterr().err
