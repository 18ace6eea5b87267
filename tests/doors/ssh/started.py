"""The whole program as a process of its own, as systemd starts it or as an owner does; and clients for it."""

from __future__ import annotations

import os
import re
import select
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.packaging.conftest import visitor_environment

ROOT = Path(__file__).resolve().parents[3]
CONTENT = ROOT / "content"
SECONDS = 60.0
"""For a machine that does other things, too; whoever waits is told at once when the server has ended."""
# What systemd does between fork and exec: the socket becomes file descriptor 3, the number of the process is told.
LAUNCH = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ["LISTEN_PID"] = str(os.getpid())
os.execv(sys.executable, [sys.executable, "-m", "tui_home", *sys.argv[2:]])
"""


@dataclass
class Unit:
    """A service with its socket, as of ``--print systemd``; the test is systemd."""

    folder: Path
    listening: socket.socket
    notified: socket.socket
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)
    own: int = 0
    """The port of a server that listens by itself."""

    @property
    def port(self) -> int:
        port: int = self.own or self.listening.getsockname()[1]
        return port

    @property
    def log(self) -> str:
        """What the servers have said, on standard output and error."""
        return (self.folder / "log").read_text()

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return what systemd sets."""
        return visitor_environment(self.folder) | {
            "PYTHONPATH": str(ROOT),
            "STATE_DIRECTORY": str(self.folder / "state"),
            "NOTIFY_SOCKET": str(self.folder / "notify"),
            **(more or {}),
        }

    def start(
        self, *words: str, site: Path = CONTENT, more: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a server with the socket, and do not wait."""
        handed = os.dup(self.listening.fileno())
        options = (str(handed), "serve", "ssh", "--site", str(site), *words)
        environment = self.environment({"LISTEN_FDS": "1", **(more or {})})
        with (self.folder / "log").open("ab") as log:
            started = subprocess.Popen(
                [sys.executable, "-c", LAUNCH, *options],
                env=environment, pass_fds=(handed,), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        os.close(handed)
        self.running.append(started)
        return started

    def start_alone(self, *words: str) -> subprocess.Popen[bytes]:
        """Start a server that listens by itself, on a free port, and wait until it does."""
        return self.start_several("--site", str(CONTENT), *words)

    def start_several(self, *words: str) -> subprocess.Popen[bytes]:
        """Likewise one of the homepages that `words` say."""
        options = ("serve", "ssh", "--host", "127.0.0.1", "--port", "0", *words)
        with (self.folder / "log").open("ab") as log:
            started = subprocess.Popen(
                [sys.executable, "-m", "tui_home", *options],
                env=self.environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        self.running.append(started)
        assert self.heard().startswith("READY=1\n")
        self.own = int(re.findall(r"^Listening on 127\.0\.0\.1:([0-9]+)$", self.log, re.MULTILINE)[-1])
        return started

    def heard(self) -> str:
        """Return what systemd is told next, but signs of life; fail at once when there is nobody to tell anything."""
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            # First whether it has ended: what it has said before that is there then.
            ended = self.running[-1].poll()
            if select.select([self.notified], [], [], 0 if ended is not None else 0.2)[0]:
                if (told := self.notified.recv(4096).decode()) != "WATCHDOG=1":
                    return told
            elif ended is not None:
                raise AssertionError(f"the server has left with {ended}:\n{self.log}")
        raise AssertionError(f"nothing was heard:\n{self.log}")

    def wait_for(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until it `holds`."""
        until = time.monotonic() + SECONDS
        while not holds():
            assert time.monotonic() < until, f"{what}: not in time\n{self.log}"
            time.sleep(0.01)

    def ssh(self, *words: str, port: int = 0) -> list[str]:
        """Return the command of a visitor who knows the server's key from their first visit on."""
        known = ("-o", "StrictHostKeyChecking=accept-new", "-o", f"UserKnownHostsFile={self.folder / 'known'}")
        where = ("-p", str(port or self.port), "127.0.0.1")
        return ["ssh", "-F", "none", *known, "-o", "HostKeyAlias=home", "-o", "LogLevel=ERROR", *where, *words]

    def ask(self, *words: str, source: str = "127.0.0.1", port: int = 0) -> subprocess.CompletedProcess[str]:
        """Return what a visitor from the address `source` gets without a terminal."""
        name, *rest = self.ssh(*words, port=port)
        return subprocess.run(
            [name, "-b", source, *rest],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=SECONDS,
        )  # fmt: skip


@contextmanager
def unit_in(folder: Path) -> Iterator[Unit]:
    """Yield a unit that is not started yet; whatever of it runs at the end is killed."""
    with (
        socket.create_server(("127.0.0.1", 0)) as listening,
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notified,
    ):
        notified.bind(str(folder / "notify"))
        made = Unit(folder, listening, notified)
        try:
            yield made
        finally:
            for each in made.running:
                each.kill()
                each.wait()
