"""A visit over SSH: ours beside the same homepage on Charm's Wish, as visitors who look and visitors who act see it."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.pseudo_terminal import PseudoTerminal
from tests.benchmarks.screen import WORD, new_home
from tests.benchmarks.ssh_programs import Programs, programs
from tests.benchmarks.ssh_servers import HOST, Served, both
from tests.benchmarks.ssh_table import figures, table

_RUNS = 3
_PATIENCE = 300.0
_AT_ONCE = "0.01s"
"""How long visitors stay whose idle CPU nobody asks for; ssh_load divides by it."""
_LINES = 9
"""How many are scrolled; the median is taken."""


@dataclass(frozen=True, slots=True)
class Load:
    """How visitors come.

    Args:
        name: In the Figures.
        options: For ssh_load.
    """

    name: str
    options: tuple[str, ...]


_WARM = Load("warm-up", ("-n", "20", "-c", "4", "-hold", _AT_ONCE))
_LOOKING = (
    # The first one takes the memory: what one load leaves behind, the next one uses again.
    Load("eight", ("-n", "100", "-c", "8", "-hold", "5s")),
    Load("one", ("-n", "50", "-c", "1", "-hold", _AT_ONCE)),
    Load("reader", ("-n", "100", "-c", "8", "-hold", _AT_ONCE, "-reader", "21")),
)
_ACTING = (Load("keys", ("-n", "100", "-c", "8", "-hold", _AT_ONCE, "-keys", "2341")),)


def bench_ssh() -> None:
    """Print what visits cost us and the peer; a pair of fresh servers for those who look, another for those who act."""
    print(f"Visits over SSH, 100×30, 100 visitors beside the Wish peer: medians of {_RUNS} runs (least-most)")
    made = programs()
    if made is None:
        return
    began = os.getloadavg()[0]
    ours: list[dict[str, float]] = []
    peer: list[dict[str, float]] = []
    for number in range(_RUNS):
        print(f"  (run {number + 1} of {_RUNS})", flush=True)
        mine, theirs = _run(made, ours_first=number % 2 == 0)
        ours.append(mine)
        peer.append(theirs)
    print("\n".join(table(ours, peer)))
    print(f"  The machine's load: {began:.1f} before, {os.getloadavg()[0]:.1f} after.\n")


def _run(made: Programs, *, ours_first: bool) -> tuple[dict[str, float], dict[str, float]]:
    mine: dict[str, float] = {}
    theirs: dict[str, float] = {}
    for loads in (_LOOKING, _ACTING):
        with both(made) as servers:
            _warm_up(made.load, servers)
            turns = list(zip(servers, (mine, theirs), strict=True))
            for load in loads:
                for server, found in turns if ours_first else reversed(turns):
                    found.update(_visited(made.load, server, load))
            if loads is _ACTING:
                for server, found in turns:
                    found.update(_scrolled(server))
    return mine, theirs


def _warm_up(program: Path, servers: Sequence[Served]) -> None:
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda server: _visited(program, server, _WARM), servers))


def _visited(program: Path, server: Served, load: Load) -> dict[str, float]:
    command = [str(program), "-addr", server.address, "-pid", str(server.pid), "-want", WORD.decode(), *load.options]
    said = subprocess.run(command, check=False, capture_output=True, text=True, timeout=_PATIENCE)
    return figures(load.name, said.stdout + said.stderr)


def _scrolled(server: Served) -> dict[str, float]:
    """Return the bytes for a line that OpenSSH's client is sent; nothing where there is none."""
    if not shutil.which("ssh"):
        return {}
    trust = ("-F", os.devnull, "-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={os.devnull}")
    command = ("ssh", *trust, "-o", "LogLevel=ERROR", "-p", str(server.port), f"visitor@{HOST}")
    with new_home() as home, PseudoTerminal(command, home) as terminal:
        terminal.wait_for(WORD)
        terminal.settle()
        return {"scrolled bytes": statistics.median(terminal.press(b"j").size for _ in range(_LINES))}
