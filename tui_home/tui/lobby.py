"""One visitor's way between several homepages: from the Directory into one, and back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from tui_home.model.directory import Directory
from tui_home.model.site import Site
from tui_home.pages import Pages
from tui_home.tui.background import in_background
from tui_home.tui.directory_reader import DirectoryReader
from tui_home.tui.reader import Reader
from tui_home.tui.strips import Strips

if TYPE_CHECKING:
    from tui_home.tui.app import HomepageApp

_MOVING = "moving"
_MOMENT = 0.3
"""Seconds after which somebody is told that a homepage is still being read."""
_PATIENCE = 0.5
"""Seconds for which keys wait while a homepage is being gone to."""
_MOST_REMEMBERED = 8
"""Homepages that are named when the visitor leaves, the last ones."""
_GONE = "That homepage is no longer here."


class ShutError(Exception):
    """A homepage is there and cannot be shown; the message is for visitors."""


class Shown(Protocol):
    """One homepage, as all its visitors share it."""

    @property
    def site(self) -> Site:
        """The newest reading."""

    @property
    def pages(self) -> Pages:
        """Its Pages."""

    @property
    def strips(self) -> Strips:
        """Their lines."""

    def follow(self, heed: Callable[[Site], None]) -> Callable[[], None]:
        """Have `heed` called with every later reading; call what is returned to have it no longer."""


class Houses(Protocol):
    """All homepages of a server."""

    @property
    def host(self) -> str:
        """What visitors call the server."""

    @property
    def directory(self) -> Directory:
        """What there is, now."""

    @property
    def pages(self) -> Pages:
        """The Directory's Pages, shared by all who look at it."""

    @property
    def strips(self) -> Strips:
        """Their lines."""

    def command(self, name: str) -> str:
        """Return what visitors write to get to the homepage `name`."""

    def follow(self, heed: Callable[[Directory], None]) -> Callable[[], None]:
        """Have `heed` called with every later Directory; call what is returned to have it no longer."""

    async def find(self, name: str) -> Shown | None:
        """Return the homepage `name`, as soon as there is something to show; None when there is none.

        Raises:
            ShutError: It cannot be shown.
        """


class Lobby:
    """Where one visitor is among several homepages; what they did in the Directory is kept.

    Args of the constructor:
        houses: All of them.
        name: The one to begin with; empty for the Directory.
        notice: What is said first.
    """

    def __init__(self, houses: Houses, name: str = "", notice: str = "") -> None:
        self._houses = houses
        self.name = name
        """Which homepage is shown; empty for the Directory."""
        self.notice = notice
        self.reader = DirectoryReader(houses.host, houses.directory, houses.command, houses.pages)
        self.visited: dict[str, Site] = {}
        """The homepages that were shown last, by their names."""
        self._leave: Callable[[], None] = _nothing
        self.at_rest = asyncio.Event()
        """Set while no other homepage is being gone to."""
        self.at_rest.set()

    @property
    def strips(self) -> Strips:
        """The Directory's lines."""
        return self._houses.strips

    def begin(self, app: HomepageApp, shown: Shown | None) -> None:
        """Follow what is shown first: one homepage, or (None) the Directory."""
        if shown is None:
            self._follow_directory(app)
        else:
            self._follow(app, shown)

    def end(self) -> None:
        """Follow nothing any more."""
        leave, self._leave = self._leave, _nothing
        leave()

    # From one to the other

    def enter(self, app: HomepageApp, name: str) -> None:
        """Show the homepage `name` as soon as it can be shown."""
        self._move(app, self._enter, app, name)

    def leave(self, app: HomepageApp) -> None:
        """Show the Directory again, as it was left."""
        self._move(app, self._return, app)

    def stay(self, app: HomepageApp) -> bool:
        """Go nowhere after all; say whether one was about to."""
        moving = not self.at_rest.is_set()
        app.workers.cancel_group(app, _MOVING)
        self.at_rest.set()
        return moving

    async def rest(self) -> None:
        """Wait, for a moment, while another homepage is being gone to."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await self.at_rest.wait()

    def _move(self, app: HomepageApp, how: Callable[..., Coroutine[Any, Any, None]], *arguments: object) -> None:
        self.at_rest.clear()
        in_background(app, self._moved, how, *arguments, group=_MOVING, exclusive=True)

    async def _moved(self, how: Callable[..., Coroutine[Any, Any, None]], *arguments: object) -> None:
        try:
            await how(*arguments)
        finally:
            self.at_rest.set()

    async def _enter(self, app: HomepageApp, name: str) -> None:
        home = app.home
        finding = asyncio.ensure_future(self._houses.find(name))
        try:
            await asyncio.wait((finding,), timeout=_MOMENT)
            if not finding.done():
                home.say("That homepage is just being read; esc stays here.")
            shown = await finding
        except ShutError as error:
            home.say(str(error))
            return
        finally:
            finding.cancel()
        if shown is None:
            home.say(_GONE)
        elif app.home is home and home.is_on_top:
            # Whoever has opened the help or the palette meanwhile is not taken away from it.
            home.say()
            self.end()
            self.name = name
            await app.move(Reader(shown.site, shown.pages), shown.strips)
            self._follow(app, shown)

    async def _return(self, app: HomepageApp) -> None:
        self.end()
        self.reader.take(self._houses.directory)
        self.reader.point_at(self.name)
        self.name = ""
        await app.move(self.reader, self.strips)
        self._follow_directory(app)

    # What is shown may be read again

    def _follow(self, app: HomepageApp, shown: Shown) -> None:
        reader = app.reader
        self._remember(shown.site)

        def replace(site: Site) -> None:
            if app.reader is reader:
                self._remember(site)
                app.home.navigator.replace(site)

        self._leave = shown.follow(lambda site: _later(app, lambda: replace(site)))
        if shown.site is not reader.site:
            _later(app, lambda: replace(shown.site))

    def _follow_directory(self, app: HomepageApp) -> None:
        def replace() -> None:
            # Of several changes that wait for their turn, the first shows all.
            if app.reader is self.reader and self.reader.directory is not self._houses.directory:
                self.reader.take(self._houses.directory)
                app.home.show_again()

        self._leave = self._houses.follow(lambda _: _later(app, replace))
        if self.reader.directory != self._houses.directory:
            _later(app, replace)

    def _remember(self, site: Site) -> None:
        self.visited.pop(self.name, None)
        self.visited[self.name] = site
        if len(self.visited) > _MOST_REMEMBERED:
            self.visited.pop(next(iter(self.visited)))


def _later(app: HomepageApp, do: Callable[[], None]) -> None:
    """Do it in the app's own turn."""
    app.call_later(do)


def _nothing() -> None:
    """Follow nothing."""
