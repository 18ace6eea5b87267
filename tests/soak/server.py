"""The server as a process of its own: started, asked what it holds, stopped."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from tests.emulator import PATIENCE
from tests.soak.held import ANSWER, Held
from tui_home.sources.packaged import packaged_content

HERE = "127.0.0.1"
HOMEPAGES = ("wanru", "another")
"""The user names that lead to them; the first is visited, the second found in the Directory."""
_ROOT = Path(__file__).parents[2]
_LISTENING = re.compile(rb"Listening on .*:(\d+)")


class Server:
    """One that is running."""

    def __init__(self, process: Process, port: int, log: Path) -> None:
        self.port = port
        self._process = process
        self._log = log

    async def held(self) -> Held:
        """Return what it holds now."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(b"?\n")
        async with asyncio.timeout(PATIENCE):
            while line := await self._process.stdout.readline():
                if line.startswith(ANSWER.encode()):
                    return Held(**json.loads(line.removeprefix(ANSWER.encode())))
        message = f"the server has ended:\n{self.log[-2000:]}"
        raise AssertionError(message)

    async def held_when(self, holds: Callable[[Held], bool]) -> Held:
        """Return what it holds as soon as that `holds`, or after a while."""
        held = await self.held()
        try:
            async with asyncio.timeout(PATIENCE):
                while not holds(held):
                    await asyncio.sleep(0.2)
                    held = await self.held()
        except TimeoutError:
            pass
        return held

    @property
    def log(self) -> str:
        """What its journal says."""
        return self._log.read_text(errors="replace")

    async def stop(self) -> int:
        """Stop it as a system does; return its exit status."""
        self._process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            return await self._process.wait()


@asynccontextmanager
async def serving(folder: Path) -> AsyncIterator[Server]:
    """Start a server of two homepages on a free port of the loopback; `folder` is for its key and its log."""
    sites = (f"--site={name}={packaged_content()}" for name in HOMEPAGES)
    options = ("--host", HERE, "--port", "0", "--host-key", str(folder / "key"), *sites)
    command = (sys.executable, "-m", "tests.soak.served", "serve", "ssh", *options)
    log = folder / "log"
    with log.open("wb") as file:
        environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=file, env=environment, cwd=folder
        )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(PATIENCE):
            while not (found := _LISTENING.match(line := await process.stdout.readline())):
                assert line, log.read_text()
        yield Server(process, int(found[1]), log)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
