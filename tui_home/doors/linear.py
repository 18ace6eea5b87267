"""The conversation at the terminal this was started in, or down a pipe: lines in, lines out, nothing else."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TextIO

from tui_home.doors.later import Later
from tui_home.doors.pipe import say, send, write
from tui_home.doors.started import started
from tui_home.linear.asked import MOST_CHARACTERS
from tui_home.linear.conversation import DEFAULT_WIDTH, Conversation
from tui_home.linear.verb import read_options
from tui_home.model.site import Site
from tui_home.terminal.environment import Environment
from tui_home.terminal.visitor import Visitor
from tui_home.verbs.outcome import DONE, Outcome
from tui_home.verbs.show import begun_with

_WIDEST = 88
"""Cells: the measure of running text."""
_PATIENCE = 3.0
"""Seconds that a visitor waits for more of a site than has been read."""


def read(words: Sequence[str], sites: Callable[[], Iterator[Site]], environment: Environment, section: str = "") -> int:
    """Hold the conversation that `words` (what follows ``read``) ask for, until the visitor leaves; return 0 then.

    Args:
        words: The section to begin with, and options.
        sites: Returns successive readings of the homepage.
        environment: The terminal's.
        section: The section to begin with where `words` name none.

    Raises:
        UsageError: The site has no such section.
    """
    options = read_options(words)
    if isinstance(options, Outcome):
        return say(options)
    section = options.section or section
    following = sites()
    # A script hears all there is, and the same each time; somebody at a terminal begins at once.
    site = next(following) if environment.stdin_tty else tuple(following)[-1]
    while (first := begun_with(site, section)) is None:
        site = next(following)
    # In Emacs and on old terminals a line that fills the width is followed by an empty one.
    width = options.width or min((environment.columns or DEFAULT_WIDTH + 1) - 1, _WIDEST)
    visitor = Visitor.of(environment, write=send if environment.stdout_tty else None)
    conversation = Conversation(site, visitor, width)
    _lenient(sys.stdin)
    with started() as over:
        over()
        _converse(
            conversation, lambda: conversation.begin(first), Later(following, awaited=bool(site.pending)), environment
        )
    return DONE


def _converse(conversation: Conversation, turn: Callable[[], str], later: Later, environment: Environment) -> None:
    """Say what `turn` returns, hear a line, and so on until the visitor leaves or nobody listens any more."""
    at_terminal = environment.stdin_tty
    while True:
        try:
            # Whoever types sees their line; in a pipe a prompt without it is noise.
            told = turn()
            prompt = conversation.prompt if at_terminal and not conversation.over else ""
            if not write(sys.stdout, told + prompt) or conversation.over:
                return
            line = _line(sys.stdin)
            if site := later.newest(_PATIENCE):
                conversation.replace(site)
            turn = partial(_answer, conversation, line, "\n" if at_terminal else "")
        except KeyboardInterrupt:
            turn = partial(_interrupted, conversation)


def _answer(conversation: Conversation, line: str | None, after_prompt: str) -> str:
    """Return what is said to a line; None is the end of all lines, after which nobody has ended the prompt's."""
    return after_prompt + conversation.leave() if line is None else conversation.answer(line)


def _interrupted(conversation: Conversation) -> str:
    return f"\n{conversation.interrupt()}"


def _line(stream: TextIO | None) -> str | None:
    """Return the next line, of a long one the beginning; None when there is no more."""
    try:
        if stream is None or not (line := stream.readline(MOST_CHARACTERS)):
            return None
        rest = line
        while rest and not rest.endswith("\n"):
            rest = stream.readline(MOST_CHARACTERS)
    except (OSError, ValueError):  # the terminal is gone
        return None
    return line


def _lenient(stream: TextIO | None) -> None:
    """Let what is typed in another encoding be an odd word, and no end of the conversation."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
