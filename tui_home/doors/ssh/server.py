"""The server: opens the homepages, listens, serves, and sees its visitors out."""

from __future__ import annotations

import asyncio
import signal
import socket
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

import asyncssh

from tui_home.doors.pipe import say
from tui_home.doors.ssh.algorithms import options
from tui_home.doors.ssh.asking.requests import Answers
from tui_home.doors.ssh.calling import Calling
from tui_home.doors.ssh.connection import Connection, Present
from tui_home.doors.ssh.denied import DenyFile
from tui_home.doors.ssh.garbage import Garbage
from tui_home.doors.ssh.homepages.houses import Houses
from tui_home.doors.ssh.homepages.opening import opened
from tui_home.doors.ssh.homepages.reloading import Reloading
from tui_home.doors.ssh.listener import Tunnel
from tui_home.doors.ssh.screen.studio import Studio
from tui_home.doors.ssh.service import Service
from tui_home.doors.ssh.starting.activation import keep_alive
from tui_home.doors.ssh.starting.announce import Facts, advertised, announcement
from tui_home.doors.ssh.telling.journal import End
from tui_home.doors.ssh.telling.measuring import Measuring, homepages
from tui_home.verbs.outcome import Outcome

if TYPE_CHECKING:
    from tui_home.doors.ssh.starting.settings import ServeSettings

_SIGNALS = ("SIGTERM", "SIGINT")
_RELOAD = "SIGHUP"
_ACCEPTED = 0.02
"""Seconds in which the loop lets in whom it has accepted."""
_AT_ONCE = 1.0
"""Seconds for terminals to be put in order when everything has to end at once."""
_ARRIVING = 3.0
"""Seconds that whoever is logging in has for asking for something, when the server stops."""
DONE = 0


async def serve(settings: ServeSettings) -> int:
    """Serve until told to stop (SIGTERM, SIGINT); return the exit code.

    Raises:
        NoSiteError: There is no site.
    """
    with settings.journal.instead_of_logging():
        async with opened(settings) as upkeep:
            site = upkeep.houses.only
            server = Server(settings, upkeep.houses, upkeep.reload)
            # The start is over (see cli.main).
            async with Garbage(lambda: server.tunnel.gates.visits.present).kept_low():
                return await server.run(site.title if site else "", site.host if site else "")


class Server:
    """One server.

    Args:
        settings: What it was told.
        houses: The homepages.
        reload: Reads them again.
        clock: Seconds, steady.
    """

    def __init__(
        self,
        settings: ServeSettings,
        houses: Houses,
        reload: Callable[[], Awaitable[None]] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.settings = settings
        self.present = Present()
        limits = settings.limits
        self._denied = DenyFile(settings.deny) if settings.deny else None
        self.tunnel = Tunnel(
            settings.sockets,
            limits,
            trusted=settings.trusted,
            denied=self._denied,
            tell=settings.journal.recurring,
            refused=settings.journal.refused,
            clock=clock,
        )
        self._measuring = Measuring(settings, self.tunnel, lambda: homepages(houses))
        answers = Answers(limits)
        studio = Studio(limits.max_spares, settings.journal.crashed)
        for forget in (answers.forget, studio.forget):
            houses.outdated.add(forget)
        self.service = Service(
            houses, limits, answers, clock, settings.journal, lambda: self.calling, count(1).__next__,
            self._measuring.measures, studio=studio,
        )  # fmt: skip
        self.calling = Calling()
        self._reloading = Reloading(reload, settings.notifier, self._status) if reload else None
        self._stopping = asyncio.Event()
        self._stopping_now = asyncio.Event()
        self._acceptor: asyncssh.SSHAcceptor | None = None

    async def run(self, title: str, host: str) -> int:
        """Serve until told to stop.

        Args:
            title: Whose homepage it is; empty for several.
            host: The name that the site's owner gives; empty for none.
        """
        # Before anybody is told that it serves: whoever stops it then is heeded.
        self._heed_signals()
        await self.start(host)
        settings = self.settings
        key = settings.key.public_data
        facts = Facts(self.calling, settings.addresses, key, str(settings.key_place), settings.key_made, title)
        say(Outcome(announcement(facts)))
        settings.notifier.ready(self._status())
        tasks = [asyncio.create_task(settings.journal.keep_up())]
        if settings.watchdog:
            tasks.append(asyncio.create_task(keep_alive(settings.notifier, settings.watchdog)))
        try:
            await self._stopping.wait()
            await self.drain()
        finally:
            for task in tasks:
                task.cancel()
            settings.journal.finish()
        return DONE

    async def start(self, host: str = "") -> None:
        """Listen."""
        settings = self.settings
        public = settings.public
        if public:
            self.calling = Calling(public.host, public.port)
        else:
            self.calling = advertised(host, settings.addresses, socket.gethostname())
        if self._denied:
            for line in await asyncio.to_thread(self._denied.refresh):
                settings.journal.note(line, "warning")
        self._acceptor = await asyncssh.listen(
            tunnel=self.tunnel,
            server_factory=lambda: Connection(self.service, self.present),
            server_host_keys=[settings.key],
            **options(settings.limits),
        )
        await self._measuring.begin()
        self.service.studio.begin(self.service)

    def stop(self) -> None:
        """See the visitors out; the second time at once."""
        (self._stopping_now if self._stopping.is_set() else self._stopping).set()

    async def drain(self) -> None:
        """Let nobody in any more, and wait for those who are there; after a while they are seen out."""
        settings, limits = self.settings, self.settings.limits
        settings.notifier.stopping("Seeing visitors out")
        self.tunnel.pause()
        self.service.studio.end()
        # Those who have been accepted already are on their way through the gates.
        await asyncio.sleep(_ACCEPTED)
        self.tunnel.gates.draining = True
        if self._acceptor:
            self._acceptor.close()
        self.present.dismiss_idle(arriving=False)
        await self._gone(min(_ARRIVING, limits.drain_time))
        for _ in range(int(limits.drain_time - _ARRIVING)):
            self.present.dismiss_idle()
            await self._gone(1)
        self.present.end(End.DRAINED)
        # They have to take what puts their terminals in order; not for ever.
        await self._gone(min(limits.close_time, limits.drain_time))
        if self._stopping_now.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self.present.empty.wait(), _AT_ONCE)
        self.tunnel.end_all()
        self._measuring.end()

    def _status(self) -> str:
        return f"Serving {self.calling.command()}"

    async def _gone(self, seconds: float) -> None:
        """Wait until nobody is there, or it is to end at once."""
        waits = [asyncio.create_task(event.wait()) for event in (self.present.empty, self._stopping_now)]
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for each_wait in waits:
            each_wait.cancel()

    def _heed_signals(self) -> None:
        loop = asyncio.get_running_loop()
        # Windows knows no signals here.
        with suppress(NotImplementedError):
            for name in _SIGNALS:
                loop.add_signal_handler(getattr(signal, name), self.stop)
            # Without a handler it would end the process.
            loop.add_signal_handler(getattr(signal, _RELOAD), self._reloading.ask if self._reloading else lambda: None)
