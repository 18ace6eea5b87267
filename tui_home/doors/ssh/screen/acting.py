"""A visitor who acts: their app, from the first key to the last."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from tui_home.doors.ssh.screen.driver import VisitDriver
from tui_home.doors.ssh.screen.running import run
from tui_home.doors.ssh.screen.weakly import weakly
from tui_home.doors.ssh.service import contained
from tui_home.tui.kept_place import keep_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_home.doors.ssh.environment import Size
    from tui_home.doors.ssh.homepages.homepage import Homepage
    from tui_home.doors.ssh.screen.first import First
    from tui_home.doors.ssh.screen.spare import Spare
    from tui_home.doors.ssh.screen.terminal import TakenTerminal
    from tui_home.doors.ssh.screen.typed import Typed
    from tui_home.model.site import Site
    from tui_home.terminal.visitor import Visitor
    from tui_home.tui.begun import Begun
    from tui_home.tui.kept_place import KeptPlace

_PATIENCE = 5.0
"""Seconds in which an app that was told to end does so by itself."""


class Acting:
    """One visitor's.

    Args:
        first: What they were shown, or would have been.
        visitor: Who.
        terminal: Theirs.
        typed: What they have typed, and will type.
        begun: What the terminal shows already.
        spare: An app that was made before; None to make one.
    """

    def __init__(
        self,
        first: First,
        visitor: Visitor,
        terminal: TakenTerminal,
        typed: Typed,
        begun: Begun,
        spare: Spare | None = None,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._painted = asyncio.Event()
        self._typed = typed
        self._goes_on = begun.place is not None
        self._size: Size | None = None
        self._driver = partial(VisitDriver, terminal=terminal, begun=weakly(self._begun))
        if spare is None:
            # Textual only calls it.
            self.app = first.app(visitor, self._driver, self._painted.set, begun)  # type: ignore[arg-type]
        else:
            self.app = spare.app
        self._task: asyncio.Task[None] | None = spare.task if spare else None
        self._visitor = visitor
        self._shows = begun

    @property
    def driver(self) -> VisitDriver | None:
        """What connects the app with the terminal; None before that."""
        driver = self.app._driver
        return driver if isinstance(driver, VisitDriver) else None

    def resize(self, size: Size) -> None:
        """Lay out for another size; an app that is only being made does it before anything that was typed."""
        self._size = size
        if self.driver:
            self.driver.resize(size)

    def _begun(self, driver: VisitDriver) -> None:
        if self._size is not None:
            driver.resize(self._size)
        self._typed.hand_on(driver)

    def place(self) -> KeptPlace | None:
        """Return where the visitor is if they only read; None while they are in the middle of something."""
        driver = self.driver
        return keep_place(self.app) if driver is not None and driver.is_still and not self._typed.waiting else None

    def part(self) -> None:
        """End it for now: the terminal shows what it shows, and what is typed waits for another app."""
        self._typed.let_go()
        if self.driver:
            self.driver.part()
        self.end()

    def end(self) -> None:
        """End it; an app that does not heed that is cancelled."""
        self.app.exit()
        if self._task is not None:
            self._loop.call_later(_PATIENCE, self._task.cancel)

    def follow(self, homepage: Homepage | None) -> Callable[[], None]:
        """Show later readings of what is shown; return what ends that."""
        app = self.app
        if app.lobby is not None:
            if self._goes_on:
                app.lobby.go_on(app)
            else:
                app.lobby.begin(app, homepage)
            return app.lobby.end

        def replace(site: Site) -> None:
            # In the app's own turn.
            app.call_later(lambda: app.home.navigator.replace(site))

        if homepage is None:
            return lambda: None
        if homepage.site is not app.reader.site:
            replace(homepage.site)
        return homepage.follow(replace)

    async def begin(self, size: Size, shown: Callable[[], None]) -> None:
        """Start the app, and wait until what it shows has settled; `shown` is called then."""
        if self._task is not None:
            self._attend(size)
            shown()
            return
        self._task = self._loop.create_task(contained(run(self.app, size)))
        painted = self._loop.create_task(self._painted.wait())
        try:
            await self._wait((self._task, painted))
        finally:
            painted.cancel()
        if self._painted.is_set():
            shown()

    def _attend(self, size: Size) -> None:
        """Give an app that has started without anybody its visitor."""
        driver = self._driver(self.app, size=size)
        with self.app._context():
            self.app.attend(self._visitor, driver, self._shows)
        driver.start_application_mode()

    async def go_on(self) -> None:
        """Wait until the visitor leaves it."""
        if self._task is not None:
            await self._wait((self._task,))

    @property
    def failure(self) -> BaseException | None:
        """The unexpected error that ended the app, or let it not even begin."""
        task = self._task
        return self.app.failure or (task.exception() if task and task.done() and not task.cancelled() else None)

    def let_go(self) -> None:
        """Part the app from the terminal."""
        if self._task is not None and not self._task.done():
            # A mistake of ours has come between: nobody else ends it.
            self.part()
        else:
            self.app._driver = None

    async def _wait(self, tasks: tuple[asyncio.Task[object], ...]) -> None:
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            tasks[0].cancel()
            # It is counted until it is over.
            await asyncio.wait(tasks[:1], timeout=_PATIENCE)
            raise
