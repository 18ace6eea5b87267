"""A visit over SSH: ours beside the same homepage on Charm's Wish, as visitors who look and visitors who act see it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks.figures import Group
from tests.benchmarks.homepage import ROOT
from tests.benchmarks.ssh_loads import ACTING, LOOKING, PRESENT, Staying, scrolled, visited, warm_up
from tests.benchmarks.ssh_programs import Programs, programs
from tests.benchmarks.ssh_servers import Served, fresh
from tests.benchmarks.ssh_table import Figures, failures, rows

_RUNS = 3
_PATIENCE = 600.0
_TITLE = f"Visits over SSH, 100×30, {PRESENT} visitors"

Run = tuple[dict[str, float], dict[str, float]]
"""Our Figures, and the peer's."""


def bench_ssh() -> Group:
    """Measure what visits cost us and the peer, each time on fresh servers."""
    if not Path("/proc/self/status").exists():
        why = "not measured: memory and processor time are read from /proc, which this system does not have"
        return Group(_TITLE, "", (), (why,))
    made = programs()
    runs: list[Run] = [({}, {}) for _ in range(_RUNS)]
    for number, run in enumerate(runs):
        print(f"  (visits over SSH, run {number + 1} of {_RUNS})", flush=True)
        _look(made, run, ours_first=number % 2 == 0)
    print(f"  (visitors who act and rest for a minute, and 2,200 who come and go; {_RUNS} runs at once)", flush=True)
    _act_and_rest(made, runs)
    return _group(made, [ours for ours, _ in runs], [peer for _, peer in runs])


def _look(made: Programs, run: Run, *, ours_first: bool) -> None:
    with fresh(made.peer) as servers:
        warm_up(made.load, servers)
        turns = list(zip(servers, run, strict=False))
        for load in LOOKING:
            for server, found in turns if ours_first else reversed(turns):
                found.update(visited(made.load, server, load))
        for server, found in turns:
            found.update(scrolled(server))


def _act_and_rest(made: Programs, runs: Sequence[Run]) -> None:
    """Let crowds come one after the other, and rest together: only memory is measured by then, and processor time."""
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor())
        resting: list[tuple[dict[str, float], Future[Figures]]] = []
        for number, run in enumerate(runs):
            servers = stack.enter_context(fresh(made.peer))
            warm_up(made.load, servers)
            turns = list(zip(servers, run, strict=False))
            for server, found in turns if number % 2 == 0 else reversed(turns):
                staying = Staying(made.load, server, ACTING)
                resting.append((found, pool.submit(staying.rested)))
        alone = [stack.enter_context(fresh(None)) for _ in runs]
        for (ours, _), mib in zip(runs, pool.map(_kept, [server for [server] in alone]), strict=True):
            ours["kept mib"] = mib
        for found, rested in resting:
            found.update(rested.result())


def _kept(server: Served) -> float:
    command = (sys.executable, "-m", "tests.benchmarks.kept", server.address, str(server.pid))
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=_PATIENCE, cwd=ROOT)
    return float(said.stdout)


def _group(made: Programs, ours: Sequence[Figures], peer: Sequence[Figures]) -> Group:
    notes = [made.missing] if made.missing else []
    if made.peer is None:
        notes.append("without ssh_load visitors are asyncssh's: they take time of their own, some 4 ms a visit")
    return Group(
        _TITLE,
        "the Wish peer" if made.peer else "",
        rows(ours, peer),
        [*notes, *failures("tui-home", ours), *failures("the Wish peer", peer)],
    )
