from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from tests.terminals.tmux import Tmux

ROOT = Path(__file__).resolve().parents[2]

REMOTE = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22", "PYTHONPATH": str(ROOT)}
"""A visitor who came over SSH: no clipboard of the machine's own, no browser."""


def wait_until_settled(tmux: Tmux) -> str:
    """Return the screen once its footer knows the site: what was painted before may still move."""
    return tmux.wait_until(lambda screen: "email" in footer(screen) and "q leave" in footer(screen), "the footer")


def footer(screen: str) -> str:
    """Return the last line that says something."""
    return (screen.rstrip().splitlines() or [""])[-1]


class Start(Protocol):
    """Starts the homepage in a window of its own."""

    def __call__(self, columns: int, lines: int, *arguments: str, options: tuple[str, ...] = ()) -> Tmux: ...


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    with ExitStack() as stack:

        def start_homepage(columns: int, lines: int, *arguments: str, options: tuple[str, ...] = ()) -> Tmux:
            tmux = stack.enter_context(Tmux(tmp_path, columns, lines, options=options, environment=REMOTE))
            tmux.run(sys.executable, "-m", "tui_home", *arguments)
            wait_until_settled(tmux)
            return tmux

        yield start_homepage
