"""What visits leave in a server's memory: `python -m tests.benchmarks.kept HOST:PORT PID`.

Visitors come and go, eight at a time; every fourth acts. Prints the MiB that 2,200 visits have left more than 200.
"""

from __future__ import annotations

import asyncio
import sys

from tests.benchmarks.process import taken
from tests.benchmarks.visitor import PANES, visiting

_AT_ONCE = 8
_FEW, _MANY = 200, 2200
_ACTS = 4
"""One of so many visitors does more than to look."""
_REST = 3.0
"""Seconds in which a server may let go of what it does not need."""


async def _come_and_go(place: tuple[str, int], numbers: range) -> None:
    waiting = iter(numbers)

    async def one_after_another() -> None:
        for number in waiting:
            async with visiting(*place, answers=True) as visitor:
                await visitor.see(PANES["1"])
                if number % _ACTS == 0:
                    visitor.write("2")
                    await visitor.see(PANES["2"])
                visitor.write("q")
                await visitor.over()

    async with asyncio.TaskGroup() as visitors:
        for _ in range(_AT_ONCE):
            visitors.create_task(one_after_another())
    await asyncio.sleep(_REST)


async def kept(host: str, port: int, pid: int) -> float:
    """Return the MiB that are kept of the visits after the first ones."""
    await _come_and_go((host, port), range(_FEW))
    before = taken(pid).mib
    await _come_and_go((host, port), range(_FEW, _MANY))
    return taken(pid).mib - before


if __name__ == "__main__":
    _host, _, _port = sys.argv[1].rpartition(":")
    print(asyncio.run(kept(_host, int(_port), int(sys.argv[2]))))
