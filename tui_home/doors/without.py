"""Imports that are done without what they can do without."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Let what is imported now find no modules called `names`, but for those that are there already."""
    modules: dict[str, object] = sys.modules  # type: ignore[assignment] # None stands for one that is not there
    hidden = [name for name in names if name not in modules]
    modules.update(dict.fromkeys(hidden))
    try:
        yield
    finally:
        for name in hidden:
            del modules[name]
