"""Draws ready screens: by an app of which no terminal sees anything. It ends when it has painted once."""

from __future__ import annotations

import asyncio
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from textual.driver import Driver

from tui_home.doors.ssh.screen.codes import MODERN
from tui_home.doors.ssh.screen.dismantling import dismantle
from tui_home.doors.ssh.screen.ready import ReadyScreen
from tui_home.doors.ssh.screen.running import run
from tui_home.doors.ssh.screen.studio import Ordered
from tui_home.doors.ssh.service import contained
from tui_home.doors.ssh.share import own_context, share_in
from tui_home.doors.ssh.telling.visitors import nobody
from tui_home.tui.window import window_name

if TYPE_CHECKING:
    from textual.app import App

    from tui_home.doors.ssh.screen.first import First
    from tui_home.doors.ssh.screen.ready import Kind
    from tui_home.doors.ssh.screen.studio import Drawn, Studio
    from tui_home.doors.ssh.service import Service
    from tui_home.terminal.capabilities import Capabilities


class Nowhere(Driver):
    """Connects an app with no terminal."""

    def write(self, data: str) -> None:
        """Write to nobody."""

    def start_application_mode(self) -> None:
        """Take nobody's terminal."""

    def disable_input(self) -> None:
        """Heed nobody."""

    def stop_application_mode(self) -> None:
        """Give nothing back."""


class Easel(Nowhere):
    """Keeps what an app paints.

    Args:
        app: Whose.
        painted: Where it is kept.
        debug, mouse, size: Textual's.
    """

    def __init__(
        self,
        app: App[None],
        *,
        painted: list[str],
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._painted = painted

    def write(self, data: str) -> None:
        """Keep it, but for the mouse pointer's shape and the like."""
        if not data.startswith(MODERN):
            self._painted.append(data)


def order(service: Service, kind: Kind, first: First, able: Capabilities) -> asyncio.Task[Drawn]:
    """Have a screen drawn, as it is when its turn comes; whoever wants the same meanwhile gets the same task.

    Args:
        service: Whose screens are kept.
        kind: Of `first` on the terminal.
        first: What is shown.
        able: What the terminal can do.
    """
    studio = service.studio
    ordered = studio.under_way.get(kind)
    if ordered is None:
        studio.heed_order(first, kind.size, able)
        context = own_context(inf)
        work = _drawn_in_turn(studio, kind, first, able)
        task = asyncio.get_running_loop().create_task(work, context=context)
        ordered = studio.under_way[kind] = Ordered(task, share_in(context))
        task.add_done_callback(partial(_heed, service, kind))
    ordered.heed(share_in())
    return ordered.task


async def _drawn_in_turn(studio: Studio, kind: Kind, first: First, able: Capabilities) -> Drawn:
    async with studio.turn():
        # Meanwhile it may have been read again: it is kept, and shown, as what it is.
        kind = first.kind(kind.size, able)
        screen = await drawn(kind, first, able)
    studio.screens.keep(kind, screen)
    return kind, screen


async def drawn(kind: Kind, first: First, able: Capabilities) -> ReadyScreen:
    """Return a screen as it is now; arguments as above."""
    painted = list[str]()
    done = asyncio.Event()
    app = first.app(nobody(able), partial(Easel, painted=painted), done.set)  # type: ignore[arg-type]
    running = asyncio.ensure_future(contained(run(app, kind.size)))
    told = asyncio.ensure_future(done.wait())
    try:
        await asyncio.wait((running, told), return_when=asyncio.FIRST_COMPLETED)
        app.exit()
        await asyncio.wait((running,))
        if failure := app.failure or running.exception():
            raise failure
        if not painted:
            raise RuntimeError("a ready screen was not painted")
        window = window_name(app.reader.site.title, app.reader.section.title, kind.look)
        return ReadyScreen("".join(painted), window, app.seen)
    finally:
        told.cancel()
        if not running.cancel():
            dismantle(app)


def _heed(service: Service, kind: Kind, task: asyncio.Task[Drawn]) -> None:
    service.studio.under_way.pop(kind, None)
    error = None if task.cancelled() else task.exception()
    if error:
        service.journal.crashed(error)
