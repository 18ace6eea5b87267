"""The end of a start, and what a visit makes after it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def started() -> Iterator[Callable[[], None]]:
    """Give what is called when there is something to see: from then on rubbish is looked for again (see cli.main).

    What the start made is not looked at, what the visit makes is.
    """
    try:
        yield _over
    finally:
        gc.unfreeze()


def _over() -> None:
    gc.freeze()
    gc.enable()
