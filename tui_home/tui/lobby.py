"""One visitor's way between several homepages: from the Directory into one, and back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui_home.model.directory import Directory
from tui_home.model.site import Site
from tui_home.pages import Pages
from tui_home.tui.directory_reader import DirectoryReader
from tui_home.tui.moves import Moves
from tui_home.tui.reader import Reader
from tui_home.tui.strips import Strips

if TYPE_CHECKING:
    from tui_home.tui.app import HomepageApp
    from tui_home.tui.screens.home import HomeScreen

_MOMENT = 0.3
"""Seconds after which somebody is told that a homepage is still being read."""
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
        self._shown: Shown | None = None
        """The homepage that is shown; None for the Directory."""
        self._leave: Callable[[], None] = _nothing
        self._moves = Moves()

    @property
    def strips(self) -> Strips:
        """The Directory's lines."""
        return self._houses.strips

    def begin(self, app: HomepageApp, shown: Shown | None) -> None:
        """Follow what is shown first: one homepage, or (None) the Directory."""
        self.end()
        if shown is None:
            self._follow_directory(app)
        else:
            self._follow(app, shown)

    def go_on(self, app: HomepageApp) -> None:
        """Follow what is shown, for another app."""
        self.begin(app, self._shown)

    def watch(self, heed: Callable[[], None]) -> Callable[[], None]:
        """Have `heed` called, while there is no app, for whatever there is later; return what ends that."""
        self.end()
        shown = self._shown
        self._leave = shown.follow(lambda _: heed()) if shown else self._houses.follow(lambda _: heed())
        return self.end

    def end(self) -> None:
        """Follow nothing any more."""
        leave, self._leave = self._leave, _nothing
        leave()

    # From one to the other

    def enter(self, app: HomepageApp, name: str) -> None:
        """Show the homepage `name` as soon as it can be shown."""
        self._moves.look(app, partial(self._find, app, name))

    def leave(self, app: HomepageApp) -> None:
        """Show the Directory again, as it was left."""
        self._moves.show(app, partial(self._return, app))

    def stay(self, app: HomepageApp) -> bool:
        """Go to no homepage that is still being read; say whether one was about to."""
        return self._moves.stay(app)

    async def rest(self) -> None:
        """Wait, for a moment, while a homepage is being read, and until what is gone to is shown."""
        await self._moves.rest()

    async def _find(self, app: HomepageApp, name: str) -> None:
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
        else:
            self._moves.show(app, partial(self._enter, app, home, name, shown))

    async def _enter(self, app: HomepageApp, home: HomeScreen, name: str, shown: Shown) -> None:
        if app.home is not home or not home.is_on_top:
            # Whoever has opened the help or the palette meanwhile is not taken away from it.
            return
        home.say()
        self.end()
        self.name = name
        reader = Reader(shown.site, shown.pages)
        await app.ahead.of(reader)
        await app.move(reader, shown.strips)
        self._follow(app, shown)

    async def _return(self, app: HomepageApp) -> None:
        if not self.name:
            # There already: esc was pressed twice.
            return
        self.end()
        self.reader.take(self._houses.directory)
        self.reader.point_at(self.name)
        self.name = ""
        await app.ahead.of(self.reader)
        await app.move(self.reader, self.strips)
        self._follow_directory(app)

    # What is shown may be read again

    def _follow(self, app: HomepageApp, shown: Shown) -> None:
        reader, self._shown = app.reader, shown
        self._remember(shown.site)

        def replace(site: Site) -> None:
            if app.reader is reader:
                self._remember(site)
                app.home.navigator.replace(site)

        self._leave = shown.follow(lambda site: _later(app, lambda: replace(site)))
        if shown.site is not reader.site:
            _later(app, lambda: replace(shown.site))

    def _follow_directory(self, app: HomepageApp) -> None:
        self._shown = None

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
