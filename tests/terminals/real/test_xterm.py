"""The program in a real xterm on a desktop nobody sees; `python -m tests.terminals.real` tries the others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.terminals.real.desktop import Desktop

EMAIL = "wz341@cam.ac.uk"
ALLOWED = ("-xrm", "*disallowedWindowOps: 20,21,SetXprop")

pytestmark = pytest.mark.skipif(
    bool(Desktop.missing()) or shutil.which("xterm") is None, reason="Xvfb, xdotool, xclip or xterm is not installed"
)


SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}


@pytest.mark.parametrize("environment", [{}, SSH], ids=["locally", "by-OSC-52"])
def test_e_fills_the_desktops_clipboard(tmp_path: Path, environment: dict[str, str]) -> None:
    with Desktop(tmp_path, environment) as desktop:
        desktop.open_homepage("xterm", *ALLOWED, "-e")
        desktop.press("e")
        desktop.wait_for(lambda: desktop.clipboard == EMAIL, "the address on the clipboard")
