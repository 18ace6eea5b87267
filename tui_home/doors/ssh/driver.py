"""Textual's driver of one visitor's terminal at the other end of an SSH connection.

With `running` and `key_line`, this is where Textual's privates are used (8.2). Nothing here reads this process's
environment, its streams or its signals, and nothing starts a thread.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events
from textual.driver import Driver
from textual.geometry import Size as TextualSize
from textual.messages import TerminalSupportsSynchronizedOutput

from tui_home.doors.key_line import KeyLine
from tui_home.tui.messages import TerminalKnown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.message import Message

    from tui_home.doors.ssh.limits import Limits
    from tui_home.doors.ssh.line import Line
    from tui_home.terminal.dialogue import Dialogue
    from tui_home.tui.app import HomepageApp

_MOUSE = ("\x1b[?1000h", "\x1b[?1003h", "\x1b[?1015h", "\x1b[?1006h")
_KITTY = "\x1b[>25u"
"""Kitty's keyboard: no key looks like another, all are told, with their text."""
_START = "\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?7l"
"""No cursor; tell of the focus; mark what is pasted; do not wrap."""
_STOP = "\x1b[?2004l\x1b[?1004l\x1b[?7h"
_ALTERNATE, _NORMAL = "\x1b[?1049h", "\x1b[?1049l\x1b[?25h"
_KITTY_OFF = "\x1b[<u"
_MODERN = ("\x1b]", "\x1b[>", "\x1b[<")
"""What an old terminal would print."""
_SLOWEST_ANSWER = 1.0
"""Seconds for which somebody who leaves waits for the terminal's last answers: their shell would get them."""
_ACTS = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)


class VisitDriver(Driver):
    """Connects one app with one Line.

    Args:
        app: The visitor's.
        line: Where output goes.
        limits: How much input may wait.
        acted: Called for each key and click, not for motion and answers.
        debug: Textual's.
        mouse: Textual's.
        size: The terminal's, in cells.
    """

    def __init__(  # noqa: PLR0913 - the last three are Textual's
        self,
        app: HomepageApp,
        *,
        line: Line,
        limits: Limits,
        acted: Callable[[], None],
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if app.visitor.dialogue is None:
            raise ValueError("a visitor over SSH has a Dialogue")
        self._homepage = app
        self._dialogue: Dialogue = app.visitor.dialogue
        self._told = self._dialogue.capabilities
        self._line = line
        self._limits = limits
        self._acted = acted
        self._keys = KeyLine(self._dialogue, self.write)
        self._unsent: list[str] = []
        self._early: deque[Message] = deque()
        """What was typed before there was anything to see; typed on, it would be lost."""
        self._timer: asyncio.TimerHandle | None = None
        self._stale = self._taken = self._left = False
        self._settled = asyncio.Event()

    # Out

    @property
    def is_headless(self) -> bool:
        """Whether nothing is drawn now: the visitor has not taken what was drawn before."""
        if not self._stale and not self._line.writable:
            self._stale = True
            self._line.redraw = self._draw_again
        return self._stale

    def write(self, data: str) -> None:
        """Write with what else is written in this turn of the loop."""
        if not self._told.osc and data.startswith(_MODERN):
            return
        if not self._unsent:
            self._loop.call_soon(self.flush)
        self._unsent.append(data)

    def flush(self) -> None:
        """Send what was written."""
        unsent, self._unsent = "".join(self._unsent), []
        self._line.write(unsent)

    def _draw_again(self) -> None:
        self._line.redraw = None
        self._stale = False
        # Everything is drawn anew, as after a stop.
        self.send_message(self.SignalResume())

    # Taking the terminal, and giving it back

    def start_application_mode(self) -> None:
        """Take the terminal, and ask what it can do."""
        self._taken = True
        self._line.restore = self.stop_application_mode
        self.write(_ALTERNATE)
        self._enable_mouse_support()
        self.write(_START)
        self.write(_KITTY)
        self._dialogue.resume()
        self._keys.begin()
        self._arm()
        self.resize(self._size or (80, 24))

    def disable_input(self) -> None:
        """Heed no more keys; answers still are."""
        self._left = True
        self._early.clear()

    def stop_application_mode(self) -> None:
        """Give the terminal back, once."""
        self.disable_input()
        if self._taken:
            self._taken = False
            self._disable_mouse_support()
            self.write(_STOP)
            self.write(self._dialogue.farewell())
            self.write(_KITTY_OFF)
            self.write(_NORMAL)
            self.flush()

    async def settle(self) -> None:
        """Wait until the terminal owes no more answers, not for long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_SLOWEST_ANSWER):
                while self._dialogue.owes and not self._line.lost:
                    self._settled.clear()
                    await self._settled.wait()

    def close(self) -> None:
        """Let go of everything."""
        self.flush()
        self._line.redraw = self._line.restore = None
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _enable_mouse_support(self) -> None:
        for mode in _MOUSE:
            self.write(mode)

    def _disable_mouse_support(self) -> None:
        for mode in _MOUSE:
            self.write(f"{mode[:-1]}l")

    # In

    def receive(self, data: bytes) -> None:
        """Take what the visitor's terminal has sent."""
        self._pass_on(self._keys.feed(data, self._room))

    def show(self) -> None:
        """Heed what was typed before the page could be seen."""
        early, self._early = self._early, deque()
        for message in early:
            self.process_message(message)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out for another size."""
        self._size = size
        cells = TextualSize(*size)
        self.send_message(events.Resize(cells, cells))

    def interrupt(self) -> None:
        """Heed a signal as ctrl+c."""
        self._pass_on(self._keys.feed(b"\x03", self._room))

    def lose(self) -> None:
        """Heed that nobody is there any more."""
        self._settled.set()

    def send_message(self, message: Message) -> None:
        """Hand a message to the app, which runs on this very loop."""
        self._homepage.post_message(message)

    @property
    def _room(self) -> int:
        """How many more keys and clicks may wait."""
        return 0 if self._left else self._limits.max_events - len(self._early) - self._homepage.message_queue_size

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            if isinstance(message, _ACTS):
                self._acted()
            if self._left:
                continue
            if self._homepage.is_painted or not isinstance(message, _ACTS):
                self.process_message(message)
            else:
                self._early.append(message)
        if not self._dialogue.owes:
            self._settled.set()
        self._tell()
        self._arm()

    def _tell(self) -> None:
        """Tell the app what has been learnt of the terminal."""
        known, told = self._dialogue.capabilities, self._told
        if known is told:
            return
        self._told = known
        if known.synchronized and not told.synchronized:
            self.send_message(TerminalSupportsSynchronizedOutput())
        self.send_message(TerminalKnown(known))

    def _arm(self) -> None:
        """See to it that what is held back too long is let go."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        wait = self._keys.wait
        if wait is not None and not self._line.lost:
            self._timer = self._loop.call_later(wait, self._tick)

    def _tick(self) -> None:
        self._timer = None
        self._pass_on(self._keys.tick())

    # What is never done on a server

    def open_url(self, url: str, new_tab: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Open nothing: a browser here is not the visitor's."""

    def deliver_binary(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - whatever it is
        """Write no file: a disk here is not the visitor's."""
