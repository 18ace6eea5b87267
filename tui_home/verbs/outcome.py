"""What a Verb is given beside its words, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui_home.terminal.visitor import Visitor

DONE, WRONG_USAGE = 0, 2


class UsageError(Exception):
    """Words that a Verb does not understand; the message is for whoever wrote them.

    Args:
        why: What is wrong, without a full stop.
        there: What there is instead; named in the message.
    """

    def __init__(self, why: str, there: Iterable[str] = ()) -> None:
        known = ", ".join(there)
        super().__init__(f"{ended(why)} There is: {known}" if known else why)
        self.why = why


def ended(sentence: str) -> str:
    """Return `sentence` with its full stop, unless it is a question."""
    return sentence if sentence.endswith("?") else f"{sentence}."


class Setting(NamedTuple):
    """Who asks, and what they get when they do not say."""

    visitor: Visitor
    width: int = 80
    """Cells."""
    format: str = "text"
    """The name of an output format."""
    program: str = "tui-home"
    """What they write before a Verb: over the network ``ssh HOST``."""


class Outcome(NamedTuple):
    """What to say, where, and whether it went well; a Verb itself neither prints nor exits."""

    text: str = ""
    """For standard output; ends in a newline unless it is empty."""
    status: int = DONE
    """The exit code."""
    error: str = ""
    """For standard error; ends in a newline unless it is empty."""
