"""Which site is read next: first those that a visitor waits for, then the others in the order they were asked for."""

from __future__ import annotations

import asyncio
from typing import Generic, TypeVar

T = TypeVar("T")


class ReadingOrder(Generic[T]):
    """What is to be read, each once; nothing is read twice at the same time."""

    def __init__(self) -> None:
        self._urgent: dict[T, None] = {}
        self._waiting: dict[T, None] = {}
        self._begun: set[T] = set()
        self._takers: list[asyncio.Future[None]] = []
        self._settled = asyncio.Event()
        self._settled.set()

    def ask(self, what: T, *, urgent: bool = False) -> None:
        """Have `what` read; once more if that has begun already."""
        if urgent:
            self._waiting.pop(what, None)
            self._urgent[what] = None
        elif what not in self._urgent:
            self._waiting[what] = None
        self._changed()

    def forget(self, what: T) -> None:
        """Have `what` not read after all, unless that has begun."""
        self._urgent.pop(what, None)
        self._waiting.pop(what, None)
        self._changed()

    async def take(self, *, urgent: bool = False) -> T:
        """Return what is to be read now, as soon as there is something; the caller must say `done`.

        Args:
            urgent: Only what a visitor waits for.
        """
        while not (ready := self._ready(urgent=urgent)):
            woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._takers.append(woken)
            await woken
        found = ready[0]
        self._urgent.pop(found, None)
        self._waiting.pop(found, None)
        self._begun.add(found)
        return found

    def done(self, what: T) -> None:
        """Heed that reading `what` is over."""
        self._begun.discard(what)
        self._changed()

    async def settled(self) -> None:
        """Wait until there is nothing to be read."""
        await self._settled.wait()

    def _ready(self, *, urgent: bool) -> list[T]:
        wanted = [*self._urgent, *(() if urgent else self._waiting)]
        return [one for one in wanted if one not in self._begun]

    def _changed(self) -> None:
        if self._begun or self._urgent or self._waiting:
            self._settled.clear()
        else:
            self._settled.set()
        takers, self._takers = self._takers, []
        for taker in takers:
            if not taker.done():
                taker.set_result(None)
