"""Textual's driver of one visitor's terminal at the other end of an SSH connection.

With `running` and `key_line`, this is where Textual's privates are used (8.2). Nothing here reads this process's
environment, its streams or its signals, and nothing starts a thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events
from textual.driver import Driver
from textual.geometry import Size as TextualSize

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message import Message

    from tui_home.doors.ssh.screen.terminal import TakenTerminal
    from tui_home.tui.app import HomepageApp


class VisitDriver(Driver):
    """Connects one app with one terminal, which has been taken for it.

    Args:
        app: The visitor's.
        terminal: Theirs.
        begun: Called when the app can be told what was typed.
        debug, mouse, size: Textual's.
    """

    def __init__(
        self,
        app: HomepageApp,
        *,
        terminal: TakenTerminal,
        begun: Callable[[VisitDriver], None],
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._homepage = app
        self.terminal = terminal
        self._begun = begun
        self._stale = self._parted = False

    # Out

    @property
    def is_headless(self) -> bool:
        """Whether nothing is drawn now: the visitor has not taken what was drawn before, or is to see it on."""
        if self._parted:
            return True
        line = self.terminal.line
        if not self._stale and not line.writable:
            self._stale = True
            line.redraw = self._draw_again
        return self._stale

    def write(self, data: str) -> None:
        """Write with what else is written in this turn of the loop."""
        if not self._parted:
            self.terminal.write(data)

    def flush(self) -> None:
        """Send what was written."""
        if not self._parted:
            self.terminal.flush()

    def _draw_again(self) -> None:
        self.terminal.line.redraw = None
        self._stale = False
        # Everything is drawn anew, as after a stop.
        self.send_message(self.SignalResume())

    # The terminal has been taken, and is given back by whoever took it

    def start_application_mode(self) -> None:
        """Let what was typed come."""
        self._begun(self)

    def disable_input(self) -> None:
        """Heed no more keys; answers still are."""
        if not self._parted:
            self.terminal.incoming.leave()

    def stop_application_mode(self) -> None:
        """Give the terminal back, once."""
        if not self._parted:
            self.terminal.give_back()

    def part(self) -> None:
        """Leave the terminal as it is, for a later app."""
        self._parted = True

    @property
    def is_still(self) -> bool:
        """Whether all that was drawn has been sent, and nobody holds a mouse's button down."""
        return not (self.is_headless or self._down_buttons)

    def _enable_mouse_support(self) -> None:
        self.terminal.leave_mouse(leave=False)

    def _disable_mouse_support(self) -> None:
        self.terminal.leave_mouse(leave=True)

    # In

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out for another size."""
        self._size = size
        cells = TextualSize(*size)
        self.send_message(events.Resize(cells, cells))

    def send_message(self, message: Message) -> None:
        """Hand a message to the app, which runs on this very loop."""
        self._homepage.post_message(message)

    @property
    def waiting(self) -> int:
        """How many messages the app has not come to yet."""
        return self._homepage.message_queue_size

    # What is never done on a server

    def open_url(self, url: str, new_tab: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Open nothing: a browser here is not the visitor's."""

    def deliver_binary(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - whatever it is
        """Write no file: a disk here is not the visitor's."""
