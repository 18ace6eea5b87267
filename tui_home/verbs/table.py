"""The table of Verbs, and how words become one of them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui_home.model.site import Site
from tui_home.sections import SECTIONS, Section
from tui_home.text.safe import printable
from tui_home.text.suggest import closest
from tui_home.verbs.copy import configure_copy, copy
from tui_home.verbs.outcome import WRONG_USAGE, Outcome, Setting, UsageError
from tui_home.verbs.parser import HelpAsked, Parser
from tui_home.verbs.show import configure_section, configure_show, show


class Verb(NamedTuple):
    """Something that can be asked for in words."""

    name: str
    summary: str
    """One line for the help."""
    configure: Callable[[Parser], None]
    """Adds the words and options it takes; no others are let through."""
    run: Callable[[Site, Namespace, Setting], Outcome]


def _verb_of(section: Section) -> Verb:
    def run(site: Site, options: Namespace, setting: Setting) -> Outcome:
        options.sections = [(section,)]
        return show(site, options, setting)

    return Verb(section.id, f"the same as show {section.id}", configure_section, run)


VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        Verb("show", "print sections", configure_show, show),
        *map(_verb_of, SECTIONS),
        Verb("copy", "copy email, meeting or another contact", configure_copy, copy),
    )
}


def perform(words: Sequence[str], site: Callable[[], Site], setting: Setting) -> Outcome:
    """Do what `words` ask for.

    Args:
        words: A Verb's name and its options.
        site: Reads the homepage; called only when the words make sense.
        setting: Who asks.
    """
    name = words[0].lower() if words else ""
    if name not in VERBS:
        near = closest(name, VERBS)
        guess = f"; did you mean {near}?" if near else f". There is: {', '.join(VERBS)}"
        return _misunderstood(f"there is no command “{printable(words[0] if words else '')}”{guess}")
    verb = VERBS[name]
    parser = Parser(f"tui-home {name}", description=f"{verb.summary[:1].upper()}{verb.summary[1:]}.")
    verb.configure(parser)
    try:
        options = parser.parse_args(list(words[1:]))
    except HelpAsked as help_asked:
        return Outcome(str(help_asked))
    except UsageError as error:
        return _misunderstood(f"{error}\n{parser.format_usage().strip()}")
    return verb.run(site(), options, setting)


def _misunderstood(message: str) -> Outcome:
    return Outcome(status=WRONG_USAGE, error=f"tui-home: {printable(message, newlines=True)}\n")
