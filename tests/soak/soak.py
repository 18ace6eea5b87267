"""One soak: many visits to one server, and what they have left behind."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.soak.caller import Caller
from tests.soak.held import Held
from tests.soak.polite import act, all_read
from tests.soak.server import HOMEPAGES, Server, serving
from tests.soak.visits import Outcome, Visits

MOST_GROWTH = 10 << 20
"""Bytes of memory by which many visits may leave more behind than the first hundred."""
_REFUSED = re.compile(r"event=refused gate=(\S+) .*times=(\d+)")
_REST = 4.0
"""Seconds."""
_GREW = 8
"""Types that are told where memory has grown."""


@dataclass
class Phase:
    """So many visits, how long they took, and what the server held after them."""

    visits: int
    seconds: float
    held: Held


@dataclass
class Report:
    """What was seen."""

    seed: int
    outcome: Outcome
    start: Held
    phases: list[Phase] = field(default_factory=list)
    gates: Counter[str] = field(default_factory=Counter)
    """How often each gate has refused somebody, as the server's log tells."""
    crashes: int = 0
    """In the server's log."""
    crash: str = ""
    """What it says of the first."""
    status: int = 0
    """The server's exit status."""

    @property
    def left(self) -> dict[str, int]:
        """How many more there are of what a visit might leave than at the start, or after an earlier phase."""
        earlier = [self.start.things, *(phase.held.things for phase in self.phases[:-1])]
        after = self.phases[-1].held.things
        more = {name: number - min(things[name] for things in earlier) for name, number in after.items()}
        return {name: number for name, number in more.items() if number > 0}

    @property
    def growth(self) -> int:
        """Bytes by which memory has grown after the first phase."""
        return self.phases[-1].held.memory - self.phases[0].held.memory

    @property
    def grew(self) -> dict[str, int]:
        """Objects by type that have become more after the first phase."""
        before, after = self.phases[0].held.types, self.phases[-1].held.types
        more = {name: after[name] - before[name] for name in after if name in before and after[name] > before[name]}
        return dict(sorted(more.items(), key=lambda item: -item[1])[:_GREW])

    def faults(self, most_growth: int | None = MOST_GROWTH) -> list[str]:
        """Return what is wrong, a line each; `most_growth` is in bytes, None for any."""
        outcome = self.outcome
        found = [*outcome.complaints]
        if (more := outcome.complained - len(outcome.complaints)) > 0:
            found.append(f"and {more} more visits that were not as they should be")
        found += [f"{number} {name} left behind" for name, number in self.left.items()]
        if self.crashes:
            found.append(f"{self.crashes} crashes in the log, the first: {self.crash}")
        if self.status:
            found.append(f"the server ended with {self.status}")
        if most_growth is not None and self.growth > most_growth:
            found.append(f"memory has grown by {self.growth / (1 << 20):.1f} MiB after the first visits")
        return found


async def soak(
    folder: Path,
    seed: int,
    at_once: int,
    patience: float,
    phases: Sequence[int],
    begun: Callable[[], object] = lambda: None,
) -> Report:
    """Serve as many visits as `phases` say, one after the other, and return what was seen.

    Args:
        folder: For the server's key and log.
        seed: Decides what each visitor does.
        at_once: Visitors at a time.
        patience: Seconds for which rude ones wait to be sent away.
        phases: Visits after which one looks.
        begun: Called when the server has been started.
    """
    async with serving(folder) as server:
        begun()
        first_of_all = Caller(server.port, 0, random.Random(seed), name=HOMEPAGES[0])  # noqa: S311
        await all_read(first_of_all, len(HOMEPAGES))
        await act(first_of_all)
        start = await _settled(server)
        visits = Visits(server.port, seed, at_once, patience, HOMEPAGES[0])
        report = Report(seed, visits.outcome, start)
        first = 0
        for many in phases:
            began = time.monotonic()
            await visits.make(range(first, first + many))
            took = time.monotonic() - began
            report.phases.append(Phase(many, took, await _settled_like(server, start)))
            first += many
        report.status = await server.stop()
        for gate, times in _REFUSED.findall(server.log):
            report.gates[gate] += int(times)
        report.crash = server.log.partition("event=crash ")[2].partition("\n")[0]
        report.crashes = server.log.count("event=crash")
    return report


async def _settled_like(server: Server, start: Held) -> Held:
    """Return what the server holds when everybody has left, or after a while."""
    await server.held_when(lambda held: all(held.things[name] <= start.things[name] for name in held.things))
    # What it does when nobody has been there for a while (see doors/ssh/garbage.py).
    await asyncio.sleep(_REST)
    return await server.held()


async def _settled(server: Server) -> Held:
    """Return what the server holds when everybody has left and whoever read the homepages is done, or after a while."""
    seen: list[dict[str, int]] = [{}]

    def same(held: Held) -> bool:
        seen.append(held.things)
        return seen[-1] == seen[-2] and not held.things["connections"]

    return await server.held_when(same)
