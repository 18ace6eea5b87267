"""A program in a pseudo-terminal, with a stopwatch on what it writes. POSIX only."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

COLUMNS, LINES = 100, 30
PATIENCE = 30.0
QUIET = 0.15
"""Seconds without a byte after which a screen counts as painted."""
_CURSOR_QUERY, _CURSOR_ANSWER = b"\x1b[6n", b"\x1b[1;1R"


@dataclass(frozen=True, slots=True)
class Painted:
    """What came of a key: seconds to the first and to the last byte, and how many bytes."""

    first: float
    last: float
    size: int


def visitor_environment(home: Path) -> dict[str, str]:
    """Return the environment of who is measured: nothing of this process's but PATH."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22",  # no clipboard and no browser of this machine's
    }


class PseudoTerminal:
    """Runs `command` on a terminal of 100×30 cells until the block is left, for a visitor who lives in `home`."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        environment = visitor_environment(home)
        self.started = time.perf_counter()
        self._pid, self._master = pty.fork()
        if self._pid == 0:
            # Before exec, so that the program never sees another size.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
            try:
                os.execvpe(command[0], list(command), environment)  # noqa: S606 - no shell is wanted
            finally:
                os._exit(127)  # never two of us

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, 9)
        os.waitpid(self._pid, 0)
        os.close(self._master)

    def _read(self, timeout: float) -> bytes:
        if not select.select([self._master], [], [], timeout)[0]:
            return b""
        try:
            data = os.read(self._master, 65536)
        except OSError:  # Linux's way of saying that the program has gone
            return b""
        if _CURSOR_QUERY in data:
            os.write(self._master, _CURSOR_ANSWER)
        return data

    def wait_for(self, text: bytes) -> float:
        """Return the seconds from the start until `text` was on the wire."""
        self.read_until(text)
        return time.perf_counter() - self.started

    def read_until(self, text: bytes) -> bytes:
        """Return what is written, up to and with `text` and what came with it."""
        written = b""
        while text not in written:
            data = self._read(PATIENCE)
            written += data
            if not data:
                message = f"{text!r} never came; the last that did: {written[-300:]!r}"
                raise RuntimeError(message)
        return written

    def write(self, keys: bytes) -> None:
        """Press keys, whatever is on the screen."""
        os.write(self._master, keys)

    def wait_for_the_end(self) -> None:
        """Read until the program has ended by itself."""
        until = time.monotonic() + PATIENCE
        while os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            self._read(0.05)
            if time.monotonic() > until:
                raise RuntimeError("the program does not end")

    def settle(self) -> None:
        """Read until nothing more comes."""
        while self._read(3 * QUIET):
            pass

    def press(self, key: bytes) -> Painted:
        """Press a key on a quiet screen and read until it is quiet again."""
        pressed = last = time.perf_counter()
        first, size = 0.0, 0
        os.write(self._master, key)
        while data := self._read(QUIET if size else PATIENCE):
            last = time.perf_counter() - pressed
            first = first or last
            size += len(data)
        if not size:
            message = f"nothing was painted after {key!r}"
            raise RuntimeError(message)
        return Painted(first, last, size)
