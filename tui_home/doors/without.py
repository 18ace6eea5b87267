"""Imports that are done without what they can do without."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(name: str) -> Iterator[None]:
    """Let a module that is imported now find none called `name`, unless there is one already."""
    if name in sys.modules:
        yield
        return
    modules: dict[str, object] = sys.modules  # type: ignore[assignment] # None stands for one that is not there
    modules[name] = None
    try:
        yield
    finally:
        del modules[name]
