"""A terminal whose every byte we know: a program in a pty, pyte's screen at the other end, and answers to questions."""

from __future__ import annotations

import array
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pyte

PATIENCE = 40.0
"""Seconds to wait for the screen on a machine that does other things, too."""

HOMEPAGE = (sys.executable, "-m", "tui_home")
_QUESTION = re.compile(
    rb"\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"
    rb"|\x1b\[>0?(?P<version>q)"
    rb"|\x1b\[\?(?P<mode>\d+)\$p"
    rb"|\x1b\[\?(?P<keyboard>u)"
    rb"|\x1b\[(?P<cell>16)t"
    rb"|\x1b_G(?P<graphics>[^\x1b]*)\x1b\\"
    rb"|\x1b\[(?P<cursor>6)n"
    rb"|\x1b\[0?(?P<fence>c)"
)
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b[_P^X][^\x1b]*\x1b\\|\x1b\[[<>=?][0-9;]*[uqm]|\x1b\[[0-9;]*t|\x1b\[\?[0-9;]*\$p")
_ALTERNATE = re.compile(rb"(\x1b\[\?1049[hl])")
_UNFINISHED = re.compile(rb"\x1b(?:[_P^X\]][^\x07\x1b]*\x1b?|\[[0-9;<=>?$]*)?\Z")


def plain_environment(home: Path) -> dict[str, str]:
    """Return what a visitor's program is started with who has set up nothing, and has been here before.

    Where Sites are kept is given (tests/conftest.py), so that not each of a hundred starts reads the site anew.
    """
    return {
        "HOME": str(home),
        "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"],
        "LC_ALL": "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8",
        "PATH": os.environ["PATH"],
        "SHELL": "/bin/sh",
        "TERM": "xterm-256color",
    }


@dataclass(frozen=True, slots=True)
class Replies:
    """What a terminal answers; an empty answer is silence."""

    foreground: str = "rgb:d0d0/d0d0/d0d0"
    background: str = "rgb:1010/1010/1010"
    fence: str = "\x1b[?62;22c"
    version: str = "\x1bP>|Emulator(1.0)\x1b\\"
    modes: Mapping[int, int] | None = None
    """Which modes are reported how (DECRPM); others as 0, None for no report at all."""
    keyboard: str = ""
    graphics: str = ""
    cell: str = "\x1b[6;16;8t"

    def to(self, question: re.Match[bytes], screen: pyte.Screen) -> str:
        """Return the answer to one question."""
        kind, value = question.lastgroup, (question[question.lastgroup or 0] or b"").decode()
        if kind == "colour":
            colour = self.foreground if value == "10" else self.background
            return f"\x1b]{value};{colour}\x1b\\" if colour else ""
        if kind == "mode":
            return "" if self.modes is None else f"\x1b[?{value};{self.modes.get(int(value), 0)}$y"
        if kind == "cursor":
            return f"\x1b[{screen.cursor.y + 1};{screen.cursor.x + 1}R"
        return str(getattr(self, kind or ""))


SILENT = Replies("", "", "", "", None, "", "", "")
"""A terminal that answers nothing (but where the cursor is)."""
DARK = Replies()
LIGHT = Replies("rgb:2020/2020/2020", "rgb:ffff/ffff/ffff")
RICH = Replies(
    modes={2026: 2, 2031: 2, 2048: 2}, keyboard="\x1b[?0u", graphics="\x1b_Gi=31;OK\x1b\\", fence="\x1b[?62;4;22c"
)


class Emulator:
    """One terminal.

    Args:
        home: an empty folder; HOME and the working directory of what runs inside.
        columns: cells across.
        lines: cells down.
        replies: what it answers.
        held: keep the answers until `release`.
        environment: variables beside HOME, PATH and the locale.
    """

    def __init__(
        self,
        home: Path,
        columns: int = 80,
        lines: int = 24,
        *,
        replies: Replies = DARK,
        held: bool = False,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.home = home
        self.replies = replies
        self.written = b""
        """All that the program has written."""
        self.answers: list[bytes] = []
        """Answers that were held back, or all that were sent."""
        self._held = held
        self._pending = b""
        self._lock = threading.RLock()
        self._shown = ""
        """The screen's text, while nothing new has been drawn; empty when something has."""
        self._screen = self._normal = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        root = str(Path(__file__).resolve().parents[1])
        self._environment = {**plain_environment(home), "PYTHONPATH": root, **(environment or {})}
        self._master, self._slave = pty.openpty()
        self.resize(columns, lines)
        self._ended = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        if not self._ended.is_set():
            self.close()

    def close(self) -> None:
        """Close the window, whatever runs in it."""
        self._ended.set()
        self._reader.join()
        os.close(self._master)
        os.close(self._slave)

    def run(self, *command: str) -> None:
        """Start `command` with this as its terminal."""
        slave = self._slave

        def take_terminal() -> None:
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=self.home,
            env=self._environment,
            start_new_session=True,
            preexec_fn=take_terminal,  # noqa: PLW1509 - no thread of the child's runs yet
        )

    def run_homepage(self, *arguments: str) -> None:
        """Start tui-home with `arguments`."""
        self.run(*HOMEPAGE, *arguments)

    def send(self, data: str | bytes) -> None:
        """Type, or answer; waits for nothing."""
        os.write(self._master, data.encode() if isinstance(data, str) else data)

    def send_apart(self, pieces: Sequence[str | bytes]) -> None:
        """Type each piece when the program has read all before it."""
        for piece in pieces:
            self.send(piece)
            self._wait(lambda: not self._unread(), "the program reads")

    def release(self, *, apart: bool = False) -> None:
        """Send the answers held back so far, byte by byte when `apart`, and those that they lead to; then hold none."""
        sent = 0
        while True:
            with self._lock:
                # One after the other: no terminal begins an answer within another.
                answers, sent = b"".join(self.answers[sent:]), len(self.answers)
                if not answers:
                    self._held = False
                    return
            if apart:
                self.send_apart([answers[at : at + 1] for at in range(len(answers))])
            else:
                self.send(answers)

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size, in cells."""
        with self._lock:
            for screen in {self._screen, self._normal}:
                screen.resize(lines, columns)
            self._shown = ""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, columns * 8, lines * 16))

    @property
    def screen(self) -> str:
        """What can be read now, line by line, without trailing blanks."""
        with self._lock:
            self._shown = self._shown or "\n".join(line.rstrip() for line in self._screen.display)
            return self._shown

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the cursor is: column and line, from 0."""
        with self._lock:
            return self._screen.cursor.x, self._screen.cursor.y

    @property
    def cells(self) -> pyte.Screen:
        """The screen itself, for colours and attributes; only look at it when nothing is being written."""
        return self._screen

    @property
    def echoes(self) -> bool:
        """Whether what is typed is echoed, as a shell expects it."""
        return bool(termios.tcgetattr(self._slave)[3] & termios.ECHO)

    def wait_until(self, condition: Callable[[str], bool], what: str) -> str:
        """Return the first screen for which `condition` holds; fail with the last one after PATIENCE."""
        self._wait(lambda: condition(self.screen), what)
        return self.screen

    def wait_for(self, *texts: str) -> str:
        """Return the first screen on which all of `texts` stand."""
        return self.wait_until(lambda screen: all(text in screen for text in texts), f"waiting for {texts}")

    def wait_for_bytes(self, part: bytes) -> None:
        """Wait until the program has written `part`."""
        self._wait(lambda: part in self.written, f"waiting for {part!r}")

    def wait_for_exit(self) -> int:
        """Return the program's exit code."""
        assert self._process is not None
        status = self._process.wait(PATIENCE)
        self._wait(self._all_taken, "what it last wrote")
        return status

    def _all_taken(self) -> bool:
        with self._lock:
            return not select.select([self._master], [], [], 0)[0]

    def _wait(self, condition: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > deadline:
                message = f"{what}: not within {PATIENCE:.0f} s on\n{self.screen}\n{self.written[-2000:]!r}"
                raise AssertionError(message)
            time.sleep(0.005)

    def _unread(self) -> int:
        waiting = array.array("i", [0])
        fcntl.ioctl(self._slave, termios.FIONREAD, waiting)
        return waiting[0]

    def _read(self) -> None:
        while not self._ended.is_set():
            if not select.select([self._master], [], [], 0.05)[0]:
                continue
            # Nothing is between the pty and the screen but while this is held: see `wait_for_exit`.
            with self._lock:
                try:
                    data = os.read(self._master, 65536)
                except OSError:
                    return
                self.written += data
                self._shown = ""
                self._take(data)

    def _take(self, data: bytes) -> None:
        """Answer and draw what is complete; keep an unfinished sequence for the next time."""
        data = self._pending + data
        unfinished = _UNFINISHED.search(data)
        end = unfinished.start() if unfinished else len(data)
        data, self._pending = data[:end], data[end:]
        at = 0
        for question in _QUESTION.finditer(data):
            self._draw(data[at : question.start()])
            at = question.end()
            answer = self.replies.to(question, self._screen).encode()
            if answer:
                self.answers.append(answer)
                if not self._held:
                    os.write(self._master, answer)
        self._draw(data[at:])

    def _draw(self, data: bytes) -> None:
        for part in _ALTERNATE.split(_UNKNOWN_TO_PYTE.sub(b"", data)):
            if _ALTERNATE.fullmatch(part):
                # pyte has no second screen of its own.
                fresh = pyte.Screen(self._normal.columns, self._normal.lines)
                self._stream.detach(self._screen)
                self._screen = fresh if part.endswith(b"h") else self._normal
                self._stream.attach(self._screen)
            else:
                self._stream.feed(part)

    @property
    def on_alternate_screen(self) -> bool:
        """Whether the program has the whole screen."""
        return self._screen is not self._normal
