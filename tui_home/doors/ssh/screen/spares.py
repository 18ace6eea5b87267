"""Spare apps: made while nobody needs the time, so that whoever acts next has one at once.

To make an app takes some 20 ms, and eight visitors who act at once would wait for each other's. They are made for the
kind of screen that was seen most often lately.
"""

from __future__ import annotations

import asyncio
from contextvars import Context
from math import inf
from typing import TYPE_CHECKING

from tui_home.doors.ssh.screen.dismantling import dismantle
from tui_home.doors.ssh.screen.lately import Lately
from tui_home.doors.ssh.screen.spare import made
from tui_home.doors.ssh.share import own_context

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui_home.doors.ssh.screen.first import Recipe, Sort
    from tui_home.doors.ssh.screen.ready import Kind
    from tui_home.doors.ssh.screen.spare import Spare

_REST = 0.05
"""Seconds until one is made, and until it is looked again whether nobody waits for anything."""
_OLD = 600.0
"""Seconds after which they are let go when nobody has come."""


class Spares:
    """Those of one server.

    Args:
        most: How many.
        busy: Tells whether somebody waits for an app or a screen.
        crashed: Told of mistakes.
    """

    def __init__(self, most: int, busy: Callable[[], bool], crashed: Callable[[BaseException], None]) -> None:
        self.most = most
        self._busy, self._crashed = busy, crashed
        self._lately = Lately()
        self._ready: list[Spare] = []
        self._making: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._used = 0.0
        """When one was last wanted."""

    def __len__(self) -> int:
        return len(self._ready)

    def heed(self, sort: Sort, recipe: Recipe, before: Kind | None = None) -> None:
        """Heed that somebody is shown this, and may act; no longer what they were shown `before`."""
        if not self.most:
            return
        self._lately.heed(sort, recipe, before)
        self._used = asyncio.get_running_loop().time()
        self._arm()

    def take(self, sort: Sort) -> Spare | None:
        """Return one of this sort, which is the caller's from now on."""
        for spare in self._ready:
            if spare.sort == sort:
                self._ready.remove(spare)
                spare.take()
                self._arm()
                return spare
        return None

    def forget(self, revision: str) -> None:
        """Let go of what shows a reading that is no longer shown."""
        sorts = (*self._lately, *(spare.sort for spare in self._ready))
        for sort in [sort for sort in sorts if sort.kind.what == revision]:
            self._forget(sort)

    def end(self) -> None:
        """Let all go, and make no more."""
        self.most = 0
        self._forget_all()
        if self._making is not None:
            self._making.cancel()

    def _forget_all(self) -> None:
        self._lately = Lately()
        self._let_go(tuple(self._ready))

    def _forget(self, sort: Sort) -> None:
        self._lately.forget(sort)
        self._let_go([spare for spare in self._ready if spare.sort == sort])

    def _let_go(self, spares: Sequence[Spare]) -> None:
        for spare in spares:
            self._ready.remove(spare)
            spare.app.exit()

    # Making them

    def _arm(self) -> None:
        """Have one made soon, if one is missing; else look later whether they are still wanted."""
        wait = _REST if self._next() else _OLD if self._ready else None
        if wait is None or self._making is not None:
            return
        loop = asyncio.get_running_loop()
        due = loop.time() + wait
        if self._timer is not None and self._timer.when() <= due:
            return
        if self._timer is not None:
            self._timer.cancel()
        self._timer = loop.call_at(due, self._go, context=Context())

    def _go(self) -> None:
        self._timer = None
        loop = asyncio.get_running_loop()
        sort = self._next()
        if loop.time() - self._used >= _OLD:
            self._forget_all()
        elif sort is not None and not self._busy():
            self._making = loop.create_task(self._make(sort, self._lately.recipe(sort)), context=own_context(inf))
        self._arm()

    def _next(self) -> Sort | None:
        """Return what the next one is to be; None when there are enough."""
        wanted = self._lately.commonest()
        enough = sum(spare.sort == wanted for spare in self._ready) >= self.most
        return None if enough else wanted

    async def _make(self, sort: Sort, recipe: Recipe) -> None:
        try:
            first = recipe.first()
            spare = await made(sort, first, recipe.able, self._over) if first else None
            if spare is None:
                self._forget(sort)
            else:
                self._keep(spare)
        except Exception as error:  # noqa: BLE001 - nobody has asked for it
            self._crashed(error)
            self._forget(sort)
        finally:
            self._making = None
            self._arm()

    def _keep(self, spare: Spare) -> None:
        self._ready.append(spare)
        if spare.sort not in self._lately:
            self._let_go([spare])
        else:
            others = [each for each in self._ready if each.sort != spare.sort]
            self._let_go(others[: max(0, len(self._ready) - self.most)])

    def _over(self, spare: Spare, task: asyncio.Task[None]) -> None:
        """Heed that one has ended that nobody has."""
        if not spare.is_ours:
            return
        error = spare.app.failure or (None if task.cancelled() else task.exception())
        if error is not None:
            self._crashed(error)
        if spare in self._ready:
            self._ready.remove(spare)
        if error is not None or task.cancelled():
            self._forget(spare.sort)
        dismantle(spare.app)
