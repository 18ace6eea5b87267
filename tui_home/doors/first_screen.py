"""The first screen of a visit to this terminal: shown before there is an app, and kept for the next time.

Importing Textual takes longer than all else of a start. Meanwhile the visitor reads what they were shown the last time,
if all that decides a cell of it is the same; what they type waits in the terminal's own queue for the app.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_home.doors.recalled import Memory

_ALTERNATE = "\x1b[?1049h"
_SHOWN = f"{_ALTERNATE}\x1b[?25l\x1b[?7l"
"""The alternate screen; no cursor; no wrapping."""
_GONE = "\x1b[?7h\x1b[?1049l\x1b[?25h"
_WHOLE = "\x1b[1;1H"
"""What a frame of all cells begins with."""
_BY_SIGNAL = 128
"""What a shell adds to a signal's number to tell who ended by it."""


class FirstScreen:
    """Of one visit.

    Args:
        memory: Where it is kept.
        shown: What is shown before there is an app; empty for nothing.
    """

    def __init__(self, memory: Memory, shown: str = "") -> None:
        self._memory = memory
        self._shown = shown
        self._is_painted = False
        """Whether the app has painted."""
        self._painted = ""
        """What it has painted with nothing done yet and all read; empty until then."""
        self._before: list[Any] | None = None
        """How the terminal was (termios), while we have it and nobody else."""

    # Before there is an app

    def show(self) -> None:
        """Take the terminal, and show what is known."""
        import termios  # noqa: PLC0415 - not on Windows, where nothing is kept

        descriptor = sys.__stdin__.fileno()  # type: ignore[union-attr]
        before = termios.tcgetattr(descriptor)
        self._before = [*before[:6], list(before[6])]
        during = [*before[:6], list(before[6])]
        # As Textual has it: what is typed now, ctrl+c as well, is what it is a moment later.
        during[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        during[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        during[6][termios.VMIN], during[6][termios.VTIME] = 1, 0
        termios.tcsetattr(descriptor, termios.TCSANOW, during)
        _write(f"{_SHOWN}{self._shown}")

    def hand_over(self) -> list[Any] | None:
        """Leave the terminal to the app; return how it was before, None when it was not taken."""
        before, self._before = self._before, None
        return before

    def give_back(self) -> None:
        """Give the terminal back, if nobody else has taken it over; what was typed is thrown away."""
        before = self.hand_over()
        if before is not None:
            import termios  # noqa: PLC0415 - see above

            # It may be gone; and where nothing can be written, it may be a terminal yet.
            with suppress(OSError):
                _write(_GONE)
            with suppress(OSError, termios.error):
                termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSAFLUSH, before)  # type: ignore[union-attr]

    # Under the app

    def withholds(self, data: str, *, whole: bool, acted: bool) -> bool:
        """Return whether what the app would write is there already.

        Args:
            data: It.
            whole: Whether it paints all cells now.
            acted: Whether a key has acted before: this is not how a visit begins.
        """
        if self._before is not None and data == _ALTERNATE:
            # The second time would clear it.
            return True
        if not whole or not data.startswith(_WHOLE):
            return False
        first, self._is_painted = not self._is_painted, True
        # In a hurry nobody sees whether what is kept is right: it stays for the next time.
        if not (acted or self._painted) and self._memory.is_complete:
            self._painted = data
        return first and data == self._shown

    def rehearsed(self, frame: str) -> None:
        """Take `frame` for what the next visit begins with: when this one did, not all had been read."""
        self._painted = self._painted or frame

    def settle(self, *, lasting: bool) -> bool:
        """Keep what the app painted first, unless what the terminal has answered since has changed it.

        Returns whether that is done: as long as the site is being read, what was painted is not how it will begin.
        """
        if not lasting:
            self._memory.forget()
        elif self._painted not in ("", self._shown):
            self._memory.keep_screen(self._painted)
        return bool(self._painted) or not lasting


@contextmanager
def first_screen(memory: Memory, shown: str) -> Iterator[FirstScreen]:
    """Show what is known, if anything is; whatever happens, the terminal is given back."""
    first = FirstScreen(memory, shown)
    if not shown:
        yield first
        return
    from tui_home.doors.keyboard import ending_by  # noqa: PLC0415 - not for what is printed

    with ending_by(_end):
        try:
            first.show()
            yield first
        finally:
            first.give_back()


def _end(number: int) -> None:
    raise SystemExit(_BY_SIGNAL + number)


def _write(text: str) -> None:
    """Write where the app will (see `driver`)."""
    from tui_home.terminal.environment import is_terminal  # noqa: PLC0415 - it is there already

    stream = sys.__stderr__ if is_terminal(sys.__stderr__) else sys.__stdout__
    if stream is not None:
        stream.write(text)
        stream.flush()
