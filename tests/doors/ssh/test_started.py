"""The whole program as systemd starts it, and the real OpenSSH client."""

from __future__ import annotations

import asyncio
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import asyncssh
import pytest

if sys.platform != "linux" or not shutil.which("ssh"):
    pytest.skip("needs Linux and an OpenSSH client", allow_module_level=True)

from tests.doors.ssh.started import CONTENT, ROOT, SECONDS, Unit, unit_in
from tests.emulator import Emulator


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    with unit_in(tmp_path) as made:
        yield made


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


async def connected(port: int, source: str = "127.0.0.1") -> asyncssh.SSHClientConnection:
    return await asyncssh.connect(
        "127.0.0.1", port, username="x", known_hosts=None, config=[], client_keys=None, agent_path=None,
        local_addr=(source, 0),
    )  # fmt: skip


async def test_a_restart_lets_readers_read_on_sees_idle_ones_out_and_refuses_nobody(unit: Unit) -> None:
    first = unit.start("--rate-per-address", "1000", "--max-per-address", "100", more={"WATCHDOG_USEC": "200000"})
    assert unit.heard().startswith("READY=1\n")
    assert unit.notified.recv(4096) == b"WATCHDOG=1"
    idle = await connected(unit.port)
    assert (await idle.run("contact")).exit_status == 0
    arriving = await connected(unit.port)
    with Emulator(unit.folder, 100, 30) as reader:
        reader.run(*unit.ssh())
        reader.wait_for("About", "? help")
        first.send_signal(signal.SIGTERM)
        # Some of them come just before, some just after it has stopped to accept.
        crowd = [asyncio.create_task(visited(unit.port)) for _ in range(30)]
        told = await asyncio.to_thread(unit.heard)
        assert told.startswith("STOPPING=1\n")
        await asyncio.wait_for(idle.wait_closed(), SECONDS)
        assert (await arriving.run("contact")).exit_status == 0, "whoever had come gets what they came for"
        arriving.close()
        reader.send("3")
        reader.wait_for("ICLR")
        assert first.poll() is None, "it waits for its reader"
        reader.send("q")
        assert reader.wait_for_exit() == 0
        assert not reader.on_alternate_screen
    assert await asyncio.to_thread(first.wait, SECONDS) == 0
    unit.start("--rate-per-address", "1000", "--max-per-address", "100")
    assert await asyncio.gather(*crowd) == [0] * 30
    assert "end=left" in unit.log


async def visited(port: int) -> int | None:
    connection = await connected(port)
    async with connection:
        done = await asyncio.wait_for(connection.run("contact"), SECONDS)
    return done.exit_status


def test_alone_it_refuses_new_ones_while_it_drains_and_the_second_signal_ends_it_at_once(unit: Unit) -> None:
    server = unit.start_alone("--metrics", "127.0.0.1:0")
    metrics = int(re.findall(r'said="?metrics: 127\.0\.0\.1:([0-9]+)', unit.log)[0])
    assert health(metrics) == (200, "ok\n")
    with Emulator(unit.folder, 100, 30) as reader:
        reader.run(*unit.ssh())
        reader.wait_for("About", "? help")
        server.send_signal(signal.SIGTERM)
        assert unit.heard().startswith("STOPPING=1\n")
        unit.wait_for(lambda: health(metrics) == (503, "draining\n"), "health is bad")
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", unit.port)).close()
        assert server.poll() is None
        server.send_signal(signal.SIGTERM)
        assert server.wait(SECONDS) == 0
        assert reader.wait_for_exit() == 0
        reader.wait_for("To come back: ssh")
        assert [reader.on_alternate_screen, reader.echoes] == [False, True]
    assert "end=drained" in unit.log
    assert "Traceback" not in unit.log


def health(port: int) -> tuple[int, str]:
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    asked.request("GET", "/healthz")
    answer = asked.getresponse()
    return answer.status, answer.read().decode()


def without(folder: Path, *packages: str) -> Path:
    """Return a folder with all installed packages but some."""
    folder.mkdir()
    for each in Path(sysconfig.get_path("purelib")).iterdir():
        if not each.name.startswith(packages):
            (folder / each.name).symlink_to(each)
    return folder


def test_what_keeps_it_from_starting_is_one_clear_line(unit: Unit) -> None:
    port = str(unit.port)
    free = ("--host", "127.0.0.1", "--port", "0")
    key = unit.folder / "key"
    key.write_text("a key")
    # Whoever is root reads everything.
    key.chmod(0o644 if not os.geteuid() else 0)
    unreadable = (
        "others may read the host key" if not os.geteuid() else f"the host key {key} cannot be read: permission"
    )
    starts = {
        ("--host", "127.0.0.1", "--port", port): f"port {port} is taken by another program; choose another with --port",
        (
            *free,
            "--metrics",
            f"127.0.0.1:{port}",
        ): f"port {port} is taken by another program; choose another with --metr",
        (*free, "--host-key", str(key)): unreadable,
        (*free, "--max-connections", "5000"): "5000 connections need ",
        (*free, "--deny", "nowhere"): "--deny nowhere cannot be read; without it everybody would be let in",
        (*free, "--site", str(unit.folder / "state")): "No site at ",
        free: "SSH needs asyncssh, which is not installed here: pip install 'tui-home[ssh]'",
        (*free, "--metrics", "[::1]:9"): "--metrics needs prometheus-client, which is not installed here: pip install",
    }
    bare = {"SSH needs": "asyncssh", "--metrics needs": "prometheus_client"}
    running = []
    for words, told in starts.items():
        missing = next((bare[start] for start in bare if told.startswith(start)), "")
        packages = [str(without(unit.folder / missing, missing))] if missing else []
        environment = unit.environment({"PYTHONPATH": os.pathsep.join([str(ROOT), *packages])})
        python = (sys.executable, *(["-S"] if missing else []), "-m", "tui_home", "serve", "ssh")
        site = () if "--site" in words else ("--site", str(CONTENT))
        command = ("sh", "-c", 'ulimit -n 600; exec "$@"', "sh", *python, *site, *words)
        pipe = subprocess.PIPE
        running.append(subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True, cwd=ROOT))
    for process, told in zip(running, starts.values(), strict=True):
        out, error = process.communicate(timeout=SECONDS)
        assert error.startswith(f"tui-home: {told}")
        assert (error.count("\n"), out) == (1, "")
        assert process.returncode == (3 if told.startswith("No site") else 1)


def test_without_a_site_it_leaves_with_3_and_no_traceback(unit: Unit) -> None:
    (unit.folder / "empty").mkdir()
    started = unit.start(site=unit.folder / "empty")
    assert started.wait(SECONDS) == 3
    assert unit.log.startswith("tui-home: No site in ")
    assert unit.log.count("\n") == 1
