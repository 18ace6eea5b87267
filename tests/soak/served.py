"""`python -m tests.soak.served …`: the real program in this process, and a thread that is asked what it holds.

Each line on stdin is answered with one line of JSON on stdout. A server for visitors has no such door: it reads nothing
from its stdin, and what is counted here is found from outside of it, by the collector of garbage and the system.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import threading
from collections import Counter
from pathlib import Path

import asyncssh
from textual.app import App
from textual.screen import Screen

from tests.soak.held import ANSWER, Held
from tui_home.cli import main
from tui_home.doors.ssh.arrival import Arrival
from tui_home.doors.ssh.garbage import giving_back
from tui_home.doors.ssh.gates import Admission, Gates
from tui_home.doors.ssh.session import Session
from tui_home.doors.ssh.wire import Wire

_KINDS: dict[str, tuple[type, ...]] = {
    "apps": (App,),
    "screens": (Screen,),
    "visits": (Session,),
    "connections": (asyncssh.SSHServerConnection, Wire, Arrival),
    "channels": (asyncssh.SSHServerChannel,),
    "admissions": (Admission,),
}
_SEEN = 40
"""Types that are told, of those with the most objects."""


def held() -> Held:
    """Return what this process holds just now, what nobody needs collected."""
    # Also what is not looked at while anybody is there (see doors/ssh/garbage.py).
    gc.unfreeze()
    gc.collect()
    gc.unfreeze()
    everything = gc.get_objects()
    # Never isinstance: some objects answer for others, which are gone.
    types = Counter(type(each) for each in everything)
    things = {name: sum(types[kind] for kind in types if issubclass(kind, kinds)) for name, kinds in _KINDS.items()}
    # A loop's set of tasks may change while another thread counts it.
    loops = [each for each in everything if issubclass(type(each), asyncio.AbstractEventLoop)]
    things["tasks"] = sum(len(asyncio.all_tasks(loop)) for loop in loops)
    things["files"] = len(list(Path("/proc/self/fd").iterdir()))
    things["at the gates"] = sum(_counted(each) for each in everything if type(each) is Gates)
    memory = _resident()
    seen = {f"{kind.__module__}.{kind.__qualname__}": number for kind, number in types.most_common(_SEEN)}
    return Held(things, memory, _trimmed(), seen)


def _counted(gates: Gates) -> int:
    totals = (gates.connections, gates.unauthenticated, gates.visits, gates.apps)
    return sum(each.present for each in totals) + gates.at_once.present.total()


def _resident() -> int:
    """Return the bytes of memory that the system has given this process (VmRSS of proc_pid_status(5))."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0


def _trimmed() -> int:
    """Return the same after the C library has given back what it keeps for later (malloc_trim(3); glibc only)."""
    giving_back()()
    return _resident()


def _answer() -> None:
    for _ in sys.stdin:
        print(f"{ANSWER}{json.dumps(held()._asdict())}", flush=True)


if __name__ == "__main__":
    threading.Thread(target=_answer, daemon=True).start()
    sys.exit(main(sys.argv[1:]))
