"""The real program where the character set is not UTF-8, down to its bytes."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.emulator import Emulator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")

OTHERS = {
    "C": {"LC_ALL": "C"},
    "Latin-1": {"LC_ALL": "en_US.ISO-8859-1", "PYTHONIOENCODING": "iso-8859-1", "PYTHONUTF8": "0"},
    "vt220": {"TERM": "vt220"},
}


@pytest.mark.parametrize("environment", OTHERS.values(), ids=OTHERS)
def test_every_byte_is_ascii(tmp_path: Path, environment: Mapping[str, str]) -> None:
    with Emulator(tmp_path, 80, 24, environment=environment) as terminal:
        terminal.run_homepage()
        terminal.wait_for(":wave:", "q leave")
        terminal.send("3")
        terminal.wait_for("[ICLR]" if environment.get("TERM") else "ICLR", "...")
        terminal.send("?")
        terminal.wait_for("Moving", "down up j k")
        terminal.send("?:")
        terminal.wait_for("Go to About")
        terminal.send("\x1b")
        terminal.wait_for("Breaking Physical")
        terminal.send("/Gusmão")
        terminal.wait_for("Find in Papers: 1 of", "Gusmao")
        # A byte of Latin-1 is no end of the keyboard.
        terminal.send(b"\xe3x")
        terminal.wait_for("Find in Papers: nothing")
        terminal.send("\rq")
        assert terminal.wait_for_exit() == 0
    assert not re.findall(rb"[^\x00-\x7f]+", terminal.written)


def test_the_linux_console_gets_what_its_font_has(tmp_path: Path) -> None:
    with Emulator(tmp_path, 80, 24, environment={"TERM": "linux"}) as terminal:
        terminal.run_homepage()
        terminal.wait_for(":wave:", "─", "q leave")
        terminal.send("3/mão")
        terminal.wait_for("Find in Papers: 1 of", "Gusmão")
        terminal.send("\rq")
        assert terminal.wait_for_exit() == 0
    assert re.fullmatch("[\x00-\x7f\u00a0-\u00ff\u2022\u2190-\u2193\u2500\u2502\u25a0]*", terminal.written.decode())


def test_what_is_printed_there_is_ascii_too(tmp_path: Path) -> None:
    with Emulator(tmp_path, 80, 60, environment={"LC_ALL": "C"}) as terminal:
        terminal.run_homepage("copy", "nothing-of-the-kind")
        terminal.wait_for('There is no "nothing-of-the-kind" to copy')
        assert terminal.wait_for_exit() != 0
    assert terminal.written.isascii()
