"""The ladder of copying: this machine's clipboard, a question to the terminal, the text itself."""

from __future__ import annotations

import base64
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tui_home.terminal.capabilities import Capabilities, Multiplexer

if TYPE_CHECKING:
    import subprocess

MAX_ASKED_BYTES = 74_994
"""The longest text that every terminal with OSC 52 takes: 100,000 bytes with its introducer, in base64."""
_SCREEN_CHUNK = 76
_LOCAL_SECONDS = 3.0
_SENTENCE_CELLS = 100


class Rung(StrEnum):
    """How far copying got."""

    LOCAL = "local"
    ASKED = "asked"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of a wish to copy. Only `Rung.LOCAL` is ever called copied."""

    rung: Rung
    label: str
    """What the text is called in a sentence."""
    text: str

    def sentence(self) -> str:
        """Return one line for the visitor that claims no more than is known."""
        if self.rung is Rung.LOCAL:
            return f"Copied {self.label}"
        if self.rung is Rung.ASKED:
            return f"Asked your terminal to copy {self.label}. Nothing to paste? s selects."
        if "\n" in self.text or len(self.text) > _SENTENCE_CELLS:
            return f"No clipboard here: {self.label} stands on your screen when you leave."
        return f"Here it is: {self.text}"


class Clipboard:
    """One visitor's clipboard."""

    def __init__(
        self,
        capabilities: Capabilities,
        write: Callable[[str], None] | None = None,
        *,
        local: Callable[[str], bool] | None = None,
    ) -> None:
        """Climb the ladder for a terminal with `capabilities`.

        `write` sends escape codes to that terminal; the full screen sets it while it runs, None means that nobody can
        be asked. `local` fills this machine's clipboard and says whether it did; pyperclip by default.
        """
        self.capabilities = capabilities
        """Of the terminal as it is known now; its `Visitor` keeps it up to date."""
        self.write = write
        self._local = local or copy_locally

    def copy(self, text: str, label: str = "") -> Copied:
        """Copy `text`, called `label` in sentences (default: the text). May take up to three seconds, locally."""
        label = label or text.partition("\n")[0]
        if self.capabilities.graphical and not self.capabilities.remote and self._local(text):
            return Copied(Rung.LOCAL, label, text)
        if self.write is not None and self.capabilities.osc52:
            sequence = osc52(text, self.capabilities.multiplexer)
            if sequence:
                self.write(sequence)
                return Copied(Rung.ASKED, label, text)
        return Copied(Rung.SHOWN, label, text)


def osc52(text: str, multiplexer: Multiplexer = Multiplexer.NONE) -> str:
    """Return the escape code that asks a terminal to copy `text`; empty when it is too long. OSC 52 of xterm's ctlseqs.

    tmux is asked itself (its ``set-clipboard`` decides); GNU screen passes it on, in pieces that fit its buffer.
    """
    content = text.encode("utf-8", "replace")
    if len(content) > MAX_ASKED_BYTES:
        return ""
    encoded = base64.b64encode(content).decode("ascii")
    if multiplexer is not Multiplexer.SCREEN:
        return f"\x1b]52;c;{encoded}\x07"
    pieces = [encoded[at : at + _SCREEN_CHUNK] for at in range(0, len(encoded), _SCREEN_CHUNK)]
    return "\x1bP\x1b]52;c;" + "\x1b\\\x1bP".join(pieces) + "\x07\x1b\\"


def copy_locally(text: str) -> bool:
    """Fill this machine's clipboard through pyperclip; False when it has none that works, within three seconds."""
    if not sys.executable:
        return False
    import subprocess  # noqa: PLC0415 - most visits copy nothing

    program = Path(__file__).with_name("local_clipboard.py")
    try:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and file
            # -P: this folder's modules must not stand before others' of the same name.
            [sys.executable, "-P", str(program)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # The helper that keeps the selection must outlive this terminal.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return False
    with process:
        try:
            process.communicate(text.encode("utf-8", "replace"), _LOCAL_SECONDS)
        except subprocess.TimeoutExpired:
            _end(process)
    return process.returncode == 0


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a child and, where there are process groups, the helper that it waits for."""
    import signal  # noqa: PLC0415 - only for helpers that hang

    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
