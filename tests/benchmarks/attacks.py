"""How late a server under attack is for others: `python -m tests.benchmarks.attacks [NAME …]`.

Server, reader and attackers are a process each. Lateness is the loop's own clock. On a machine that does other things
the server's processor time says what of it was ours: within one key of the reader's, and between two looks of the loop.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from io import StringIO
from typing import NamedTuple

from tests.benchmarks.figures import line, milliseconds
from tests.benchmarks.process import taken
from tests.doors.ssh.attacks.clients import reading
from tests.doors.ssh.attacks.rude import ATTACKS

SECONDS = 3.0
ATTACKERS = 4
"""Clients that do the same at once."""
_ENDLESS = 1_000_000
_PAUSE = 0.03
"""Seconds that the reader looks at a page."""


class Late(NamedTuple):
    """What the server says of its loop."""

    worst: float
    p99: float
    busiest: float
    """Seconds of processor time between two looks."""
    memory: float


class Attacked:
    """A server in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._asked, self._told = process.stdin, process.stdout
        self.port = int(self._told.readline())
        self._pid = process.pid

    def worked(self) -> float:
        """Return its seconds of processor time; nothing where one is not told."""
        return taken(self._pid).cpu if sys.platform == "linux" else 0.0

    def late(self) -> Late:
        """Return how late it has been since the last time."""
        self._asked.write("\n")
        self._asked.flush()
        return Late(*map(float, self._told.readline().split()))


@contextmanager
def attacked() -> Iterator[Attacked]:
    command = (sys.executable, "-m", "tests.benchmarks.attacked_server")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Attacked(process)
        assert process.stdin is not None
        process.stdin.close()


def bench_attacks(names: Sequence[str] = ()) -> None:
    """Print a row for each attack: the reader's keys, and the loop."""
    print(
        f"A reader's keys beside {ATTACKERS} who attack for {SECONDS:.0f} s: worst, p90, worst of the server's "
        "processor time; the loop: worst, p99, busiest"
    )
    with attacked() as server:
        for name in ("nobody", *(attack.__name__ for attack in ATTACKS)):
            if not names or name in names:
                asyncio.run(_measure(server, name))
    print()


async def _measure(server: Attacked, name: str) -> None:
    with redirect_stdout(StringIO()):
        async with reading(server.port, _PAUSE, server.worked) as reader:
            await asyncio.sleep(0.3)
            server.late()
            reader.times.clear()
            reader.used.clear()
            command = (sys.executable, "-m", "tests.benchmarks.attacks", "--attack", name, str(server.port))
            process = await asyncio.create_subprocess_exec(*command)
            await process.wait()
            late, times, used = server.late(), sorted(reader.times), sorted(reader.used)
    p90 = times[int(len(times) * 0.9)] if times else 0.0
    keys = " ".join(map(milliseconds, (times[-1], p90, used[-1]))) if times else "none"
    loop = " ".join(milliseconds(each) for each in late[:3])
    line(name.replace("_", " "), keys, "", f"{loop}, {late.memory:.0f} MiB")


async def _attack(name: str, port: int) -> None:
    attack = next((each for each in ATTACKS if each.__name__ == name), None)
    with suppress(TimeoutError):
        async with asyncio.timeout(SECONDS):
            if attack is None:
                await asyncio.sleep(SECONDS)
            else:
                await asyncio.gather(*(attack(port, _ENDLESS) for _ in range(ATTACKERS)), return_exceptions=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--attack"]:
        asyncio.run(_attack(sys.argv[2], int(sys.argv[3])))
    else:
        bench_attacks(sys.argv[1:])
