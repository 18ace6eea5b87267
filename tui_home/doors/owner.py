"""The owner of a site at their own terminal: what they ask for, and what they are asked."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tui_home.doors.pipe import say
from tui_home.terminal.environment import Environment
from tui_home.verbs.outcome import Outcome, Setting
from tui_home.verbs.owner import perform_owner
from tui_home.verbs.ownership import Owner

_YES = frozenset(("y", "yes"))


def act(words: Sequence[str], chosen: str, environment: Environment, setting: Setting) -> int:
    """Do what the owner's `words` ask for; return the exit code.

    Args:
        words: A command's name and its options.
        chosen: The site that the command line or the environment names; empty for none.
        environment: The terminal's.
        setting: Its width and colours.
    """
    at_terminal = environment.stdin_tty and environment.stdout_tty
    return say(perform_owner(words, Owner(chosen, _ask if at_terminal else None), setting))


def _ask(shown: str) -> bool:
    """Show what is asked, and return whether the answer is yes; no answer is a no."""
    say(Outcome(shown))
    if sys.stdin is None:
        return False
    try:
        answer = sys.stdin.readline()
    except KeyboardInterrupt:
        say(Outcome("\n"))
        raise
    except (OSError, ValueError):  # the terminal is gone, or what was typed is no text
        return False
    if not answer:  # nobody pressed enter
        say(Outcome("\n"))
    return answer.strip().lower() in _YES
