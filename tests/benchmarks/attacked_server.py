"""A server in a process of its own that tells how late its loop is: `python -m tests.benchmarks.attacked_server`.

Prints its port; then, for each line on standard input, of the time since the line before: the worst and the 99th
percentile of the loop's lateness and the most processor time between two looks, all in seconds; and its memory in MiB.
"""

from __future__ import annotations

import asyncio
import resource
import sys
import time
from importlib import import_module
from pathlib import Path

from tests.doors.ssh.serving import Serving, serving
from tui_home.doors.ssh.garbage import Garbage
from tui_home.doors.ssh.starting.loop import handing_over_soon

_BEAT = 0.005
"""Seconds between two looks at the clock."""


async def _serve(server: Serving, late: list[float], busy: list[float]) -> None:
    async with Garbage(lambda: server.server.tunnel.gates.visits.present).kept_low():
        await _beat(late, busy)


async def _beat(late: list[float], busy: list[float]) -> None:
    while True:
        due, used = time.perf_counter() + _BEAT, time.thread_time()
        await asyncio.sleep(_BEAT)
        late.append(max(0.0, time.perf_counter() - due))
        busy.append(time.thread_time() - used)


def _memory() -> float:
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


def main() -> None:
    late: list[float] = []
    busy: list[float] = []
    # As `tui-home serve` begins.
    import_module("tui_home.doors.ssh.screen.visit")
    with handing_over_soon(), serving({"session_time": 5, "max_connections": 1000}) as server:
        asyncio.run_coroutine_threadsafe(_serve(server, late, busy), server._loop)
        print(server.port, flush=True)
        for _ in sys.stdin:
            seen, most = sorted(late) or [0.0], max(busy, default=0.0)
            late.clear()
            busy.clear()
            print(seen[-1], seen[int(len(seen) * 0.99)], most, _memory(), flush=True)


if __name__ == "__main__":
    main()
