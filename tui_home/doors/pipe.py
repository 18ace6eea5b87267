"""Standard output and standard error: where whatever needs no screen is said."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from tui_home.output.encodable import encodable
from tui_home.verbs.outcome import Outcome


def say(outcome: Outcome) -> int:
    """Write what `outcome` says and return its exit code; a reader who leaves early (``| head``) is no error."""
    try:
        _write(sys.stdout, outcome.text)
        _write(sys.stderr, outcome.error)
    except BrokenPipeError:
        _let_go()
    return outcome.status


def _write(stream: TextIO | None, text: str) -> None:
    # There is no stream under pythonw, nor when the shell has closed it.
    if stream is None or not text:
        return
    stream.write(encodable(text, stream.encoding or "ascii"))
    stream.flush()


def _let_go() -> None:
    """Point standard output where nothing can break: the interpreter flushes it once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
