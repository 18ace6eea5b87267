"""The Directory on the screen: what all who look at it share, and what the screen needs to know of the homepages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_home.doors.ssh.homepages.houses import Closed
from tui_home.model.directory import Directory
from tui_home.pages import Pages
from tui_home.tui.lobby import ShutError
from tui_home.tui.strips import Strips

if TYPE_CHECKING:
    from tui_home.doors.ssh.calling import Calling
    from tui_home.doors.ssh.homepages.homepage import Homepage
    from tui_home.doors.ssh.homepages.houses import Houses

_MOST_BYTES = 8 << 20
"""Bytes of the Directory's Pages."""


class Front:
    """What all who look at the Directory share."""

    def __init__(self) -> None:
        self.pages = Pages(max_bytes=_MOST_BYTES)
        self.strips = Strips()


class Outside:
    """The homepages of a server, as a screen goes to them.

    Args:
        houses: All of them.
        front: What is shared.
        calling: How visitors call this server.
    """

    def __init__(self, houses: Houses, front: Front, calling: Calling) -> None:
        self._houses = houses
        self._calling = calling
        self.host = calling.host
        self.pages, self.strips = front.pages, front.strips

    @property
    def directory(self) -> Directory:
        """What there is, now."""
        return self._houses.directory

    def command(self, name: str) -> str:
        """Return what visitors write to get to the homepage `name`."""
        return self._calling._replace(name=name).command()

    def follow(self, heed: Callable[[Directory], None]) -> Callable[[], None]:
        """Have `heed` called with every later Directory; call what is returned to have it no longer."""
        return self._houses.follow(heed)

    async def find(self, name: str) -> Homepage | None:
        """Return a homepage as soon as it has been read; None when it is no longer there.

        Raises:
            ShutError: It cannot be shown.
        """
        try:
            return await self._houses.find(name)
        except Closed as closed:
            raise ShutError(str(closed)) from closed
