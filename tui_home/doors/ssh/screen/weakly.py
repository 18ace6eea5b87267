"""Methods to be called later that do not keep alive whose they are: no circle, nothing for the collector of garbage."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, cast
from weakref import ref

if TYPE_CHECKING:
    from types import MethodType

P = ParamSpec("P")


class _Call(Generic[P]):
    """Calls a method. One object in place of the nine of a WeakMethod and a closure: a visitor has as many of these."""

    __slots__ = ("_function", "_whose")

    def __init__(self, whose: ref[object], function: Callable[Concatenate[object, P], None]) -> None:
        self._whose, self._function = whose, function

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        whose = self._whose()
        if whose is not None:
            self._function(whose, *args, **kwargs)


def weakly(method: Callable[P, None]) -> Callable[P, None]:
    """Return what calls `method`, as long as somebody else keeps the object whose it is."""
    bound = cast("MethodType", method)
    return _Call(ref(bound.__self__), bound.__func__)
