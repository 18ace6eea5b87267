"""Values made once and kept while they are used, up to a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


_ONCE = 4
"""One part in so many is left to what has been asked for once."""


class Bounded(Generic[Key, Value]):
    """What was used last, up to a number of bytes. A large site's Pages are made in a thread of their own.

    What is asked for again outlives what never is: whoever tries every width there is takes no place from the others
    (as in 2Q: Johnson and Shasha, 1994).
    """

    __slots__ = ("_again", "_lock", "_most", "_once", "_once_bytes", "_room", "bytes")

    def __init__(self, most: int, *, room: int = 0) -> None:
        """Begin with nothing kept; `most` bytes of it later, or as many as the largest takes `room` times."""
        self._most = most
        self._room = room
        self._lock = Lock()
        self._once: OrderedDict[Key, tuple[Value, int]] = OrderedDict()
        self._once_bytes = 0
        self._again: OrderedDict[Key, tuple[Value, int]] = OrderedDict()
        self.bytes = 0
        """What is kept, as its keepers said."""

    def __contains__(self, key: Key) -> bool:
        """Say whether anything is kept under `key`; that is no use of it."""
        with self._lock:
            return key in self._once or key in self._again

    def get(self, key: Key) -> Value | None:
        """Return what was kept under `key`; None when nothing is."""
        with self._lock:
            kept = self._again.pop(key, None)
            if kept is None:
                kept = self._once.get(key)
                if kept is None:
                    return None
                if next(reversed(self._once)) == key:
                    # Whoever had it made is still at it.
                    return kept[0]
                del self._once[key]
                self._once_bytes -= kept[1]
            self._again[key] = kept
            return kept[0]

    def __iter__(self) -> Iterator[Key]:
        """Yield the keys of all that is kept now: the one used last of those asked for again at the end."""
        with self._lock:
            return iter((*self._once, *self._again))

    def values(self) -> tuple[Value, ...]:
        """Return all that is kept."""
        with self._lock:
            return tuple(value for kept in (self._once, self._again) for value, _ in kept.values())

    def any_of(self, wanted: Callable[[Key], bool]) -> Value | None:
        """Return what is kept under a key that is `wanted`, if anything is; that is no use of it."""
        with self._lock:
            found = (value for kept in (self._once, self._again) for key, (value, _) in kept.items() if wanted(key))
            return next(found, None)

    def drop(self, unwanted: Callable[[Key, Value], bool]) -> None:
        """Let go of what is `unwanted`."""
        with self._lock:
            for kept in (self._once, self._again):
                for key in [key for key, (value, _) in kept.items() if unwanted(key, value)]:
                    self._let_go(kept, key)

    def keep(self, key: Key, value: Value, size: int) -> None:
        """Keep `value`, `size` bytes of it, and let go of what has not been used for longest."""
        with self._lock:
            self._most = max(self._most, self._room * size)
            if size > self._most:
                return
            for kept in (self._once, self._again):
                if key in kept:
                    self._let_go(kept, key)
            self._once[key] = value, size
            self._once_bytes += size
            self.bytes += size
            while self.bytes > self._most:
                kept = self._longest_unused()
                self._let_go(kept, next(iter(kept)))

    def _let_go(self, kept: OrderedDict[Key, tuple[Value, int]], key: Key) -> None:
        _, size = kept.pop(key)
        self.bytes -= size
        if kept is self._once:
            self._once_bytes -= size

    def _longest_unused(self) -> OrderedDict[Key, tuple[Value, int]]:
        """Return in what the next to go comes first; the newest does not go."""
        too_many = len(self._once) > 1 and (not self._again or self._once_bytes > self._most // _ONCE)
        return self._once if too_many else self._again
