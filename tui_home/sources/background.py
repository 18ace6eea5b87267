"""Sites read in a thread beside whoever shows the first of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Thread

from tui_home.model.site import Site


def read_in_thread(sites: Iterator[Site], put: Callable[[Site | BaseException | None], None]) -> None:
    """Take every Site in a thread and `put` it, then an error if there is one, then None.

    The thread is a daemon: whoever leaves does not wait for what they no longer read.

    Args:
        sites: Blocks as long as the next one takes to read.
        put: Called in the thread; may do there what takes its time.
    """

    def read() -> None:
        try:
            for site in sites:
                put(site)
        except BaseException as error:  # noqa: BLE001 - raised again where it is seen
            put(error)
        put(None)

    Thread(target=read, name="reading", daemon=True).start()
