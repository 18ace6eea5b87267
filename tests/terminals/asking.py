"""A program that asks the terminal it runs in and shows what it has learnt; for tests in real terminals."""

from __future__ import annotations

import os
import select
import sys
import termios
import time
import tty

from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import read_environment
from tui_home.terminal.input import decoder

LISTENING = 30.0
"""Seconds to wait for what a test expects, at most: its first argument names a field that must become known."""


def main(expected: str) -> None:
    """Ask between two marks, wait until `expected` is known and all is settled, then print what is known."""
    dialogue = Dialogue(read_environment())
    decode = decoder().decode
    before = termios.tcgetattr(0)
    tty.setraw(0)
    keys = ""
    end = time.monotonic() + LISTENING
    try:
        os.write(1, b"before|")
        os.write(1, dialogue.question(time.monotonic()).encode())
        os.write(1, b"|after\r\n")
        while time.monotonic() < end and not is_known(dialogue.capabilities, expected):
            wait = dialogue.wait
            if select.select([0], [], [], 0.1 if wait is None else min(wait, 0.1))[0]:
                keys += dialogue.feed(decode(os.read(0, 4096)), time.monotonic())
            else:
                keys += dialogue.tick(time.monotonic())
            os.write(1, dialogue.question(time.monotonic()).encode())
    finally:
        termios.tcsetattr(0, termios.TCSANOW, before)
    able = dialogue.capabilities
    print(f"keys {keys!r}", f"{able.foreground} {able.background}", f"program {able.program!r}", "done", sep="\n")
    # Until the test has looked.
    sys.stdin.readline()


def is_known(able: Capabilities, expected: str) -> bool:
    return able.settled and bool(getattr(able, expected))


if __name__ == "__main__":
    main(sys.argv[1])
