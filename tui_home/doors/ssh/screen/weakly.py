"""Methods to be called later that do not keep alive whose they are: no circle, nothing for the collector of garbage."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec
from weakref import WeakMethod

P = ParamSpec("P")


def weakly(method: Callable[P, None]) -> Callable[P, None]:
    """Return what calls `method`, as long as somebody else keeps the object whose it is."""
    known = WeakMethod(method)

    def call(*args: P.args, **kwargs: P.kwargs) -> None:
        found = known()
        if found is not None:
            found(*args, **kwargs)

    return call
