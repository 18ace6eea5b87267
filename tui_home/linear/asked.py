"""From a line that somebody typed, or that a machine sent, to the command that it means."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.linear.commands import BY_WORD, COMMANDS, Command
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

MOST_CHARACTERS = 1024
"""Of a line; what follows is not read."""

_SHORT = pattern("([a-z])([0-9]+)")
_LEAST_BEGINNING = 2


class Asked(NamedTuple):
    """What a line means."""

    command: Command | None
    """None when its first word is no command."""
    words: str
    """What follows the command; the whole line when there is none."""


def asked(line: str) -> Asked:
    """Return what `line` means: whatever it holds, nothing that could steer a terminal is left of it."""
    line = " ".join(printable(line[:MOST_CHARACTERS]).split())
    if not line:
        return Asked(BY_WORD["next"], "")
    if line.isdecimal():
        return Asked(BY_WORD["open"], line)
    first, _, rest = line.partition(" ")
    if command := BY_WORD.get(first.casefold()):
        return Asked(command, rest)
    return _shortened(line, first.casefold(), rest)


def _shortened(line: str, name: str, rest: str) -> Asked:
    """Return what a line means that begins with no whole command: ``o3``, ``/words``, ``nex``."""
    if name.startswith("/"):
        return Asked(BY_WORD["find"], line[1:])
    short = _SHORT.fullmatch(line.casefold())
    if short and short[1] in BY_WORD:
        return Asked(BY_WORD[short[1]], short[2])
    begun = [command for command in COMMANDS if command.name.startswith(name)]
    if len(begun) == 1 and len(name) >= _LEAST_BEGINNING:
        return Asked(begun[0], rest)
    return Asked(None, line)
