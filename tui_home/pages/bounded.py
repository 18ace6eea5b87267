"""Values made once and kept while they are used, up to a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Bounded(Generic[Value]):
    """What was used last, up to a number of bytes. A large site's Pages are made in a thread of their own."""

    __slots__ = ("_kept", "_lock", "_most", "bytes")

    def __init__(self, most: int) -> None:
        """Begin with nothing kept; `most` bytes of it later."""
        self._most = most
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()
        self.bytes = 0
        """What is kept, as its keepers said."""

    def get(self, key: Hashable) -> Value | None:
        """Return what was kept under `key`; None when nothing is."""
        with self._lock:
            kept = self._kept.get(key)
            if kept is None:
                return None
            self._kept.move_to_end(key)
            return kept[0]

    def __iter__(self) -> Iterator[Hashable]:
        """Yield the keys of all that is kept now, the one used last at the end."""
        with self._lock:
            return iter(tuple(self._kept))

    def values(self) -> tuple[Value, ...]:
        """Return all that is kept."""
        with self._lock:
            return tuple(value for value, _ in self._kept.values())

    def drop(self, unwanted: Callable[[Hashable, Value], bool]) -> None:
        """Let go of what is `unwanted`."""
        with self._lock:
            for key in [key for key, (value, _) in self._kept.items() if unwanted(key, value)]:
                self.bytes -= self._kept.pop(key)[1]

    def keep(self, key: Hashable, value: Value, size: int) -> None:
        """Keep `value`, `size` bytes of it, and let go of what has not been used for longest."""
        if size > self._most:
            return
        with self._lock:
            if key in self._kept:
                self.bytes -= self._kept.pop(key)[1]
            self._kept[key] = value, size
            self.bytes += size
            while self.bytes > self._most:
                _, (_, dropped) = self._kept.popitem(last=False)
                self.bytes -= dropped
