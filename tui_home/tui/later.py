"""Readings of a site that arrive while it is shown."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress

from tui_home.model.site import Site
from tui_home.sources.background import read_in_thread


async def each(later: Iterator[Site], prepare: Callable[[Site], None], show: Callable[[Site], None]) -> bool:
    """Take every Site in a thread and show it here, on the event loop; of several that are ready, the last.

    Returns when there are no more, and says whether there were any.

    The thread is a daemon: whoever leaves does not wait for what they no longer read. An error in it is raised here.

    Args:
        later: Blocks as long as the next one takes to read.
        prepare: Called in the thread, with what takes too long for the event loop.
        show: Called on the event loop.
    """
    loop = asyncio.get_running_loop()
    arrived: asyncio.Queue[Site | BaseException | None] = asyncio.Queue()

    def put(what: Site | BaseException | None) -> None:
        if isinstance(what, Site):
            prepare(what)
        with suppress(RuntimeError):  # the visitor has left
            loop.call_soon_threadsafe(arrived.put_nowait, what)

    read_in_thread(later, put)
    latest: Site | None = None
    any_shown = False
    while True:
        what = await arrived.get()
        if isinstance(what, Site):
            latest = what
        if latest is not None and (arrived.empty() or not isinstance(what, Site)):
            show(latest)
            latest, any_shown = None, True
        if what is None:
            return any_shown
        if isinstance(what, BaseException):
            raise what
