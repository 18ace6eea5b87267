"""Words that ask for something: for what is printed, for the owner's own, for another door."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui_home.doors.options import READ
from tui_home.doors.pipe import put, said, say, send
from tui_home.terminal.capabilities import capabilities, colour_is_forced
from tui_home.terminal.visitor import Visitor
from tui_home.verbs import OWNER_VERBS, VERBS, Setting, perform
from tui_home.verbs.outcome import UsageError
from tui_home.verbs.parser import WIDEST
from tui_home.verbs.show import NARROWEST

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui_home.doors.recalled import Memory
    from tui_home.model.site import Site
    from tui_home.terminal.environment import Environment

_DEFAULT_WIDTH = 80
_DOCTOR = "doctor"
_SERVE = "serve"


def does_elsewhere(words: Sequence[str], chosen: str, environment: Environment) -> int | None:
    """Do what is no Verb, and return the exit code; None for what `answer` does.

    Args:
        words: What was asked for.
        chosen: The site that the command line or the environment names; empty for none.
        environment: The terminal's.

    Raises:
        UsageError: It has to be asked for in another way.
    """
    name = words[0].lower()
    if name in OWNER_VERBS:
        from tui_home.doors.owner import act  # noqa: PLC0415 - only the owner needs it

        return act(words, chosen, environment, _setting(environment))
    if name == _SERVE:
        raise UsageError("its options follow it: tui-home serve ssh --site PATH")
    if name == _DOCTOR:
        from tui_home.doors.doctor import examine  # noqa: PLC0415 - seldom needed

        return examine(words[1:], environment, _setting(environment))
    return None


def answer(words: Sequence[str], site: Callable[[], Site], environment: Environment, memory: Memory) -> int:
    """Print what a Verb says, and keep it if it will be the same the next time; return the exit code."""
    also = (*OWNER_VERBS, _DOCTOR, READ, _SERVE)
    outcome = perform(words, site, _setting(environment), also)
    verb = VERBS.get(words[0].lower())
    if outcome.status or outcome.error or (verb and not verb.lasting):
        return say(outcome)
    text = said(sys.stdout, outcome.text)
    put(sys.stdout, text)
    memory.keep_text(text)
    return outcome.status


def _setting(environment: Environment) -> Setting:
    visitor = Visitor.of(environment, write=send if environment.stdout_tty else None)
    width = min(max(environment.columns or _DEFAULT_WIDTH, NARROWEST), WIDEST)
    return Setting(visitor, width, "ansi" if _understands_ansi(environment) else "text")


def _understands_ansi(environment: Environment) -> bool:
    # The old Windows console prints escape codes, unless a program asks it not to.
    old_console = environment.platform == "win32" and not (environment.get("WT_SESSION") or environment.get("TERM"))
    return colour_is_forced(environment) or (capabilities(environment).interactive and not old_console)
