"""Hazard 4: whatever a visitor does, no program is run, no file written and nobody called on the server.

Python itself tells (PEP 578) of all that the server does, which is a process of its own.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncssh
import pytest

if sys.platform == "win32":
    pytest.skip("terminals", allow_module_level=True)

from tests.doors.ssh.started import CONTENT, ROOT
from tests.doors.ssh.terminal import Terminal
from tests.emulator import PATIENCE
from tests.packaging.conftest import visitor_environment

WATCHED = r"""
import os, sys

DOES = {"os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "pty.spawn", "os.putenv",
        "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
        "os.utime", "os.kill", "socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyaddr",
        "ctypes.dlopen", "exec.compile"}
PREFIXES = ("subprocess.", "webbrowser.", "shutil.", "tempfile.", "http.client.", "urllib.", "smtplib.", "ftplib.")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC

def heed(event, arguments):
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES
    if writes or event in DOES or event.startswith(PREFIXES):
        os.write(2, f"AUDIT {event} {arguments[:1]!r}\n".encode())

sys.addaudithook(heed)
from tui_home.cli import main
sys.exit(main())
"""
ESC = b"\x1b[27u"
CHARACTERS = b"".join(bytes((code,)) for code in range(32, 127) if chr(code) not in "qQ:")
CONTROLS = b"".join(bytes((code,)) for code in range(1, 32) if code not in (3, 13, 16, 17, 27))
"""Not ctrl+c and ctrl+q, which lead out; nor enter and what opens the palette: they have their own turns."""


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Run a server, and yield what it says."""
    said = tmp_path / "log"
    environment = visitor_environment(tmp_path) | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = (sys.executable, "-c", WATCHED, "serve", "ssh", "--host", "127.0.0.1", "--port", "0")
    with said.open("wb") as file:
        server = subprocess.Popen(
            (*command, "--site", str(CONTENT)), env=environment, stdin=subprocess.DEVNULL, stdout=file, stderr=file
        )
    try:
        yield said
    finally:
        server.kill()
        server.wait()


def said(log: Path) -> str:
    return log.read_text()


async def until(log: Path, pattern: str) -> re.Match[str]:
    async with asyncio.timeout(PATIENCE):
        while not (found := re.search(pattern, said(log))):  # noqa: ASYNC110 - a file tells nobody
            await asyncio.sleep(0.02)
    return found


class Visit:
    """One who presses everything."""

    def __init__(self, channel: asyncssh.SSHClientChannel[bytes], terminal: Terminal) -> None:
        self.channel, self.terminal = channel, terminal

    async def press(self, *keys: bytes) -> None:
        """Press keys, and wait until all is done; none of them leads out."""
        self.channel.write(b"".join(keys) + ESC * 3)
        for section, name in ((b"2", b": News\x1b\\"), (b"1", b": About\x1b\\")):
            self.channel.write(section)
            await self.terminal.until(name)


@asynccontextmanager
async def visiting(port: int) -> AsyncIterator[Visit]:
    terminal = Terminal()
    async with await asyncssh.connect(
        "127.0.0.1", port, username="any", known_hosts=None, config=[], client_keys=None, agent_path=None
    ) as connection:
        channel, _ = await connection.create_session(
            lambda: terminal, term_type="xterm-256color", term_size=(80, 24), encoding=None
        )
        await terminal.until(b"leave")
        yield Visit(channel, terminal)


async def test_nothing_is_run_opened_or_written_for_a_visitor(log: Path) -> None:
    port = int((await until(log, r"ssh -p (\d+) ")).group(1))
    async with visiting(port) as visit:
        # Whatever is needed for the first visit is read, by programs of our own.
        visit.channel.write(b"q")
        await visit.terminal.end()
    await until(log, r"event=visit-end visit=1 ")
    before = len(said(log))
    assert "AUDIT open" in said(log), "it is told of: the key of the server was written"
    async with visiting(port) as visit:
        for at in range(0, len(CHARACTERS), 20):
            await visit.press(CHARACTERS[at : at + 20])
        await visit.press(CONTROLS)
        for section in (b"1", b"2", b"3", b"4"):
            await visit.press(section, b"\to\ty\t\r" * 6)
        for word in (b"screenshot", b"save", b"open", b"copy", b"theme"):
            await visit.press(b"\x10", word, b"\r")
        visit.channel.write(b"q")
        await visit.terminal.end()
        assert visit.channel.get_exit_status() == 0
    assert "AUDIT" not in said(log)[before:]
    assert "event=crash" not in said(log)
