"""What the doctor asks this machine beside the terminal: tmux's settings, and what the clipboard holds."""

from __future__ import annotations

import subprocess
import sys
from shutil import which

from tui_home.output.doctor_copying import SENTENCE
from tui_home.output.doctor_facts import Machine
from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.environment import Environment

_SECONDS = 3.0
_CLIPBOARD_PROGRAMS = ("wl-copy", "xclip", "xsel", "copyq", "clip.exe")
_SETTINGS = frozenset({"on", "external", "off"})
# Its own process: helpers of a clipboard may hang, and what it holds is looked at there alone.
_PASTING = "import sys, pyperclip; sys.exit(0 if pyperclip.paste().strip() == sys.argv[1] else 3)"
_SAME, _OTHER = 0, 3


def machine_of(environment: Environment, capabilities: Capabilities) -> Machine:
    """Return what this machine knows that bears on copying."""
    tmux = which("tmux") if environment.get("TMUX") else None
    return Machine(_tmux_clipboard(tmux) if tmux else "", _has_clipboard_program(environment, capabilities))


def read_back() -> bool | None:
    """Return whether this machine's clipboard holds `SENTENCE`; None where it cannot be read in three seconds."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and words
            [sys.executable, "-P", "-c", _PASTING, SENTENCE],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return {_SAME: True, _OTHER: False}.get(done.returncode)


def _tmux_clipboard(program: str) -> str:
    """Return tmux's ``set-clipboard``; empty when it does not say."""
    try:
        done = subprocess.run(  # noqa: S603 - the tmux that is round us
            [program, "show-options", "-sv", "set-clipboard"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    said = done.stdout.strip()
    return said if said in _SETTINGS else ""


def _has_clipboard_program(environment: Environment, capabilities: Capabilities) -> bool:
    if not capabilities.graphical or environment.platform in {"win32", "darwin"}:
        return True
    return any(which(program) for program in _CLIPBOARD_PROGRAMS)
