"""What a process takes, seen from outside. Linux only."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_EVERY = 0.1
"""Seconds between two looks."""
_MIB = 1024
"""KiB, in which /proc counts memory."""


class Taken(NamedTuple):
    """What a process had taken at one time."""

    at: float
    """Seconds, of `time.monotonic`."""
    cpu: float
    """Seconds of processor time; ssh_load reads /proc's hundredths, too coarse for a server that rests."""
    mib: float
    """Resident memory."""


def taken(pid: int) -> Taken:
    """Return what the process has taken now."""
    # The clock of another process's time: the kernel's encoding, as of clock_getcpuclockid(3).
    cpu = time.clock_gettime((~pid << 3) | 2)
    status = Path(f"/proc/{pid}/status").read_text()
    resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return Taken(time.monotonic(), cpu, int(resident.split()[1]) / _MIB)


def connections(pid: int) -> int:
    """Return how many files it has open, which are connections but for a few."""
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


class Watch:
    """Looks at a process from now on, until it is stopped."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._over = threading.Event()
        self._seen = [taken(pid)]
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        with suppress(OSError):  # it has gone
            while not self._over.wait(_EVERY):
                self._seen.append(taken(self._pid))

    def at(self, moment: float) -> Taken:
        """Return what had been taken at about this moment."""
        return min(self._seen, key=lambda seen: abs(seen.at - moment))

    def busy(self, since: float, until: float) -> float:
        """Return the share of a processor that it took between two moments, in percent."""
        first, last = self.at(since), self.at(until)
        return 100 * (last.cpu - first.cpu) / (last.at - first.at)
