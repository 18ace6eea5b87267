"""A visitor who reads, seen from both sides: what their terminal shows, and what the server has for them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pyte

from tests.doors.ssh.screen.cells import cells, seen
from tests.doors.ssh.serving import Serving
from tests.doors.ssh.terminal import Terminal
from tests.doors.ssh.visiting import visiting
from tui_home.doors.ssh.screen.visit import ScreenVisit
from tui_home.tui.app import HomepageApp

if TYPE_CHECKING:
    import asyncssh


NOTHING = b"\x1b[24~"
"""F12: a key that does nothing here, but wake."""


class Visitor:
    """One who visits, seen from both sides."""

    def __init__(
        self, server: Serving, channel: asyncssh.SSHClientChannel[bytes], terminal: Terminal, size: tuple[int, int]
    ) -> None:
        self.server, self.channel, self.terminal = server, channel, terminal
        self.screen = pyte.Screen(*size)
        self.written = self.said = b""
        """What was written last; before that, all of it."""
        self.visit: ScreenVisit
        self._stream = pyte.ByteStream(self.screen)

    @property
    def app(self) -> HomepageApp:
        """Theirs; there must be one."""
        assert self.visit.phase.app is not None
        return self.visit.phase.app

    async def hear(self) -> bytes:
        """Take what was written; return what of it changes cells."""
        sent = self.server.do(lambda: self.visit.who.line.sent)
        while self.terminal.received < sent:  # noqa: ASYNC110 - whatever comes
            await asyncio.sleep(0.002)
        self.said, self.terminal.written = self.terminal.written, b""
        self.written += self.said
        self._stream.feed(shown := seen(self.said))
        return shown

    async def begin(self, visits: list[ScreenVisit]) -> None:
        """See the first screen."""
        self.terminal.written = await self.terminal.until(b"leave")
        self.visit = visits.pop()
        self.server.wait_until(lambda: not self.server.server.service.studio.under_way, "all is drawn")
        await asyncio.sleep(0.05)
        await self.hear()

    async def press(self, keys: bytes) -> bytes:
        """Press keys and wait until all is done; return what changes cells."""
        self.channel.write(keys)
        return await self.woken()

    async def woken(self) -> bytes:
        """Wait until there is an app, and nothing is being done; return what changes cells."""
        await asyncio.sleep(0.01)
        self.server.wait_until(self._is_still, "nothing is being done")
        return await self.hear()

    def _is_still(self) -> bool:
        app = self.visit.phase.app
        if app is None or not app.is_painted or app.turns.busy or any(not each.is_finished for each in app.workers):
            return False
        screen = app.screen
        owes = screen._dirty_widgets or screen._layout_required or screen._scroll_required
        pumps = (app, *screen.walk_children(with_self=True))
        return not owes and not any(pump.message_queue_size for pump in pumps)

    async def rest(self) -> None:
        """Let the time pass after which they rest; nothing is written for that."""
        self.server.do(self.visit.rest)
        assert self.visit.phase.app is None, "they rest"
        places = self.server.server.tunnel.gates.apps
        self.server.wait_until(lambda: not places.present, "their place is free")
        assert not await self.hear()

    def state(self) -> tuple[object, ...]:
        """Return what is to be seen, and where the cursor is."""
        return cells(self.screen), (self.screen.cursor.x, self.screen.cursor.y)

    def place(self) -> tuple[int | None, int]:
        """Return where they rest: the number of what the cursor is on, and the first row that is seen."""
        assert self.visit.phase.resting is not None
        sight = self.visit.phase.resting.place.sight
        return sight.cursor, sight.scroll

    def text(self) -> str:
        """Return what is to be read."""
        return "\n".join(self.screen.display)

    async def painted(self) -> tuple[object, ...]:
        """Return what their app paints when it paints all."""
        self.screen.erase_in_display(2)
        self.server.do(self.app.opening.repaint)
        await self.hear()
        return self.state()


@asynccontextmanager
async def reading(
    server: Serving, visits: list[ScreenVisit], size: tuple[int, int] = (80, 24), **env: str
) -> AsyncIterator[Visitor]:
    """Yield a visitor who looks."""
    async with visiting(server, "xterm-256color", size, 2 << 20, **env) as (channel, terminal):
        visitor = Visitor(server, channel, terminal, size)
        await visitor.begin(visits)
        yield visitor
