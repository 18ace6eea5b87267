"""A visitor who has not touched a key for a while: their app is gone, and what it painted is still to be seen.

Their place is kept, a few kilobytes in place of an app. Whatever happens next wakes them: another app begins at that
place, with no cell changed.
"""

from __future__ import annotations

import asyncio
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tui_home.doors.ssh.screen.looking import full_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui_home.doors.ssh.environment import Size
    from tui_home.doors.ssh.screen.actors import Actors
    from tui_home.doors.ssh.screen.terminal import TakenTerminal
    from tui_home.doors.ssh.service import Careful
    from tui_home.doors.ssh.timekeeper import Timekeeper
    from tui_home.tui.app import HomepageApp
    from tui_home.tui.kept_place import KeptPlace

REST_AFTER = 45.0
"""Seconds without a key or click."""
_SOON = 1.0
"""Seconds after which one who was woken by nothing they did may rest again."""


class Resting:
    """One visitor's rest.

    Args:
        place: Where they are.
        terminal: What shows it.
    """

    def __init__(self, place: KeptPlace, terminal: TakenTerminal) -> None:
        self.place = place
        self._terminal = terminal
        self.touched = False
        """Whether the terminal may show something else."""
        self._woken = asyncio.Event()
        self._patience: float | None = None
        """Seconds after which one looks again; None for never."""

    def wake(self) -> None:
        """Heed that there is something to do."""
        self._woken.set()

    def resize(self) -> None:
        """Heed another size: a terminal that becomes smaller may move what it shows."""
        self.touched = True
        self.wake()

    async def go_on(self) -> None:
        """Rest until there is something to do, or it is time to look again."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience):
                await self._woken.wait()

    def refuse(self, size: Size) -> None:
        """Say that there are too many who act, and rest on."""
        self._woken.clear()
        self.touched = True
        self._terminal.show(full_row(size), self._terminal.window)

    def try_later(self) -> None:
        """Rest on where nobody has asked for anything, and look again after a while."""
        self._woken.clear()
        self._patience = REST_AFTER

    def covers(self, app: HomepageApp) -> bool:
        """Tell whether the terminal shows already what `app` would paint."""
        return not self.touched and self.place.is_seen_in(app)


class Stillness:
    """Lets one visitor rest when they have been still for long enough.

    Args:
        after: Seconds for which they must have been.
        time: Tells for how many they have been.
        rest: Lets them rest, if they are not in the middle of something.
        careful: What the loop calls is done with this.
    """

    def __init__(self, after: float, time: Timekeeper, rest: Callable[[], None], careful: Careful) -> None:
        self._after, self._time, self._rest, self._careful = after, time, rest, careful
        self._loop = asyncio.get_running_loop()
        self._tried = 0.0

    @property
    def ripe(self) -> float:
        """Seconds since the last key or click, or since it was last tried to let them rest."""
        return min(self._time.still, self._loop.time() - self._tried)

    @contextmanager
    def watched(self, actors: Actors) -> Iterator[None]:
        """Watch in the block, as one of `actors`."""
        self._tried = self._loop.time()
        self._time.remind(max(_SOON, self._after - self._time.still), self._look)
        actors.begin(self)
        try:
            yield
        finally:
            actors.end(self)
            self._time.forget()

    def try_now(self) -> None:
        """Let them rest now; whoever is in the middle of something is left alone for some time."""
        self._tried = self._loop.time()
        with self._careful:
            self._rest()

    def _look(self) -> None:
        left = self._after - self._time.still
        self._time.remind(left if left > 0 else self._after, self._look)
        if left <= 0:
            self.try_now()
