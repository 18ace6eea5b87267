"""The ladder of copying: this machine's clipboard, a question to the terminal, the text itself."""

from __future__ import annotations

import base64
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tui_home.model.record import record
from tui_home.terminal.capabilities import Capabilities, Multiplexer
from tui_home.text.safe import copyable

if TYPE_CHECKING:
    import subprocess

MAX_ASKED_BYTES = 74_994
"""The longest text that every terminal with OSC 52 takes: 100,000 bytes with its introducer, in base64 (hterm).

Tried with xterm 379, kitty 0.26, foot 1.13, alacritty 0.11, tmux 3.3a and GNU screen 4.9.
"""
_SCREEN_PIECE = 76
"""Characters in one string through GNU screen: 4.9 takes 767, older ones 255, and what is over they print."""
_HARMLESS_IN_SCREEN = 255
_LOCAL_SECONDS = 3.0
_SENTENCE_CELLS = 100


class Rung(StrEnum):
    """How far copying got."""

    LOCAL = "local"
    ASKED = "asked"
    SHOWN = "shown"


@record
class Copied:
    """What became of a wish to copy. Only `Rung.LOCAL` is ever called copied."""

    rung: Rung
    label: str
    """What the text is called in a sentence."""
    text: str

    @property
    def given(self) -> str:
        """What is taken along by hand where this did not come true."""
        return self.text

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
        return self.ask(text, label, local=self.has_local and self.fill(text))

    @property
    def has_local(self) -> bool:
        """Whether this machine's clipboard is the visitor's: never that of another machine.

        Not even by X forwarding: it would hold the text only as long as a helper here does, which would keep the
        visitor's SSH connection from closing.
        """
        return self.capabilities.graphical and not self.capabilities.remote

    def fill(self, text: str) -> bool:
        """Fill this machine's clipboard and say whether it holds `text`. May take three seconds; safe in a thread."""
        return self._local(copyable(text))

    def ask(self, text: str, label: str = "", *, local: bool = False) -> Copied:
        """Ask the terminal to copy `text`, unless it is `local` already, and say how far that got."""
        text = copyable(text)
        label = label or text.partition("\n")[0]
        able = self.capabilities
        # Whoever has attached to a multiplexer from elsewhere has another clipboard than this machine's.
        asks = self.write is not None and able.osc52 and (not local or able.multiplexer is not Multiplexer.NONE)
        sequence = osc52(text, able.multiplexer) if asks else ""
        if self.write is not None and sequence:
            self.write(sequence)
        rung = Rung.LOCAL if local else Rung.ASKED if sequence else Rung.SHOWN
        return Copied(rung, label, text)


def osc52(text: str, multiplexer: Multiplexer = Multiplexer.NONE) -> str:
    """Return the escape code that asks a terminal to copy `text`; empty when it is too long. OSC 52 of xterm's ctlseqs.

    It never asks what the clipboard holds. tmux is asked itself (its ``set-clipboard`` decides), and asked to pass it
    on (before 3.3 it always does, since then where ``allow-passthrough`` is on). GNU screen passes it on in pieces that
    fit its buffer; what calls itself screen may be tmux, which is asked as far as that does no harm in GNU screen.
    """
    content = text.encode("utf-8", "replace")
    if len(content) > MAX_ASKED_BYTES:
        return ""
    plain = f"\x1b]52;c;{base64.b64encode(content).decode('ascii')}\x07"
    if multiplexer is Multiplexer.TMUX:
        return f"{plain}\x1bPtmux;\x1b{plain}\x1b\\"
    if multiplexer is Multiplexer.SCREEN:
        pieces = [plain[at : at + _SCREEN_PIECE] for at in range(0, len(plain), _SCREEN_PIECE)]
        passed_on = "\x1bP" + "\x1b\\\x1bP".join(pieces) + "\x1b\\"
        return plain + passed_on if len(plain) <= _HARMLESS_IN_SCREEN else passed_on
    return plain


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
