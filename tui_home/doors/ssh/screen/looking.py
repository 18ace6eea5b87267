"""A visitor who looks: ready screens are written for them, and nothing runs until they act."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from tui_home.doors.ssh.environment import Size
from tui_home.doors.ssh.screen.drawing import order
from tui_home.tui.column import column_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from tui_home.doors.ssh.screen.first import First
    from tui_home.doors.ssh.screen.ready import Kind
    from tui_home.doors.ssh.screen.studio import Drawn
    from tui_home.doors.ssh.screen.terminal import TakenTerminal
    from tui_home.doors.ssh.service import Service
    from tui_home.terminal.capabilities import Capabilities
    from tui_home.tui.app import HomepageApp

_MOST_DRAWN = 4
"""Screens that are drawn for one who only changes the size of the window; after that they have an app."""
_FULL = (
    "Many are reading just now: keys work again as soon as there is a place. q leaves.",
    "Many are reading; keys work again in a while. q leaves.",
    "Many are reading. Try again soon.",
)
_PLAIN = "\x1b[0m"


def full_row(size: Size) -> str:
    """Return what says in the footer's place that there are too many who act."""
    start, room = column_of(size.columns).start, size.columns
    words = next((words for words in _FULL if start + len(words) <= room), _FULL[-1])[: max(0, room - start)]
    row = f"\x1b[{size.rows};1H{_PLAIN}{' ' * start}{words}{' ' * (room - start - len(words))}"
    return f"{row}\x1b[{size.rows};{start + 1}H"


class Looking:
    """One visitor's time before they act.

    Args:
        service: What all visits share.
        first: What is shown.
        terminal: On which.
        size: Of it.
        shown: Called when something has been shown.
    """

    def __init__(
        self, service: Service, first: First, terminal: TakenTerminal, size: Size, shown: Callable[[], None]
    ) -> None:
        self._service, self._first, self._terminal = service, first, terminal
        self._told = shown
        self.size = size
        self.able: Capabilities = terminal.dialogue.capabilities
        """What the terminal can do, as far as it matters to what is shown."""
        self._shown: Kind | None = None
        self._moved = self._full = self._failed = False
        self._given: Drawn | None = None
        self._ordered: Kind | None = None
        self._drawn = 0
        self._drawn_of: Hashable = None
        self._is_over = not first.is_ready
        self._changed = asyncio.Event()
        self.sections: tuple[str, ...] = ()
        """The ids of those that were shown."""

    @property
    def kind(self) -> Kind:
        """What is to be shown."""
        return self._first.kind(self.size, self.able)

    def shows(self, kind: Kind) -> bool:
        """Tell whether the terminal shows a screen of this kind, untouched."""
        return self._shown == kind and not self._moved and not self._full

    def covers(self, app: HomepageApp) -> bool:
        """Tell whether the terminal shows already what `app` would paint."""
        size = Size(app.size.width, app.size.height)
        return not app.home.said and self.shows(self._first.kind_in(app, size))

    def changed(self) -> None:
        """Heed that something else may have to be shown."""
        self._changed.set()

    def resize(self, size: Size) -> None:
        """Heed another size."""
        self.size = size
        # A terminal that becomes smaller may move what it shows.
        self._moved = True
        self.changed()

    def learn(self) -> None:
        """Heed what the terminal has answered, when it has answered all."""
        known = self._terminal.dialogue.capabilities
        if known.settled:
            self.able = known
            self.changed()

    def end(self) -> None:
        """Look no longer."""
        self._is_over = True
        self.changed()

    async def go_on(self) -> None:
        """Show what is to be seen, until it is over."""
        while True:
            self._changed.clear()
            self._show()
            if self._is_over:
                return
            await self._changed.wait()

    def refuse(self) -> bool:
        """Say that there are too many who act, and look on; return False where there is nothing to be looked at."""
        if not self._first.is_ready or self._failed:
            return False
        self._is_over, self._full, self._drawn = False, True, 0
        if self._shown is not None:
            self._say_full()
        return True

    def _say_full(self) -> None:
        self._terminal.show(full_row(self.size), self._terminal.window)

    # Showing

    def _show(self) -> None:
        kind = self.kind
        if not self._first.is_ready or (kind == self._shown and not self._moved):
            return
        given = self._given
        screen = given[1] if given and given[0] == kind else self._service.studio.screens.find(kind)
        line = self._terminal.line
        if screen is None:
            if not self._is_over:
                self._order(kind)
        elif not line.writable:
            line.redraw = self.changed
        else:
            line.redraw = None
            before, self._shown = self._shown, kind
            self._moved, self._given = False, None
            self.sections = screen.sections
            self._terminal.show(screen.frame, screen.window)
            self._told()
            self._service.studio.heed(self._first, self.size, self.able, before)
            if self._full:
                self._say_full()

    def _order(self, kind: Kind) -> None:
        """Have it drawn, unless it is just being."""
        if kind == self._ordered:
            return
        self._drawn = self._drawn + 1 if kind.what == self._drawn_of else 1
        self._drawn_of = kind.what
        if self._drawn > _MOST_DRAWN:
            self._is_over = True
            return
        self._ordered = kind
        order(self._service, kind, self._first, self.able).add_done_callback(partial(self._heed, kind))

    def _heed(self, kind: Kind, task: asyncio.Task[Drawn]) -> None:
        """Heed that a screen has been drawn, or (a mistake of ours) has not: then an app may do better."""
        if self._ordered == kind:
            self._ordered = None
        if task.cancelled() or task.exception():
            self._failed = True
            self.end()
        else:
            self._given = task.result()
            self.changed()
