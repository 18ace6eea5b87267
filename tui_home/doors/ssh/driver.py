"""Textual's driver of one visitor's terminal at the other end of an SSH connection.

With `running` and `key_line`, this is where Textual's privates are used (8.2). Nothing here reads this process's
environment, its streams or its signals, and nothing starts a thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events
from textual.driver import Driver
from textual.geometry import Size as TextualSize

from tui_home.doors.ssh.codes import ALTERNATE, KITTY, KITTY_OFF, MODERN, MOUSE, NORMAL, START, STOP
from tui_home.doors.ssh.incoming import Hearing, Incoming
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message import Message

    from tui_home.doors.ssh.limits import Limits
    from tui_home.doors.ssh.line import Line
    from tui_home.doors.ssh.service import Careful
    from tui_home.tui.app import HomepageApp


class VisitDriver(Driver):
    """Connects one app with one Line.

    Args:
        app: The visitor's.
        line: Where output goes.
        limits: How much input may wait.
        early: What was typed before there was a driver.
        acted: Called for each key and click, not for motion and answers.
        careful: What the loop calls is done with this.
        debug, mouse, size: Textual's.
    """

    def __init__(  # noqa: PLR0913 - the last three are Textual's
        self,
        app: HomepageApp,
        *,
        line: Line,
        limits: Limits,
        early: bytearray,
        acted: Callable[[], None],
        careful: Careful,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._homepage = app
        # One of no terminal asks nothing, and still keeps split keys together.
        self._dialogue = app.visitor.dialogue or Dialogue(Environment(stdin_tty=False))
        self._line = line
        self._limits = limits
        self._early = early
        hearing = Hearing(self.process_message, self.send_message, acted, self._room)
        self.incoming = Incoming(self._dialogue, line, self.write, hearing, careful)
        self._unsent: list[str] = []
        self._stale = self._taken = False

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
        if not self._dialogue.capabilities.osc and data.startswith(MODERN):
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
        self.write(ALTERNATE)
        self._enable_mouse_support()
        self.write(START)
        self.write(KITTY)
        self.incoming.begin()
        self.receive(bytes(self._early))

    def disable_input(self) -> None:
        """Heed no more keys; answers still are."""
        self.incoming.leave()

    def stop_application_mode(self) -> None:
        """Give the terminal back, once."""
        self.disable_input()
        if self._taken:
            self._taken = False
            self._disable_mouse_support()
            self.write(STOP)
            self.write(self._dialogue.farewell())
            self.write(KITTY_OFF)
            self.write(NORMAL)
            self.flush()

    def close(self) -> None:
        """Let go of everything."""
        self.flush()
        self._line.redraw = self._line.restore = None
        self.incoming.end()

    def _enable_mouse_support(self) -> None:
        for mode in MOUSE:
            self.write(mode)

    def _disable_mouse_support(self) -> None:
        for mode in MOUSE:
            self.write(f"{mode[:-1]}l")

    # In

    def receive(self, data: bytes) -> None:
        """Take what the visitor's terminal has sent."""
        self.incoming.receive(data)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out for another size."""
        self._size = size
        cells = TextualSize(*size)
        self.send_message(events.Resize(cells, cells))

    def send_message(self, message: Message) -> None:
        """Hand a message to the app, which runs on this very loop."""
        self._homepage.post_message(message)

    def _room(self) -> int:
        return self._limits.max_events - self._homepage.message_queue_size

    # What is never done on a server

    def open_url(self, url: str, new_tab: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Open nothing: a browser here is not the visitor's."""

    def deliver_binary(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - whatever it is
        """Write no file: a disk here is not the visitor's."""
