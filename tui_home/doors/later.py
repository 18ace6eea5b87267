"""Later readings of a site, made while a visitor reads the earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from queue import Empty, SimpleQueue

from tui_home.model.site import Site
from tui_home.sources.background import read_in_thread


class Later:
    """Takes every Site in a thread; a daemon, so that whoever leaves does not wait for what they no longer read."""

    def __init__(self, sites: Iterator[Site], *, awaited: bool) -> None:
        """Begin to read on; `awaited` when there is more to come.

        Even after the last Site there is something to do: it is kept for the next start.
        """
        self._arrived: SimpleQueue[Site | BaseException | None] = SimpleQueue()
        self._done = not awaited
        read_in_thread(sites, self._arrived.put)

    def newest(self, patience: float) -> Site | None:
        """Return the newest Site since the last call; None when there is none.

        Args:
            patience: Seconds to wait, at most, until all has been read.
        """
        newest: Site | None = None
        while not self._done:
            try:
                arrived = self._arrived.get(timeout=patience)
            except Empty:
                break
            if isinstance(arrived, BaseException):
                self._done = True
                raise arrived
            self._done = arrived is None or not arrived.pending
            newest = arrived or newest
        return newest
