"""On a very first visit About is shown before the rest has been read."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui_home.cli import main
from tui_home.doors import local
from tui_home.doors.first_screen import FirstScreen
from tui_home.model.site import Site
from tui_home.terminal.environment import Environment

Visit = Callable[..., list[tuple[str, ...]]]


class Terminal(io.StringIO):
    """Standard output that somebody looks at."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def visited(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Visit:
    """Return what visits a homepage full screen, and tells what was still to be read with each reading that it got."""
    (tmp_path / "_pages").mkdir()
    (tmp_path / "_pages" / "about.md").write_text("---\nlayout: about\n---\nHello from Ada.\n", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(local, "has_keyboard", lambda _: True)
    pending = list[tuple[str, ...]]()

    def visit(sites: Iterator[Site], _environment: Environment, _section: str, _first: FirstScreen) -> int:
        pending[:] = [site.pending for site in sites]
        return 0

    monkeypatch.setattr(local, "visit", visit)

    def run(*words: str) -> list[tuple[str, ...]]:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", Terminal())
            assert main(("--site", str(tmp_path), *words)) == 0
        return [*pending]

    return run


def test_who_comes_for_the_first_time_sees_about_first_and_later_all_at_once(visited: Visit) -> None:
    assert visited() == [("news", "papers"), ()]
    assert visited() == [()]


def test_who_asks_for_a_section_waits_for_it(visited: Visit) -> None:
    assert visited("--section", "news") == [()]
