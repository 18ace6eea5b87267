"""Visitors over SSH as of ssh_load, with its options and its line, for what that cannot tell: a key's whole frame.

`python -m tests.benchmarks.load -addr HOST:PORT -n 100 -c 8 -pid PID -keys 2341`. It stands in for ssh_load where there
is no Go; its own processor time, some 4 ms a visit, bounds how many come in a second then.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from itertools import cycle

from tests.benchmarks.process import Taken, taken
from tests.benchmarks.visitor import Pressed, Visitor, visiting

_PAUSE = 0.06
"""Seconds of quiet before a reader presses the next key."""
_LEAVING = 0.2
_SETTLING = 0.5
_TROUBLE = (OSError, TimeoutError)
_MULTIPLES = {"ms": 0.001, "s": 1.0}


class Crowd:
    """All visitors of one load.

    Args:
        given: The options.
    """

    def __init__(self, given: argparse.Namespace) -> None:
        self._given = given
        host, _, port = str(given.addr).rpartition(":")
        self._place = host, int(port)
        self._gate = asyncio.Semaphore(given.c)
        self._leave = asyncio.Event()
        self._here = 0
        self._handshakes: list[float] = []
        self._firsts: list[float] = []
        self._keys: list[list[Pressed]] = []
        self._read: list[Pressed] = []
        self._failures = 0

    async def come(self) -> str:
        """Let all come, stay and leave; return what is to be said of them."""
        async with AsyncExitStack() as stack:
            if self._given.reader:
                reader = await stack.enter_async_context(visiting(*self._place))
                await self._warm_up(reader)
                reading = asyncio.create_task(self._reads(reader))
                stack.callback(reading.cancel)
            before, began = taken(self._given.pid), time.perf_counter()
            async with asyncio.TaskGroup() as visits:
                for _ in range(self._given.n):
                    await self._gate.acquire()
                    visits.create_task(self._visit())
                # Every place at the door is free again: all are here.
                for _ in range(self._given.c):
                    await self._gate.acquire()
                took = time.perf_counter() - began
                await asyncio.sleep(_SETTLING)
                present = taken(self._given.pid)
                if self._given.reader:
                    reading.cancel()
                await asyncio.sleep(1)
                rests = taken(self._given.pid)
                await asyncio.sleep(self._given.hold)
                rested = taken(self._given.pid)
                self._leave.set()
        idle = 100 * (rested.cpu - rests.cpu) / (rested.at - rests.at)
        return f"{self._told(before, present, took)} idle_cpu={idle:.3f}%"

    async def _visit(self) -> None:
        at_the_door = True
        try:
            async with visiting(*self._place) as visitor:
                first = await visitor.see(self._given.want.encode()) - visitor.asked
                keys = []
                for key in self._given.keys:
                    await visitor.quiet()
                    keys.append(await visitor.press(key))
                self._handshakes.append(visitor.handshake)
                self._firsts.append(first)
                self._keys.append(keys)
                self._gate.release()
                at_the_door = False
                await self._leave.wait()
                visitor.write("q")
                await asyncio.sleep(_LEAVING)
        except _TROUBLE as error:
            self._failures += 1
            if self._failures < 4:
                print(f"fail: {error!r}")
            if at_the_door:
                self._gate.release()

    async def _warm_up(self, reader: Visitor) -> None:
        await reader.see(self._given.want.encode())
        await reader.quiet()
        for key in self._given.reader:
            await reader.press(key)

    async def _reads(self, reader: Visitor) -> None:
        with suppress(*_TROUBLE):
            for key in cycle(self._given.reader):
                self._read.append(await reader.press(key))
                await reader.quiet(_PAUSE)

    def _told(self, before: Taken, present: Taken, took: float) -> str:
        number = self._given.n
        first = [keys[0] for keys in self._keys if keys]
        later = [key for keys in self._keys for key in keys[1:]]
        figures = {
            "server_cpu_ms": (present.cpu - before.cpu) / number * 1000,
            "handshake_p50": _quantile(self._handshakes, 0.5),
            "first_p50": _quantile(self._firsts, 0.5),
            "firstkey_p50": _quantile([key.first for key in first], 0.5),
            "firsteffect_p50": _quantile([key.effect for key in first], 0.5),
            "firsteffect_p99": _quantile([key.effect for key in first], 0.99),
            "key_p50": _quantile([key.first for key in later], 0.5),
            "effect_p50": _quantile([key.effect for key in later], 0.5),
            "reader_p50": _quantile([key.first for key in self._read], 0.5),
            "reader_p99": _quantile([key.first for key in self._read], 0.99),
            "mib_before": before.mib,
            "mib_each": (present.mib - before.mib) / number,
        }
        told = " ".join(f"{name}={figure:.3f}" for name, figure in figures.items())
        return f"visits={number} fail={self._failures} rate={number / took:.1f}/s {told}"


def _quantile(seconds: Sequence[float], share: float) -> float:
    """Return milliseconds, by ssh_load's rule; -1 of nothing."""
    return 1000 * sorted(seconds)[int((len(seconds) - 1) * share)] if seconds else -1.0


def _seconds(words: str) -> float:
    unit = "ms" if words.endswith("ms") else "s"
    return float(words.removesuffix(unit)) * _MULTIPLES[unit]


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.load", description=__doc__)
    parser.add_argument("-addr", required=True)
    parser.add_argument("-n", type=int, default=100)
    parser.add_argument("-c", type=int, default=4)
    parser.add_argument("-pid", type=int, required=True)
    parser.add_argument("-want", default="postgrad")
    parser.add_argument("-keys", default="")
    parser.add_argument("-reader", default="")
    parser.add_argument("-hold", type=_seconds, default=2.0)
    return parser.parse_args(words)


async def _main(words: Sequence[str]) -> str:
    return await Crowd(_options(words)).come()


if __name__ == "__main__":
    print(asyncio.run(_main(sys.argv[1:])))
