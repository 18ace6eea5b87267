from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tui_home.doors.owner import act
from tui_home.terminal.environment import Environment
from tui_home.terminal.visitor import Visitor
from tui_home.verbs import Setting

PAGE = "---\nlayout: about\npermalink: /\nsubtitel: x\n---\nHello.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return the page of a site that has one fault."""
    place = tmp_path / "_pages" / "about.md"
    place.parent.mkdir()
    place.write_text(PAGE, encoding="utf-8", newline="")
    return place


def fix(page: Path, *, at_terminal: bool = True) -> int:
    environment = Environment(stdin_tty=at_terminal, stdout_tty=at_terminal)
    return act(["check", "--fix"], str(page.parent.parent), environment, Setting(Visitor.of(environment)))


@pytest.mark.parametrize(
    ("answer", "mended"), [("y\n", True), (" YES \n", True), ("\n", False), ("no\n", False), ("", False)]
)
def test_only_a_yes_is_one(
    page: Path, answer: str, mended: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
    assert fix(page) == 0
    out = capsys.readouterr().out
    assert "Mend 1 place in 1 file? [y/N] " in out
    assert ("subtitle: x" in page.read_text(encoding="utf-8")) is mended
    assert ("Nothing was changed." in out) is not mended


def test_a_terminal_that_is_gone_says_no(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    for stdin in (closed, None, io.TextIOWrapper(io.BytesIO(b"\xff\n"), encoding="utf-8")):
        monkeypatch.setattr(sys, "stdin", stdin)
        assert fix(page) == 0
        assert page.read_text(encoding="utf-8") == PAGE


def test_in_a_pipe_nobody_is_asked(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert fix(page, at_terminal=False) == 2
    assert page.read_text(encoding="utf-8") == PAGE


def test_an_interrupted_question_ends_its_line(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(readline=interrupted))
    with pytest.raises(KeyboardInterrupt):
        fix(page)
    assert capsys.readouterr().out.endswith("? [y/N] \n")
    assert page.read_text(encoding="utf-8") == PAGE
