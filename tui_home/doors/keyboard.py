"""The terminal's keyboard read key by key, without Textual; it is always given back as it was."""

from __future__ import annotations

import codecs
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_AT_ONCE = 4096
_ENDING = ("SIGTERM", "SIGHUP")


class Keyboard:
    """What comes from a terminal, as it comes."""

    def __init__(self, descriptor: int) -> None:
        """Read from `descriptor`, which is a terminal that waits for no enter."""
        self._descriptor = descriptor
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def read(self, seconds: float) -> str:
        """Return what has come within `seconds`; empty when nothing has.

        Raises:
            EOFError: The terminal is gone.
        """
        if not select.select([self._descriptor], [], [], max(seconds, 0))[0]:
            return ""
        data = os.read(self._descriptor, _AT_ONCE)
        if not data:
            raise EOFError
        return self._decoder.decode(data)


@contextmanager
def keyboard() -> Iterator[Keyboard]:
    """Take standard input, a terminal, key by key and without echo; ctrl+c and ctrl+z do what they always do.

    At the end it is as it was, and what nobody has read is thrown away: answers that come late are no commands.
    """
    import termios  # noqa: PLC0415 - not on Windows

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    # termios(4): neither lines (ICANON) nor ECHO; read(2) returns with one byte.
    during = [*before[:3], before[3] & ~(termios.ICANON | termios.ECHO), *before[4:6], list(before[6])]
    during[6][termios.VMIN], during[6][termios.VTIME] = 1, 0
    with ending_by(_interrupt):
        try:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, during)
            yield Keyboard(descriptor)
        finally:
            termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)


@contextmanager
def ending_by(heed: Callable[[int], None], names: tuple[str, ...] = _ENDING) -> Iterator[None]:
    """Let `heed` see to the signals that end a program, so that the terminal is given back first.

    Args:
        heed: Takes a signal's number. The same signal for the second time ends the program at once.
        names: Which signals; those that are ignored (``nohup``) stay so.
    """

    def first(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        heed(number)

    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    heeded = [number for number in numbers if before[number] is not signal.SIG_IGN]
    for number in heeded:
        signal.signal(number, first)
    try:
        yield
    finally:
        for number in heeded:
            signal.signal(number, before[number])


def _interrupt(_number: int) -> None:
    raise KeyboardInterrupt


def now() -> float:
    """Return the seconds of a steady clock."""
    return time.monotonic()
