"""A desktop nobody sees: Xvfb, its keyboard, its clipboard, its pictures."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 40.0
"""Seconds to wait on a machine that does other things, too."""
NEEDED = ("Xvfb", "xdotool", "xclip", "script")
NOTHING = "nothing yet"
"""What its clipboard holds at first."""
_SIZE = "1100x760x24"
_ROOT = Path(__file__).resolve().parents[3]


class Desktop:
    """One X server with nothing of the visitor's own settings.

    Args:
        home: an empty folder; HOME of what runs on it.
        environment: variables beside HOME, PATH, DISPLAY and the locale.
    """

    def __init__(self, home: Path, environment: Mapping[str, str] | None = None) -> None:
        self.home = home
        self._written = home / "written"
        self._number = shlex.quote(str(home / "number"))
        self._stack = ExitStack()
        self._environment = {
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(_ROOT),
            "SHELL": "/bin/sh",
            "XDG_RUNTIME_DIR": str(home),
            **(environment or {}),
        }

    @staticmethod
    def missing() -> tuple[str, ...]:
        """Return the programs it needs that are not installed."""
        return tuple(name for name in NEEDED if shutil.which(name) is None)

    def __enter__(self) -> Self:
        reading, writing = os.pipe()
        server = ["Xvfb", "-displayfd", str(writing), "-screen", "0", _SIZE, "-nolisten", "tcp"]
        self._start(server, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as numbers:
            self._environment["DISPLAY"] = f":{numbers.readline().strip()}"
        self.copy(NOTHING)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def _start(self, command: list[str], pass_fds: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.home,
            env=self._environment,
            pass_fds=pass_fds,
            start_new_session=True,
        )

        def end() -> None:
            process.terminate()
            process.wait()

        self._stack.callback(end)
        return process

    def run(self, *command: str) -> str:
        """Run a program of X's to its end; return what it prints."""
        done = subprocess.run(
            command, capture_output=True, check=False, encoding="utf-8", env=self._environment, timeout=PATIENCE
        )
        return done.stdout

    def open(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a program with a window, which is ended with the desktop."""
        return self._start(list(command))

    def open_homepage(self, *terminal: str, arguments: tuple[str, ...] = ()) -> None:
        """Start tui-home in a `terminal`, named with all the words before the program's; wait until it is there.

        It remains open when the program has ended.
        """
        program = f"echo $$ > {self._number}; exec {shlex.join((sys.executable, '-m', 'tui_home', *arguments))}"
        self._stack.callback(self._end_homepage)
        kept = shlex.quote(str(self._written))
        self.open(*terminal, "sh", "-c", f"script -qfc {shlex.quote(program)} {kept}; exec sleep 1000")
        self.wait_for(self.windows, "a window that the homepage has named")
        self.wait_for_text("leave")
        self.run("xdotool", "windowfocus", "--sync", self.windows()[-1])

    def _end_homepage(self) -> None:
        # `script` outlives its terminal, and what runs in it, too.
        with suppress(OSError, ValueError):
            os.kill(int((self.home / "number").read_text()), signal.SIGKILL)

    def windows(self, name: str = "Wanru Zhao") -> list[str]:
        """Return the ids of the windows whose title has `name` in it."""
        return self.run("xdotool", "search", "--onlyvisible", "--name", name).split()

    def press(self, *keys: str) -> None:
        """Press keys by X's names: ``e``, ``Tab``, ``question`` …"""
        self.run("xdotool", "key", "--delay", "60", *keys)

    def copy(self, text: str) -> None:
        """Fill the clipboard."""
        subprocess.run(
            ["xclip", "-selection", "clipboard"],
            input=text,
            encoding="utf-8",
            env=self._environment,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def select_line(self, x: int, y: int) -> str:
        """Click three times on a place of the window that was opened, in pixels; return what that selected."""
        self.run("xdotool", "mousemove", "--window", self.windows()[-1], str(x), str(y))
        self.run("xdotool", "click", "--repeat", "3", "--delay", "40", "1")
        return self.run("xclip", "-selection", "primary", "-o")

    @property
    def display(self) -> str:
        """Its ``DISPLAY``."""
        return self._environment["DISPLAY"]

    @property
    def clipboard(self) -> str:
        """What the clipboard holds."""
        return self.run("xclip", "-selection", "clipboard", "-o")

    def picture(self, path: Path) -> None:
        """Take a picture of all of it, with ImageMagick."""
        self.run("import", "-window", "root", str(path))

    def wait_for_text(self, text: str) -> None:
        """Wait until the homepage has written `text` to its terminal."""
        self.wait_for(lambda: text.encode() in self._written.read_bytes(), f"waiting for {text!r}")

    def wait_for(self, condition: Callable[[], object], what: str) -> None:
        """Wait until `condition` holds; fail after PATIENCE."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"{what}: not within {PATIENCE:.0f} s"
            time.sleep(0.05)
