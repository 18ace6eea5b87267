"""One visitor's terminal while it is taken for the full screen: before there is an app, under it, and after it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui_home.doors.ssh.screen.codes import ALTERNATE, KITTY, KITTY_OFF, MODERN, MOUSE, NORMAL, START, STOP
from tui_home.doors.ssh.screen.incoming import Hearing, Incoming
from tui_home.doors.ssh.screen.weakly import weakly
from tui_home.tui.window import KEEP_TITLE, OLD_TITLE, named

if TYPE_CHECKING:
    from tui_home.doors.ssh.line import Line
    from tui_home.doors.ssh.service import Careful
    from tui_home.terminal.dialogue import Dialogue

_MOST_EARLY = 1024
"""Bytes typed before it is taken."""
_SYNC, _SYNC_OVER = "\x1b[?2026h", "\x1b[?2026l"


class TakenTerminal:
    """One visitor's.

    Args:
        line: Where output goes.
        dialogue: What is said with it.
        hearing: Who is told what comes in.
        careful: What the loop calls is done with this.
    """

    def __init__(self, line: Line, dialogue: Dialogue, hearing: Hearing, careful: Careful) -> None:
        self.line = line
        self.dialogue = dialogue
        self.incoming = Incoming(dialogue, line, weakly(self.write), hearing, careful)
        self.window = ""
        """What we have called the window; empty for nothing."""
        self._loop = asyncio.get_running_loop()
        self._early: bytearray | None = bytearray()
        """What was typed before it was taken; None after that."""
        self._unsent: list[str] = []
        self._taken = self._titled = self._closed = False

    # Out

    def write(self, data: str) -> None:
        """Write with what else is written in this turn of the loop."""
        if not data or (not self.dialogue.capabilities.osc and data.startswith(MODERN)):
            return
        if not self._unsent:
            self._loop.call_soon(self.flush)
        self._unsent.append(data)

    def flush(self) -> None:
        """Send what was written."""
        unsent, self._unsent = "".join(self._unsent), []
        self.line.write(unsent)

    def show(self, frame: str, window: str) -> None:
        """Show a whole screen at once."""
        if window != self.window and self._titled:
            self.window = window
            self.write(named(window))
        synchronized = self.dialogue.capabilities.synchronized
        self.write(f"{_SYNC}{frame}{_SYNC_OVER}" if synchronized else frame)
        self.flush()

    # Taking it, and giving it back

    def take(self) -> None:
        """Take it, and ask what it can do."""
        self._taken = True
        self.line.restore = self.give_back
        self.write(ALTERNATE)
        self.leave_mouse(leave=False)
        self.write(START)
        self.write(KITTY)
        if self.dialogue.capabilities.osc:
            self._titled = True
            self.write(KEEP_TITLE)
        self.incoming.begin()
        early, self._early = self._early, None
        if early:
            self.incoming.receive(bytes(early))

    def leave_mouse(self, *, leave: bool) -> None:
        """Let the mouse select text, or be told of it."""
        for mode in MOUSE:
            self.write(f"{mode[:-1]}l" if leave else mode)

    def give_back(self) -> None:
        """Give it back, once."""
        self.incoming.leave()
        if not self._taken:
            return
        self._taken = False
        self.leave_mouse(leave=True)
        if self._titled:
            self.write(OLD_TITLE)
        self.write(STOP)
        self.write(self.dialogue.farewell())
        self.write(KITTY_OFF)
        self.write(NORMAL)
        self.flush()

    async def close(self) -> None:
        """Give it back, wait for what it still owes, and let go of everything."""
        self.give_back()
        await self.incoming.settle()
        self.flush()
        self._closed = True
        self.line.redraw = self.line.restore = None
        self.incoming.end()

    # In

    def receive(self, data: bytes) -> None:
        """Take what it has sent."""
        if self._early is not None:
            self._early += data[: _MOST_EARLY - len(self._early)]
        elif not self._closed:
            # Also when it has been given back: what it still owes is waited for.
            self.incoming.receive(data)
