"""The one file outside the doors that reads the process's environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import TextIO

from tui_home.model.named import NamedTuple

_TERMINAL = "/dev/tty"
_MOST_DIGITS = 5
"""Of a number of columns."""
_COERCED = frozenset({"C.UTF-8", "C.utf8", "UTF-8"})


class Environment(NamedTuple):
    """What a terminal says about itself. SSH makes one from what the client sent, never from the server's own."""

    variables: Mapping[str, str] = MappingProxyType({})
    platform: str = "linux"
    """As ``sys.platform``."""
    encoding: str = "utf-8"
    """What standard output is written in."""
    stdin_tty: bool = True
    stdout_tty: bool = True
    columns: int | None = None
    """The terminal's width in cells; None when there is no terminal, or it does not say."""

    def get(self, name: str) -> str:
        """Return a variable's value; empty when it is not set."""
        return self.variables.get(name, "")


def read_environment() -> Environment:
    """Take a snapshot of this process's environment, as it is now."""
    return Environment(
        variables=MappingProxyType(_given(os.environ)),
        platform=sys.platform,
        encoding=getattr(sys.stdout, "encoding", None) or "ascii",
        stdin_tty=is_terminal(sys.stdin),
        stdout_tty=is_terminal(sys.stdout),
        columns=_columns(),
    )


def _given(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables without the ``LC_CTYPE`` that Python sets for itself where the locale is C (PEP 538)."""
    given = dict(variables)
    # Its UTF-8 mode (PEP 540) is then on though nobody asked for it; who sets C.UTF-8 has no need of it.
    if sys.flags.utf8_mode and not given.get("PYTHONUTF8") and given.get("LC_CTYPE") in _COERCED:
        del given["LC_CTYPE"]
    return given


def open_terminal() -> int | None:
    """Open the terminal that this process belongs to, whatever its standard streams are; return its descriptor."""
    try:
        return os.open(_TERMINAL, os.O_RDWR)
    except OSError:
        return None


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream of this process is a terminal."""
    # A stream is None under pythonw, and a closed one raises.
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _columns() -> int | None:
    written = os.environ.get("COLUMNS", "")
    if written.isascii() and written.isdigit() and written[0] != "0" and len(written) <= _MOST_DIGITS:
        return int(written)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (AttributeError, OSError, ValueError):
        return None
