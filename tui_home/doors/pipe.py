"""Standard output and standard error: where whatever needs no screen is said."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, TextIO

from tui_home.terminal.environment import is_terminal, read_environment

if TYPE_CHECKING:
    from tui_home.verbs.outcome import Outcome

_NOBODY = (errno.EPIPE, errno.EIO)
"""Whoever read has gone; or their terminal is closed."""


def say(outcome: Outcome) -> int:
    """Write what `outcome` says and return its exit code; a reader who leaves early (``| head``) is no error."""
    write(sys.stdout, outcome.text)
    write(sys.stderr, outcome.error)
    return outcome.status


def write(stream: TextIO | None, text: str) -> bool:
    """Write `text` as far as the stream's encoding can say it; return whether anybody reads on."""
    return put(stream, said(stream, text))


def said(stream: TextIO | None, text: str) -> str:
    """Return `text` as far as the stream can say it."""
    if stream is None or not text:
        return text
    from tui_home.output.encodable import encodable  # noqa: PLC0415 - what was said before is not spelt again

    return encodable(_shown(stream, text), stream.encoding or "ascii")


def put(stream: TextIO | None, text: str) -> bool:
    """Write `text`, which the stream can say, as it is; return whether anybody reads on."""
    # There is no stream under pythonw, nor when the shell has closed it.
    if stream is None:
        return False
    try:
        if text:
            stream.write(text)
            stream.flush()
    except OSError as error:
        if error.errno not in _NOBODY:
            raise
        _let_go()
        return False
    return True


def send(sequence: str) -> None:
    """Write an escape code to the terminal on standard output, before what is said next."""
    sys.stdout.write(sequence)


def _shown(stream: TextIO, text: str) -> str:
    """Return `text` in the terminal's characters: Python writes UTF-8 even where the locale is C (PEP 540)."""
    if text.isascii() or not is_terminal(stream):
        return text
    from tui_home.layout.spelling import spelt_signs  # noqa: PLC0415 - as above
    from tui_home.model.look import TERMINAL_PALETTE  # noqa: PLC0415 - likewise
    from tui_home.terminal.capabilities import capabilities  # noqa: PLC0415 - likewise

    return spelt_signs(text, capabilities(read_environment()).look(TERMINAL_PALETTE))


def _let_go() -> None:
    """Point standard output where nothing can break: the interpreter flushes it once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
