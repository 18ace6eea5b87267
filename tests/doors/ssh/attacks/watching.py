"""What waits in the server while it is attacked, looked at all the while on its own loop."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.doors.ssh.serving import Serving
from tui_home.doors.ssh.screen.visit import ScreenVisit

_EVERY = 0.002
"""Seconds."""


@dataclass(slots=True)
class Most:
    """The most there has been at any moment, of any one connection or visit."""

    untaken: int = 0
    """Bytes."""
    parsed: int = 0
    """Bytes that asyncssh holds of what came in."""
    events: int = 0
    """Keys and clicks that wait."""
    held: int = 0
    """Characters of something unfinished."""
    cells: int = 0
    """Of a screen."""

    def look(self, server: Serving) -> None:
        """See how it is now."""
        for connection in server.server.present._connections:
            inner = connection._connection
            if inner is not None:
                self.untaken = max(self.untaken, connection.wire.untaken)
                self.parsed = max(self.parsed, len(inner._inpbuf))
            for session in connection._sessions:
                if isinstance(session._guest, ScreenVisit):
                    self._look_at(session._guest)

    def busy(self, server: Serving) -> bool:
        """Tell whether any visit has still something to do."""
        guests = [
            session._guest for connection in server.server.present._connections for session in connection._sessions
        ]
        visits = [guest for guest in guests if isinstance(guest, ScreenVisit)]
        apps = [visit.phase.app for visit in visits if visit.phase.app]
        return any(visit.typed.waiting for visit in visits) or any(
            app.turns.busy or app.message_queue_size for app in apps
        )

    def _look_at(self, visit: ScreenVisit) -> None:
        terminal, app, size = visit.terminal, visit.phase.app, visit.phase.looking.size
        self.events = max(self.events, len(terminal._early or b""), visit.typed.waiting)
        self.held = max(self.held, terminal.dialogue._input.size)
        self.cells = max(self.cells, size.columns * size.rows)
        if app is not None:
            self.events = max(self.events, len(app.turns._waiting), app.message_queue_size)
            self.cells = max(self.cells, app.size.width * app.size.height)


@contextmanager
def watched(server: Serving) -> Iterator[Most]:
    """Look all the while."""
    most = Most()

    async def watch() -> None:
        while True:
            most.look(server)
            await asyncio.sleep(_EVERY)

    watching = asyncio.run_coroutine_threadsafe(watch(), server._loop)
    try:
        yield most
    finally:
        watching.cancel()
