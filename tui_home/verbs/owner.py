"""The table of what only the owner of a site asks for: it reads and writes folders of theirs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui_home.verbs.check import check, configure_check
from tui_home.verbs.new import configure_new, new
from tui_home.verbs.outcome import Outcome, Setting
from tui_home.verbs.ownership import Owner
from tui_home.verbs.parser import Parser
from tui_home.verbs.words import options_of


class OwnerVerb(NamedTuple):
    """Something that an owner can ask for in words."""

    summary: str
    """One line for the help."""
    configure: Callable[[Parser], None]
    run: Callable[[Namespace, Owner, Setting], Outcome]


_VERBS = {
    "check": OwnerVerb("say what is wrong in a site, and how to mend it", configure_check, check),
    "new": OwnerVerb("write a small site to begin with", configure_new, new),
}


def perform_owner(words: Sequence[str], owner: Owner, setting: Setting) -> Outcome:
    """Do what `words`, the name of one of `OWNER_VERBS` and its options, ask for.

    Raises:
        NoSiteError: There is no site where they say.
    """
    name = words[0].lower()
    verb = _VERBS[name]
    options = options_of(name, verb.summary, verb.configure, words[1:])
    return options if isinstance(options, Outcome) else verb.run(options, owner, setting)
