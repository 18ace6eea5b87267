"""The homepage over SSH is the local program's, cell by cell.

One difference is honest: who sits at the machine can have links opened there, and `o` is called so. A local program
that is told that its visitor sits elsewhere, as by sshd, has none.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32" or not shutil.which("ssh"):
    pytest.skip("needs a pty and OpenSSH's client", allow_module_level=True)

from tests.doors.ssh.serving import Serving, serving
from tests.emulator import DARK, LIGHT, Emulator, Replies

ELSEWHERE = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
ESC = "\x1b[27u"
"""Kitty's form of it: nobody waits for the rest of a sequence."""
STEPS = (
    *(("3", "ICLR"), ("\t\t\t\r", "BibTeX"), ("?", "back to what"), (ESC, "BibTeX"), (":contact", "Go to Contact")),
    *((ESC, "BibTeX"), ("/the\r", "“the”"), (ESC, "ICLR"), ("2", "Vienna"), ("t", "News"), ("s", "Vienna")),
)
"""What is pressed, and what is to be read then."""


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving() as running:
        yield running


def cells(terminal: Emulator) -> list[list[tuple[object, ...]]]:
    """Return each cell: its text, colours and attributes."""
    screen = terminal.cells
    return [[tuple(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]


@pytest.mark.parametrize(("size", "replies"), [((80, 24), DARK), ((40, 20), LIGHT)])
def test_each_cell_is_the_local_programs(
    server: Serving, tmp_path: Path, size: tuple[int, int], replies: Replies
) -> None:
    columns, lines = size
    with (
        Emulator(tmp_path, columns, lines, replies=replies, environment=ELSEWHERE) as local,
        server.visitor(tmp_path, columns=columns, lines=lines, replies=replies) as remote,
    ):
        local.run_homepage()
        for each in (local, remote):
            each.wait_for("leave")
        for keys, text in STEPS:
            for each in (local, remote):
                each.send(keys)
                each.wait_for(text)
            remote.wait_until(lambda _: cells(local) == cells(remote), f"the same after {keys!r}")
        for each in (local, remote):
            each.send(ESC + "q")
            assert each.wait_for_exit() == 0
