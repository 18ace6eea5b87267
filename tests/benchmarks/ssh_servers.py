"""Servers side by side, each a fresh process of its own on the loopback."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.homepage import HOMEPAGE, PACKAGED, ROOT
from tests.benchmarks.pseudo_terminal import visitor_environment
from tests.benchmarks.ssh_programs import SHARED

HOST = "127.0.0.1"
_PATIENCE = 60.0
_RAISED = {
    "max-connections": 600,  # beneath usual limits of open files
    "max-unauthenticated": 600,
    "full-unauthenticated": 600,
    "max-per-address": 600,
    "rate-per-address": 1_000_000,
    "max-visits": 600,
    "max-apps": 600,
}
"""All visitors come from one address, and as fast as they can."""


@dataclass(frozen=True, slots=True)
class Served:
    """A server that lets visitors in."""

    port: int
    pid: int

    @property
    def address(self) -> str:
        return f"{HOST}:{self.port}"


@contextmanager
def fresh(peer: Path | None) -> Iterator[tuple[Served, ...]]:
    """Give ours, and the peer when its program is there."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="tui-home-bench-")))
        port = _free_port()
        limits = [word for limit, number in _RAISED.items() for word in (f"--{limit}", str(number))]
        place = ["--host", HOST, "--port", str(port), "--host-key", str(folder / "host_key")]
        ours = [*HOMEPAGE, "serve", "ssh", "--site", str(PACKAGED), *place, *limits]
        servers = [stack.enter_context(_serving(ours, port, folder))]
        if peer is not None:
            port = _free_port()
            texts = (SHARED / "seed" / "about.md", SHARED / "content-facts.md")
            theirs = [str(peer), f"{HOST}:{port}", *map(str, texts)]
            servers.append(stack.enter_context(_serving(theirs, port, folder)))
        yield tuple(servers)


@contextmanager
def _serving(command: Sequence[str], port: int, folder: Path) -> Iterator[Served]:
    """Run a server until the block is left; what it says goes to a file, as to a journal."""
    said = folder / f"{port}.log"
    environment = visitor_environment(folder) | {"PYTHONPATH": str(ROOT)}
    with said.open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=folder, env=environment)
        try:
            _wait_until_open(port, process)
            yield Served(port, process.pid)
        finally:
            if process.poll() is not None:
                print(f"{command!r} has ended by itself: {said.read_text(errors='replace')[-2000:]}", file=sys.stderr)
            process.kill()
            process.wait()


def _wait_until_open(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError(f"nobody listens on port {port}")


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as taken:
        port: int = taken.getsockname()[1]
        return port
