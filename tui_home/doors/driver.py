"""Textual's driver of a POSIX terminal, with a Dialogue between the terminal and the keys.

With `key_line`, this is where Textual's privates are used: methods and fields of its `LinuxDriver` (8.2).
"""

from __future__ import annotations

import os
import select
import sys
import termios
import time
from collections.abc import Iterable
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING, TextIO

from textual.drivers.linux_driver import LinuxDriver

from tui_home.doors.key_line import KeyLine
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment, is_terminal
from tui_home.tui.themes import palette_of

if TYPE_CHECKING:
    from textual.message import Message
    from textual.theme import Theme

    from tui_home.doors.first_screen import FirstScreen
    from tui_home.model.look import Look
    from tui_home.tui.app import HomepageApp

_POLL = 0.1
"""Seconds after which the reading thread looks whether it is over."""
_CHUNK = 4096
_MODERN = ("\x1b]", "\x1b[>", "\x1b[<")
_UNASKED = "\x1b[?1004l\x1b[?2004l"
"""No more reports of the focus, no more marks round what is pasted."""


class _Output:
    """Where Textual's thread writes: a terminal that may be closed; the thread goes on, lest others wait for it."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()


class TerminalDriver(LinuxDriver):
    """Asks the terminal what it can do once keys can be read, and takes the answers out of what is read."""

    _app: HomepageApp

    def __init__(
        self,
        app: HomepageApp,
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
        first: FirstScreen | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._first = first
        self._painted_in: tuple[Theme, Look] | None = None
        # Without one of theirs, one that asks nothing still keeps split keys together.
        self._dialogue = app.visitor.dialogue or Dialogue(Environment(stdin_tty=False))
        self._settled = Event()
        self._owes_until = 0.0
        """Until when nobody leaves unanswered: the shell's prompt would get the answers."""
        if not is_terminal(sys.__stderr__):
            # Textual writes to standard error, which may lead to a file.
            self._file = sys.__stdout__
        if self._file is not None:
            self._file = _Output(self._file)  # type: ignore[assignment]

    def write(self, data: str) -> None:
        """Write to the terminal; what an old one would print (pointers' shapes, kitty's keyboard) stays unsaid."""
        if not self._dialogue.capabilities.osc and data.startswith(_MODERN):
            return
        app, first = self._app, self._first
        if first is None or not first.withholds(data, whole=app.opening.paints_all, acted=app.turns.acted):
            super().write(data)
        if first is not None and app.opening.paints_all:
            self._painted_in = self._painted_in or (app.current_theme, app.look)
            self._settle_first()

    def _rehearsed(self, frame: str) -> None:
        if self._first is not None:
            self._first.rehearsed(frame)
            self._settle_first()

    # Taking the terminal, and giving it back

    def start_application_mode(self) -> None:
        """Take the terminal; the reading thread asks."""
        self._line = KeyLine(self._dialogue, self._ask)
        self._dialogue.resume()
        self._app.opening.rehearsed = self._rehearsed
        try:
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if self._first is not None and (before := self._first.hand_over()):
                self.attrs_before = before
        except BaseException:
            # Textual gives back only what it has taken whole.
            if self._writer_thread is not None:
                self.stop_application_mode()
            raise

    def disable_input(self) -> None:
        """Read until nothing is owed to us any more, then no longer."""
        if self._key_thread is not None and self._key_thread.is_alive():
            self.write(self._dialogue.farewell() + _UNASKED)
            self._settled.wait(max(0.0, self._owes_until - time.monotonic()))
        super().disable_input()

    def _request_terminal_sync_mode_support(self) -> None:
        """Ask nothing: the Dialogue does."""

    def _query_in_band_window_resize(self) -> None:
        """Ask nothing: the Dialogue lets no such report through, and some terminals print the end of the question."""

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop; after one that could not be caught, with the terminal as the shell has left it."""
        if self._key_thread is not None and self._key_thread.is_alive():
            self.suspend_application_mode()
            self._must_signal_resume = True
        super()._sigcont_application()

    # Asking and reading

    def run_input_thread(self) -> None:
        """Read keys and answers until the input is disabled."""
        if self._is_quiet():
            self._line.begin()
        while not self.exit_event.is_set():
            wait = self._line.wait
            if not select.select([self.fileno], [], [], _POLL if wait is None else min(wait, _POLL))[0]:
                self._pass_on(self._line.tick())
                continue
            data = self._read()
            if not data:
                # The terminal is gone; nobody will ever press a key.
                self._settled.set()
                self._loop.call_soon_threadsafe(self._app.exit)
                return
            self._pass_on(self._line.feed(data))

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _CHUNK)
        except OSError:
            return b""

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
        if not self._dialogue.owes:
            self._settled.set()
        for news in self._line.learnt():
            self.send_message(news)
            self._loop.call_soon_threadsafe(self._settle_first)

    def _settle_first(self) -> None:
        """Let the first screen be kept when nothing more can be answered that would change it."""
        able = self._dialogue.capabilities
        if self._first is None or self._painted_in is None or not able.settled:
            return
        theme, look = self._painted_in
        if self._first.settle(lasting=able.look(palette_of(theme, able)) == look):
            self._first = None

    def _ask(self, question: str) -> None:
        self._owes_until = time.monotonic() + self._dialogue.slowest
        self._settled.clear()
        self.write(question)

    def _is_quiet(self) -> bool:
        """Say whether answers would not be echoed."""
        try:
            return not termios.tcgetattr(self.fileno)[3] & termios.ECHO
        except termios.error:
            return False
