"""The table of Verbs, and how words become one of them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from tui_home.model.site import Site
from tui_home.sections import SECTIONS, sections_of
from tui_home.text.safe import printable
from tui_home.text.suggest import closest
from tui_home.verbs.copy import configure_copy, copy
from tui_home.verbs.outcome import Outcome, Setting, UsageError
from tui_home.verbs.parser import Parser
from tui_home.verbs.show import configure_section, configure_show, show
from tui_home.verbs.words import misunderstood, options_of


class Verb(NamedTuple):
    """Something that can be asked for in words."""

    name: str
    summary: str
    """One line for the help."""
    configure: Callable[[Parser], None]
    """Adds the words and options it takes; no others are let through."""
    run: Callable[[Site, Namespace, Setting], Outcome]


def _verb_of(section: str) -> Verb:
    def run(site: Site, options: Namespace, setting: Setting) -> Outcome:
        options.sections = [section]
        return show(site, options, setting)

    return Verb(section, f"the same as show {section}", configure_section, run)


VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        Verb("show", "print sections", configure_show, show),
        *(_verb_of(section.id) for section in SECTIONS),
        Verb("copy", "copy email, meeting or another contact", configure_copy, copy),
    )
}


def perform(words: Sequence[str], site: Callable[[], Site], setting: Setting, also: Sequence[str] = ()) -> Outcome:
    """Do what `words` ask for.

    Args:
        words: A Verb's name and its options; the id of any section of the site is a Verb, too.
        site: Reads the homepage; called at most once, and only when the words may make sense.
        setting: Who asks.
        also: What else they may have meant, which is done elsewhere.
    """
    name = words[0].lower() if words else ""
    opened = cache(site)
    verb = VERBS.get(name) or _own_verb(name, opened)
    if verb is None:
        own = sections_of(opened()) if name and not name.startswith("-") else ()
        known = dict.fromkeys((*VERBS, *(section.id for section in own), *also))
        near = closest(name, known)
        guess = f"; did you mean {near}?" if near else f". There is: {', '.join(known)}"
        return misunderstood(f"there is no command “{printable(words[0] if words else '')}”{guess}")
    options = options_of(name, verb.summary, verb.configure, words[1:])
    if isinstance(options, Outcome):
        return options
    try:
        return verb.run(opened(), options, setting)
    except UsageError as error:
        return misunderstood(str(error))


def _own_verb(name: str, site: Callable[[], Site]) -> Verb | None:
    """Return the Verb for a section that only this site has, or for one of a section's articles."""
    section = name.partition("/")[0]
    if not section or section.startswith("-"):
        return None
    return _verb_of(name) if any(own.id == section for own in sections_of(site())) else None
