"""The words of ``ssh host VERB …``: split as a shell would, but no shell ever sees them.

The command arrives as the bytes of an exec request (RFC 4254, section 6.5): a client joins its words with blanks.
"""

from __future__ import annotations

import shlex
from argparse import Namespace
from collections.abc import Hashable

from tui_home.doors.ssh.limits import Limits
from tui_home.text.safe import printable

_WORD = 32
"""Characters of an unknown word that are said again."""


def words_of(command: bytes, limits: Limits) -> tuple[str, ...] | str:
    """Return the words of `command`, or what is wrong with it."""
    if len(command) > limits.max_command:
        return f"a command has at most {limits.max_command} bytes"
    try:
        text = command.decode()
    except UnicodeDecodeError:
        return "a command is UTF-8"
    if printable(text) != text:
        return "a command has no control characters"
    try:
        return tuple(shlex.split(text))
    except ValueError:
        return "a quotation mark or a backslash stands alone"


def option_in(word: str) -> str:
    """Return the name of the option that `word` is; empty when it is none, or asks for help."""
    name = word.partition("=")[0]
    return "" if not word.startswith("-") or word in ("-h", "--help") else name


def normal(options: Namespace) -> Hashable:
    """Return options in a form that is the same for all ways of writing them."""
    return tuple(
        (name, tuple(dict.fromkeys(word.lower() for word in value)) if isinstance(value, list) else value)
        for name, value in sorted(vars(options).items())
    )


def cut(text: str) -> str:
    """Return as much of a stranger's word as may be said again."""
    text = printable(text)
    return text if len(text) <= _WORD else f"{text[: _WORD - 1]}…"
