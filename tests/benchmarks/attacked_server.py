"""A server in a process of its own that tells how late its loop is: `python -m tests.benchmarks.attacked_server`.

Prints its port; then, for each line on standard input, the worst and the 99th percentile of the loop's lateness since
the line before, in seconds, its memory in MiB, and how many connections it has ended.
"""

from __future__ import annotations

import asyncio
import gc
import resource
import statistics
import sys
import time
from pathlib import Path

from tests.doors.ssh.serving import serving

_BEAT = 0.005
"""Seconds between two looks at the clock."""


async def _beat(late: list[float]) -> None:
    while True:
        due = time.perf_counter() + _BEAT
        await asyncio.sleep(_BEAT)
        late.append(max(0.0, time.perf_counter() - due))


def _memory() -> float:
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


def main() -> None:
    late: list[float] = []
    with serving({"session_time": 5}) as server:
        # As `tui-home serve` does: what the start made is not looked at again.
        gc.freeze()
        asyncio.run_coroutine_threadsafe(_beat(late), server._loop)
        print(server.port, flush=True)
        for _ in sys.stdin:
            seen = sorted(late) or [0.0]
            late.clear()
            p99 = statistics.quantiles(seen, n=100)[98] if len(seen) > 1 else seen[0]
            ended = sum(server.server.tunnel.ended.values()) + sum(server.server.tunnel.gates.refused.values())
            print(seen[-1], p99, _memory(), ended, flush=True)


if __name__ == "__main__":
    main()
