"""``--metrics``: how the server is, in Prometheus's text format. Imported only when the owner wants it.

What is counted anyway (by the gates, by the listener) is read when it is asked for; labels come from closed lists, and
nothing that a visitor sends is in one. The registry is our own, without the library's collectors of the process.
Names as in https://prometheus.io/docs/practices/naming/
"""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from prometheus_client import CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector

from tui_home.doors.ssh.gates import Gate
from tui_home.doors.ssh.telling.journal import End, Way
from tui_home.doors.ssh.telling.measures import Measures
from tui_home.doors.ssh.watch import End as Ended

if TYPE_CHECKING:
    from tui_home.doors.ssh.listener import Tunnel

CONTENT_TYPE = CONTENT_TYPE_LATEST
_PREFIX = "tui_home_ssh_"
_HANDSHAKE = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15)
"""Seconds: a round trip or two around the world, and the login's time at most."""
_FRAME = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
_LAG = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)
"""Seconds; 0.1 is what no rude client may bring about."""
LAG_EVERY = 0.25
"""Seconds between two looks at how late the loop is."""
_Member = TypeVar("_Member", bound=Enum)
_STATM = Path("/proc/self/statm")


class Homepages(NamedTuple):
    """How the homepages are."""

    read: int
    pending: int
    """Not read yet."""
    broken: int
    """Not readable; those which were once are shown as they were."""
    reloads: int
    """How often one has been read again and replaced."""


class Metrics(Measures):
    """Of one server.

    Args:
        tunnel: Its listener.
        homepages: Tells how they are.
    """

    def __init__(self, tunnel: Tunnel, homepages: Callable[[], Homepages]) -> None:
        self._visits: Counter[tuple[Way, End]] = Counter()
        self._registry = CollectorRegistry(auto_describe=False)
        self._registry.register(_Counted(tunnel, homepages, self._visits))
        self._handshakes = self._histogram("handshake_seconds", "From the connection to the login's end", _HANDSHAKE)
        self._frames = self._histogram("first_frame_seconds", "From the wish for a screen to the first frame", _FRAME)
        self._lag = self._histogram("loop_lag_seconds", f"How late the loop was, each {LAG_EVERY} s", _LAG)

    def handshake(self, seconds: float) -> None:
        """Count a login."""
        self._handshakes.observe(seconds)

    def first_frame(self, seconds: float) -> None:
        """Count a first frame."""
        self._frames.observe(seconds)

    def visited(self, way: Way, end: End) -> None:
        """Count a visit."""
        self._visits[way, end] += 1

    def lag(self, seconds: float) -> None:
        """Count how late the loop was."""
        self._lag.observe(seconds)

    async def watch_lag(self, every: float = LAG_EVERY) -> None:
        """Look for ever how late the loop is."""
        clock = asyncio.get_running_loop().time
        while True:
            due = clock() + every
            await asyncio.sleep(every)
            self.lag(max(clock() - due, 0.0))

    def text(self) -> bytes:
        """Return everything as it is now."""
        return generate_latest(self._registry)

    def _histogram(self, name: str, meaning: str, buckets: tuple[float, ...]) -> Histogram:
        return Histogram(_PREFIX + name, meaning, buckets=buckets, registry=self._registry)


class _Counted(Collector):
    """Reads what others count, when it is asked for."""

    def __init__(
        self, tunnel: Tunnel, homepages: Callable[[], Homepages], visits: Mapping[tuple[Way, End], int]
    ) -> None:
        self._tunnel = tunnel
        self._homepages = homepages
        self._visits = visits

    def collect(self) -> Iterator[Metric]:
        """Yield each metric; of a closed list all members, also those which have not happened yet."""
        gates = self._tunnel.gates
        present = {"connections": gates.connections, "visits": gates.visits, "apps": gates.apps}
        yield _gauge("present", "Who is there now", "what", {name: each.present for name, each in present.items()})
        ends = CounterMetricFamily(_PREFIX + "visits", "Visits that are over", labels=("way", "end"))
        for way, end in product(Way, End):
            ends.add_metric((way.value, end.value), self._visits.get((way, end), 0))
        yield ends
        yield _counter("refused", "Who was not let in, by the gate", "gate", _all(Gate, gates.refused))
        yield _counter("ended", "Connections that we have ended", "why", _all(Ended, self._tunnel.ended))
        received, sent = self._tunnel.traffic
        yield _counter("bytes", "Bytes over all connections", "direction", {"in": received, "out": sent})
        homepages = self._homepages()
        states = {"read": homepages.read, "pending": homepages.pending, "broken": homepages.broken}
        yield _gauge("homepages", "Homepages by how they are", "state", states)
        yield CounterMetricFamily(_PREFIX + "reloads", "Homepages read again", value=homepages.reloads)
        yield GaugeMetricFamily(
            _PREFIX + "draining", "1 while the last visitors are seen out", value=float(gates.draining)
        )
        if (memory := resident_memory()) is not None:
            yield GaugeMetricFamily(_PREFIX + "resident_memory_bytes", "Resident memory of the server", value=memory)


def resident_memory() -> int | None:
    """Return the bytes of this process that are in memory (proc(5), statm); None where no system tells."""
    if sys.platform != "linux":
        return None
    import resource  # noqa: PLC0415 - there is none on Windows

    try:
        return int(_STATM.read_text("ascii").split()[1]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return None


def _all(closed: type[_Member], counted: Mapping[_Member, int]) -> dict[str, float]:
    return {each.value: counted.get(each, 0) for each in closed}


def _gauge(name: str, meaning: str, label: str, values: Mapping[str, float]) -> Metric:
    made = GaugeMetricFamily(_PREFIX + name, meaning, labels=(label,))
    for value, number in values.items():
        made.add_metric((value,), number)
    return made


def _counter(name: str, meaning: str, label: str, values: Mapping[str, float]) -> Metric:
    made = CounterMetricFamily(_PREFIX + name, meaning, labels=(label,))
    for value, number in values.items():
        made.add_metric((value,), number)
    return made
