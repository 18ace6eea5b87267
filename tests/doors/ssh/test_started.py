"""The whole program as systemd starts it, and the real OpenSSH client."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.packaging.conftest import visitor_environment

pytestmark = pytest.mark.skipif(
    not (shutil.which("ssh") and sys.platform == "linux"), reason="needs Linux and an OpenSSH client"
)

ROOT = Path(__file__).resolve().parents[3]
SECONDS = 30
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

    @property
    def port(self) -> int:
        port: int = self.listening.getsockname()[1]
        return port

    def start(self, *words: str, site: Path = ROOT / "content") -> subprocess.Popen[bytes]:
        handed = os.dup(self.listening.fileno())
        environment = visitor_environment(self.folder) | {
            "PYTHONPATH": str(ROOT),
            "STATE_DIRECTORY": str(self.folder / "state"),
            "NOTIFY_SOCKET": str(self.folder / "notify"),
            "LISTEN_FDS": "1",
        }
        options = ("serve", "ssh", "--site", str(site), *words)
        with (self.folder / "log").open("ab") as log:
            started = subprocess.Popen(
                [sys.executable, "-c", LAUNCH, str(handed), *options],
                env=environment, pass_fds=(handed,), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        os.close(handed)
        self.running.append(started)
        return started

    def heard(self) -> str:
        """Return what systemd is told next."""
        return self.notified.recv(4096).decode()

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text()

    def ssh(self, *words: str) -> list[str]:
        """Return the command of a visitor who knows the server's key from their first visit on."""
        known = ("-o", "StrictHostKeyChecking=accept-new", "-o", f"UserKnownHostsFile={self.folder / 'known'}")
        return ["ssh", "-F", "none", *known, "-o", "LogLevel=ERROR", "-p", str(self.port), "127.0.0.1", *words]

    def ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.ssh(*words), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=SECONDS
        )


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    with (
        socket.create_server(("127.0.0.1", 0)) as listening,
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notified,
    ):
        notified.bind(str(tmp_path / "notify"))
        notified.settimeout(SECONDS)
        made = Unit(tmp_path, listening, notified)
        yield made
        for each in made.running:
            each.kill()
            each.wait()


def test_it_says_when_it_is_ready_serves_and_leaves_in_order(unit: Unit) -> None:
    started = unit.start("--log-address", "full")
    assert unit.heard().startswith("READY=1\nSTATUS=Serving ssh ")
    papers = unit.ask("papers", "--width", "60")
    assert (papers.returncode, papers.stderr) == (0, "")
    assert "Papers" in papers.stdout
    assert unit.ask("bib").stdout.startswith("@")
    refused = unit.ask("rm", "-rf", "/")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "read@" in refused.stderr
    started.send_signal(signal.SIGTERM)
    assert unit.heard().startswith("STOPPING=1\n")
    assert started.wait(SECONDS) == 0
    for told in ("SHA256:", "IN SSHFP 4 2 ", "For visitors    ssh -p", "event=visit-end visit=1 address=127.0.0.1 "):
        assert told in unit.log
    assert "rm" not in unit.log.split(), "nothing of what was asked"


def test_killed_and_started_again_it_has_the_same_key_and_has_refused_nobody(unit: Unit) -> None:
    first = unit.start()
    unit.heard()
    assert unit.ask("about").returncode == 0
    first.kill()
    first.wait()
    with subprocess.Popen(unit.ssh("about"), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as waiting:
        unit.start()
        unit.heard()
        assert b"About" in waiting.communicate(timeout=SECONDS)[0]
    assert waiting.returncode == 0, "the same key, or ssh would have refused"
    assert "new, keep a copy" in unit.log
    assert "as before" in unit.log


def test_whom_a_gate_refuses_stands_in_the_log_for_fail2ban(unit: Unit) -> None:
    (unit.folder / "denied").write_text("192.0.2.0/24\n")
    unit.start("--log-address", "full", "--rate-per-address", "1", "--deny", str(unit.folder / "denied"))
    unit.heard()
    assert unit.ask("about").returncode == 0
    for _ in range(3):
        assert unit.ask("about").returncode == 255
    refused = [line for line in unit.log.splitlines() if "event=refused" in line]
    assert len(refused) == 1, "the others are only counted"
    assert refused[0].endswith(" level=warning event=refused gate=rate address=127.0.0.1 times=1")


def test_without_a_site_it_leaves_with_3_and_no_traceback(unit: Unit) -> None:
    (unit.folder / "empty").mkdir()
    started = unit.start(site=unit.folder / "empty")
    assert started.wait(SECONDS) == 3
    assert unit.log.startswith("tui-home: No site in ")
    assert unit.log.count("\n") == 1
