"""A server of ours in a thread of the test's own process, on a free port of the loopback; and two kinds of clients."""

from __future__ import annotations

import asyncio
import io
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from typing import Any, TypeVar

import asyncssh

from tests.emulator import PATIENCE, Emulator
from tui_home.doors.ssh.fair import FairLoop
from tui_home.doors.ssh.homepages.homepage import Homepage
from tui_home.doors.ssh.homepages.houses import ANY, Houses
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.server import Server
from tui_home.doors.ssh.starting.settings import ServeSettings
from tui_home.doors.ssh.starting.sockets import open_sockets
from tui_home.doors.ssh.telling.journal import Journal, Style
from tui_home.sources.opening import open_site
from tui_home.sources.packaged import packaged_content

T = TypeVar("T")


class Serving:
    """A server that is running."""

    def __init__(
        self,
        server: Server,
        homepages: Mapping[str, Homepage],
        loop: asyncio.AbstractEventLoop,
        log: io.StringIO,
    ) -> None:
        self.server = server
        self.homepages = homepages
        """By their user names."""
        self.port = server.settings.addresses[0][1]
        self._loop = loop
        self._log = log

    @property
    def homepage(self) -> Homepage:
        """The only one."""
        [homepage] = self.homepages.values()
        return homepage

    @property
    def log(self) -> str:
        """What the journal says."""
        return self._log.getvalue()

    def do(self, what: Callable[[], T]) -> T:
        """Return what `what` gives on the server's loop."""

        async def done() -> T:
            return what()

        return asyncio.run_coroutine_threadsafe(done(), self._loop).result(PATIENCE)

    def wait_until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for something that is so on the server's loop."""

        async def look() -> None:
            async with asyncio.timeout(PATIENCE):
                while not condition():  # noqa: ASYNC110 - whatever it is
                    await asyncio.sleep(0.005)

        try:
            asyncio.run_coroutine_threadsafe(look(), self._loop).result(PATIENCE + 5)
        except TimeoutError as error:
            message = f"{what}: not within {PATIENCE:.0f} s\n{self.log}"
            raise AssertionError(message) from error

    def wait_until_left(self) -> None:
        """Wait until nobody is there, and the journal has told of all visits: if the line is lost, that is later."""
        visits = self.server.tunnel.gates.visits
        self.wait_until(lambda: not (len(self.server.present) or visits.present), "everybody has left")

    def ssh(self, *words: str, user: str = "somebody") -> tuple[str, ...]:
        """Return the command of OpenSSH's client; `words` may begin with options (with their values attached)."""
        options = list(takewhile(lambda word: word.startswith("-"), words))
        quiet = ("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR", "ControlPath=none")
        settings = [part for each in quiet for part in ("-o", each)]
        rest = words[len(options) :]
        return ("ssh", "-F", "/dev/null", *settings, "-p", str(self.port), *options, f"{user}@127.0.0.1", *rest)

    def asked(self, *words: str, user: str = "somebody", input: str = "") -> subprocess.CompletedProcess[str]:  # noqa: A002
        """Return what OpenSSH's client got without a terminal."""
        command = self.ssh(*words, user=user)
        return subprocess.run(command, input=input, capture_output=True, text=True, timeout=PATIENCE, check=False)

    @contextmanager
    def visitor(self, home: Path, *words: str, user: str = "somebody", **terminal: Any) -> Iterator[Emulator]:  # noqa: ANN401
        """Yield a terminal in which OpenSSH's client runs."""
        with Emulator(home, **terminal) as emulator:
            emulator.run(*self.ssh(*words, user=user))
            yield emulator

    async def connected(self, user: str = "somebody") -> asyncssh.SSHClientConnection:
        """Return asyncssh's client, connected."""
        return await asyncssh.connect(
            "127.0.0.1", self.port, username=user, known_hosts=None, config=[], client_keys=None, agent_path=None
        )


@contextmanager
def serving(
    limits: Mapping[str, float] | None = None,
    site: Path | None = None,
    houses: Mapping[str, Path] | None = None,
    *,
    metrics: bool = False,
) -> Iterator[Serving]:
    """Serve a homepage (by default the packaged one), or `houses` by their names, until the test is over."""
    many = {
        "max_per_address": 1000, "rate_per_address": 100_000, "max_logged_visits": 100_000,
        "drain_time": 1, "close_time": 2, "max_spares": 0,
    }  # fmt: skip
    bounds = Limits(**{**many, **(limits or {})})  # type: ignore[arg-type]
    log = io.StringIO()
    loop = FairLoop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    folders = houses or {ANY: site or packaged_content()}
    homepages = {name: Homepage(open_site(folder)) for name, folder in folders.items()}
    settings = ServeSettings(
        houses=(),
        sockets=tuple(open_sockets("127.0.0.1", 0)),
        key=asyncssh.generate_private_key("ssh-ed25519"),
        key_place=Path("key"),
        limits=bounds,
        journal=Journal(loop.time, Style(limits=bounds), log),
        metrics=tuple(open_sockets("127.0.0.1", 0)) if metrics else (),
    )
    thread.start()
    server = asyncio.run_coroutine_threadsafe(_begun(settings, homepages), loop).result(PATIENCE)
    try:
        with settings.journal.instead_of_logging():
            yield Serving(server, homepages, loop, log)
            asyncio.run_coroutine_threadsafe(_ended(server), loop).result(PATIENCE)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _begun(settings: ServeSettings, homepages: Mapping[str, Homepage]) -> Server:
    server = Server(settings, Houses.of(homepages))
    await server.start("homepage.example")
    return server


async def _ended(server: Server) -> None:
    server.stop()
    server.stop()
    await server.drain()
    rest = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
    await asyncio.get_running_loop().shutdown_default_executor()
