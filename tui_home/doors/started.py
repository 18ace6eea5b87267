"""The end of a start, and what a visit makes after it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def started() -> Iterator[None]:
    """Look for rubbish again (see cli.main): what the start made is not looked at, what the visit makes is."""
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
