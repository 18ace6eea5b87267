"""A visit on the full screen: one app, the receipt after it, and the terminal given back whatever happens."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from tui_home.doors.ssh.dismantling import dismantle
from tui_home.doors.ssh.driver import VisitDriver
from tui_home.doors.ssh.environment import Size
from tui_home.doors.ssh.front import Outside
from tui_home.doors.ssh.journal import End
from tui_home.doors.ssh.pace import Pace
from tui_home.doors.ssh.parting import parting_words
from tui_home.doors.ssh.running import run
from tui_home.doors.ssh.service import Careful, Newcomer, Visited, contained
from tui_home.doors.ssh.timekeeper import Timekeeper
from tui_home.doors.ssh.visitors import remote_visitor
from tui_home.model.site import Site
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.input import Tokenizer
from tui_home.tui.app import HomepageApp
from tui_home.tui.lobby import Lobby

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver

FAILED = 1
_MOST_EARLY = 1024
"""Bytes typed before the app has begun."""
_PATIENCE = 5.0
"""Seconds in which an app that was told to end does so by itself."""


class ScreenVisit:
    """One visitor's full screen.

    Args:
        who: Who has come, and to which homepage.
        section: The id of the section to begin with; empty for the first.
    """

    def __init__(self, who: Newcomer, section: str = "") -> None:
        service = who.service
        self._who, self._line = who, who.line
        self._loop = asyncio.get_running_loop()
        self._size = who.told.size
        self._early = bytearray()
        self._careful = Careful(service.journal, lambda: self.end(End.CRASHED))
        self._time = Timekeeper(service.limits, service.clock, self._careful, self.end)
        self._over: End | None = None
        self._sizes: Pace[Size] = Pace(service.limits.max_layouts, self._lay_out)
        self._task: asyncio.Task[None] | None = None
        tokenizer = Tokenizer(service.limits.max_sequence, service.limits.max_paste)
        dialogue = Dialogue(who.told.environment(), tokenizer)
        self._visitor = remote_visitor(dialogue.capabilities, dialogue=dialogue)
        self._lobby = self._several()
        homepage = who.homepage
        self._app = HomepageApp(
            homepage.site if homepage else None,
            self._visitor,
            section=section,
            pages=homepage.pages if homepage else None,
            strips=homepage.strips if homepage else service.front.strips,
            painted=self._shown,
            driver=self._driver_class(),
            lobby=self._lobby,
            aside=service.aside.do,
        )

    def _several(self) -> Lobby | None:
        """Return the way between several homepages; None when there is one."""
        who, service = self._who, self._who.service
        if not service.houses.several:
            return None
        return Lobby(Outside(service.houses, service.front, service.calling()), who.name, who.notice)

    def _driver_class(self) -> type[Driver]:
        # Textual only calls it.
        return partial(  # type: ignore[return-value]
            VisitDriver,
            line=self._line,
            limits=self._who.service.limits,
            early=self._early,
            acted=self._time.acted,
            careful=self._careful,
        )

    # What comes in

    @property
    def _driver(self) -> VisitDriver | None:
        driver = self._app._driver
        return driver if isinstance(driver, VisitDriver) else None

    def receive(self, data: bytes) -> None:
        """Take what the visitor's terminal has sent."""
        if self._driver:
            self._driver.receive(data)
        else:
            self._early += data[: _MOST_EARLY - len(self._early)]

    def end_of_input(self) -> None:
        """Heed that no key will ever be pressed."""
        self.end(End.LEFT)

    def resize(self, size: Size) -> None:
        """Heed another size, in its time."""
        self._sizes.take(size)

    def _lay_out(self, size: Size) -> None:
        self._size = size
        with self._careful:
            if self._driver:
                self._driver.resize(size)

    def interrupt(self) -> None:
        """Heed a signal as ctrl+c."""
        self.receive(b"\x03")

    def _shown(self) -> None:
        self._who.service.measures.first_frame(self._time.passed)

    # The end

    def end(self, how: End) -> None:
        """End it; an app that does not heed that is cancelled."""
        if self._over is not None:
            return
        self._over = how
        if self._line.lost and self._driver:
            self._driver.incoming.settled.set()
        self._app.exit()
        if self._task is not None:
            self._loop.call_later(_PATIENCE, self._task.cancel)

    # All of it

    async def run(self) -> Visited:
        """Show the homepage until the visitor leaves, then the receipt."""
        leave = self._follow()
        self._time.watch()
        try:
            await self._run_app()
        finally:
            leave()
            self._sizes.end()
            self._time.end()
            self._app._driver = None
        end = End.CRASHED if self._app.failure else self._over or End.LEFT
        if self._app.failure:
            self._who.service.journal.crashed(self._app.failure)
        words = parting_words(end, self._who, self._visitor, self._app.reader.site, self._lobby)
        self._line.say(words)
        seen = self._app.seen
        dismantle(self._app)
        return Visited(end, FAILED if end is End.CRASHED else 0, seen)

    async def _run_app(self) -> None:
        self._task = self._loop.create_task(contained(run(self._app, self._size)))
        try:
            await asyncio.wait((self._task,))
        except asyncio.CancelledError:
            self._task.cancel()
            # It is counted until it is over.
            await asyncio.wait((self._task,), timeout=_PATIENCE)
            raise
        finally:
            driver = self._driver
            if driver:
                driver.stop_application_mode()
                await driver.incoming.settle()
                driver.close()
        if not self._task.cancelled():
            self._task.result()

    def _follow(self) -> Callable[[], None]:
        """Show later readings of what is shown; return what ends that."""
        homepage = self._who.homepage
        if self._lobby is not None:
            self._lobby.begin(self._app, homepage)
            return self._lobby.end
        return homepage.follow(self._replace) if homepage else lambda: None

    def _replace(self, site: Site) -> None:
        """Show a later reading, in the app's own turn."""
        self._app.call_later(lambda: self._app.home.navigator.replace(site))
