"""One run of each load over SSH, ours and the peer in turn; what was measured, by name."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tests.benchmarks.homepage import ROOT, WORD, new_home
from tests.benchmarks.process import Watch, connections
from tests.benchmarks.pseudo_terminal import PseudoTerminal
from tests.benchmarks.ssh_programs import OUR_LOAD
from tests.benchmarks.ssh_servers import HOST, Served
from tests.benchmarks.ssh_table import Figures, figures

_PATIENCE = 300.0
_AT_ONCE = "10ms"
"""How long visitors stay whose idle CPU nobody asks for; ssh_load divides by it."""
_LINES = 9
"""How many are scrolled; the median is taken."""
_LEAVING = 1.5
"""Seconds for which a load goes on after its visitors have begun to leave: ssh_load waits for 1.2 of them."""
_ALL_HERE = 3.0
"""Seconds after the last visitor's connection in which the last keys have been pressed, one each 0.15 s."""


@dataclass(frozen=True, slots=True)
class Load:
    """How visitors come.

    Args:
        name: In the Figures.
        options: For ssh_load.
        effects: Whether it takes our own load, which knows when a whole frame is there.
    """

    name: str
    options: tuple[str, ...]
    effects: bool = False


WARM = Load("warm-up", ("-n", "20", "-c", "4", "-hold", _AT_ONCE))
PRESENT = 100
"""Visitors."""
_STAY, _IDLE = 7.0, 4.0
"""Seconds for which they only stay, and of those the last ones: their arrival has no aftermath then."""
REST = 65.0
"""Seconds: a minute, and what it takes until a crowd has gone to rest."""
LOOKING = (
    # The first one takes the memory: what one load leaves behind, the next one uses again.
    Load("eight", ("-n", str(PRESENT), "-c", "8", "-hold", f"{_STAY:.0f}s")),
    Load("one", ("-n", "50", "-c", "1", "-hold", _AT_ONCE)),
    # Ready screens let a hundred in before a reader has pressed five keys.
    Load("reader", ("-n", "500", "-c", "8", "-hold", _AT_ONCE, "-reader", "21")),
    Load("effect1", ("-n", "6", "-c", "1", "-hold", _AT_ONCE, "-keys", "2341"), effects=True),
    Load("effect8", ("-n", "40", "-c", "8", "-hold", _AT_ONCE, "-keys", "2341"), effects=True),
)
ACTING = Load("keys", ("-n", str(PRESENT), "-c", "8", "-hold", f"{REST:.0f}s", "-keys", "2341"))


def warm_up(program: Sequence[str], servers: Sequence[Served]) -> None:
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda server: visited(program, server, WARM), servers))


def visited(program: Sequence[str], server: Served, load: Load) -> dict[str, float]:
    """Return what a load says of a server, and what it took besides."""
    command = _command(program, server, load)
    watch = Watch(server.pid)
    said = subprocess.run(command, check=False, capture_output=True, text=True, timeout=_PATIENCE, cwd=ROOT)
    over = time.monotonic() - _LEAVING
    watch.stop()
    found = figures(load.name, said.stdout + said.stderr)
    if load.name == "eight":
        found["eight idle"] = watch.busy(over - _IDLE, over)
    return found


class Staying:
    """Visitors who act and then rest for a minute, while others are measured.

    Args:
        program: Who visits.
        server: Whom.
        load: How.
    """

    def __init__(self, program: Sequence[str], server: Served, load: Load) -> None:
        self._server, self._load = server, load
        before = connections(server.pid)
        command = _command(program, server, load)
        self._watch = Watch(server.pid)
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT)
        until = time.monotonic() + _PATIENCE
        while connections(server.pid) < before + PRESENT and time.monotonic() < until and self._process.poll() is None:
            time.sleep(0.1)
        time.sleep(_ALL_HERE)

    def rested(self) -> Figures:
        """Wait until they have rested; return what is to be said of them."""
        said, _ = self._process.communicate(timeout=_PATIENCE)
        over = time.monotonic() - _LEAVING
        self._watch.stop()
        found = figures(self._load.name, said)
        rests = self._watch.at(over).mib - found[f"{self._load.name} mib_before"]
        return found | {
            f"{self._load.name} rests": rests / PRESENT,
            f"{self._load.name} idle": self._watch.busy(over - 10, over),
        }


def _command(program: Sequence[str], server: Served, load: Load) -> list[str]:
    whose = OUR_LOAD if load.effects else program
    return [*whose, "-addr", server.address, "-pid", str(server.pid), "-want", WORD.decode(), *load.options]


def scrolled(server: Served) -> dict[str, float]:
    """Return the bytes for a line that OpenSSH's client is sent; nothing where there is none."""
    if not shutil.which("ssh"):
        return {}
    trust = ("-F", os.devnull, "-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={os.devnull}")
    command = ("ssh", *trust, "-o", "LogLevel=ERROR", "-p", str(server.port), f"visitor@{HOST}")
    with new_home() as home, PseudoTerminal(command, home) as terminal:
        terminal.wait_for(WORD)
        terminal.settle()
        return {"scrolled bytes": statistics.median(terminal.press(b"j").size for _ in range(_LINES))}
