"""A real terminal to run programs in: a tmux server of our own, driven and read from outside."""

from __future__ import annotations

import itertools
import os
import shlex
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

from tests.emulator import plain_environment

PATIENCE = 40.0
"""Seconds to wait for the screen on a machine that does other things, too."""

_numbers = itertools.count()


class Tmux:
    """One server, one window of a known size, nothing of the visitor's own settings or environment.

    Args:
        home: an empty folder; HOME and the working directory of what runs inside.
        columns: cells across.
        lines: cells down.
        options: lines of a tmux.conf; without any, tmux's defaults.
        environment: variables beside HOME, PATH and the locale.
    """

    def __init__(
        self,
        home: Path,
        columns: int,
        lines: int,
        *,
        options: tuple[str, ...] = (),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.home = home
        self._size = ("-x", str(columns), "-y", str(lines))
        self._server = f"tui-home-{os.getpid()}-{next(_numbers)}"
        self._config = home / "tmux.conf"
        self._config.write_text("\n".join(("set -g status off", *options, "")), encoding="utf-8")
        self._environment = {**plain_environment(home), **(environment or {})}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        subprocess.run(self._command("kill-server"), check=False, capture_output=True)

    def _command(self, *words: str) -> list[str]:
        return ["tmux", "-u", "-L", self._server, "-f", str(self._config), *words]

    def _ask(self, *words: str) -> str:
        done = subprocess.run(
            self._command(*words),
            check=True,
            capture_output=True,
            encoding="utf-8",
            cwd=self.home,
            env=self._environment,
            timeout=PATIENCE,
        )
        return done.stdout

    def run(self, *command: str) -> None:
        """Start `command` in the window; when it ends, its exit code is printed and the window stays."""
        script = f'{shlex.join(command)}; echo "EXIT=$?"; exec cat'
        self._ask("new-session", "-d", *self._size, f"exec /bin/sh -c {shlex.quote(script)}")

    def attaching(self, *command: str) -> tuple[str, ...]:
        """Return the words that start `command` in the window and show it in the terminal where they are run."""
        variables = [f"{name}={value}" for name, value in self._environment.items()]
        return ("env", *variables, *self._command("new-session", shlex.join(command)))

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names: ``e``, ``Tab``, ``PageDown`` …"""
        self._ask("send-keys", *keys)

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size, in cells."""
        self._ask("resize-window", "-x", str(columns), "-y", str(lines))

    @property
    def screen(self) -> str:
        """What can be read now, line by line, without trailing blanks."""
        return self._ask("capture-pane", "-p")

    @property
    def joined(self) -> str:
        """What can be read now, as it is selected: rows of one line that tmux broke itself are joined."""
        return self._ask("capture-pane", "-p", "-J")

    @property
    def clipboard(self) -> str:
        """The newest paste buffer; empty when there is none."""
        return self._ask("show-buffer") if self._ask("list-buffers") else ""

    def flag(self, name: str) -> bool:
        """Return one of tmux's facts about the terminal, such as ``alternate_on`` or ``cursor_flag``."""
        return self._ask("display-message", "-p", f"#{{{name}}}").strip() == "1"

    def wait_until(self, condition: Callable[[str], bool], what: str) -> str:
        """Return the first screen for which `condition` holds; fail with the last one after PATIENCE."""
        deadline = time.monotonic() + PATIENCE
        while not condition(screen := self.screen):
            if time.monotonic() > deadline:
                message = f"{what}: not within {PATIENCE:.0f} s on\n{screen}"
                raise AssertionError(message)
            time.sleep(0.02)
        return screen

    def wait_for(self, *texts: str) -> str:
        """Return the first screen on which all of `texts` stand."""
        return self.wait_until(lambda screen: all(text in screen for text in texts), f"waiting for {texts}")
