"""What a visit needs of a homepage, and the simplest of them: one Site, read in the background, with its caches."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from tui_home.linear.readings import Readings
from tui_home.model.site import Site
from tui_home.pages import Pages
from tui_home.tui.strips import Strips


class Homepage(Protocol):
    """One homepage, as all its visitors share it."""

    @property
    def site(self) -> Site:
        """The newest reading."""

    @property
    def pages(self) -> Pages:
        """Its Pages, laid out once for all visitors."""

    @property
    def strips(self) -> Strips:
        """Their lines."""

    @property
    def readings(self) -> Readings:
        """Likewise for those who read line by line."""

    @property
    def revision(self) -> str:
        """Of the newest reading."""

    def follow(self, heed: Callable[[Site], None]) -> Callable[[], None]:
        """Have `heed` called with every later reading; call what is returned to have it no longer."""


class SharedHomepage:
    """One Site and its caches; whoever reads it replaces it."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.pages = Pages()
        self.strips = Strips()
        self.readings = Readings()
        self._followers: dict[object, Callable[[Site], None]] = {}
        self._reading: asyncio.Task[None] | None = None

    @property
    def revision(self) -> str:
        """Of the newest reading."""
        return self.site.revision

    def keep(self, reading: asyncio.Task[None]) -> None:
        """Keep hold of what reads on: the loop itself does not."""
        self._reading = reading

    def replace(self, site: Site) -> None:
        """Show a later reading, to present visitors as well; on the event loop."""
        self.site = site
        for heed in tuple(self._followers.values()):
            heed(site)

    def follow(self, heed: Callable[[Site], None]) -> Callable[[], None]:
        """Have `heed` called with every later reading; call what is returned to have it no longer."""
        key = object()
        self._followers[key] = heed

        def leave() -> None:
            self._followers.pop(key, None)

        return leave
