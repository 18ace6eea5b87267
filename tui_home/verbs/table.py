"""The table of Verbs, and how words become one of them.

Whoever comes over the network may ask for all of them: none writes, and none opens a file or a URL that words name.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from tui_home.model.site import Site
from tui_home.sections import SECTIONS, sections_of
from tui_home.text.safe import printable
from tui_home.text.suggest import closest
from tui_home.verbs.bib import bib, configure_bib
from tui_home.verbs.copy import configure_copy, copy
from tui_home.verbs.outcome import Outcome, Setting, UsageError
from tui_home.verbs.parser import Parser
from tui_home.verbs.show import FORMAT_OPTION, WIDTH_OPTION, configure_section, configure_show, show
from tui_home.verbs.words import misunderstood, options_of


class Verb(NamedTuple):
    """Something that can be asked for in words."""

    name: str
    summary: str
    """One line for the help."""
    configure: Callable[[Parser], None]
    """Adds the words and options it takes; no others are let through."""
    run: Callable[[Site, Namespace, Setting], Outcome]
    open_options: frozenset[str] = frozenset()
    """Which of its options strangers may give, too. An option that is added is the owner's until it is named here."""
    lasting: bool = True
    """Whether all it does is to say something, and the same as long as the site does not change."""


_PRINTING = frozenset((FORMAT_OPTION, WIDTH_OPTION))


def _verb_of(section: str) -> Verb:
    def run(site: Site, options: Namespace, setting: Setting) -> Outcome:
        options.sections = [section]
        return show(site, options, setting)

    return Verb(section, f"the same as show {section}", configure_section, run, _PRINTING)


VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        Verb("show", "print sections", configure_show, show, _PRINTING),
        *(_verb_of(section.id) for section in SECTIONS),
        Verb("bib", "print the papers' BibTeX", configure_bib, bib),
        Verb("copy", "copy email, meeting or another contact", configure_copy, copy, lasting=False),
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
    verb = verb_named(name, opened)
    if verb is None:
        own = sections_of(opened()) if name and not name.startswith("-") else ()
        known = dict.fromkeys((*VERBS, *(section.id for section in own), *also))
        near = closest(name, known)
        guess = f"; did you mean {near}?" if near else f". There is: {', '.join(known)}"
        return misunderstood(f"there is no command “{printable(words[0] if words else '')}”{guess}")
    options = options_of(name, verb.summary, verb.configure, words[1:], setting.program)
    return options if isinstance(options, Outcome) else carry_out(verb, opened(), options, setting)


def carry_out(verb: Verb, site: Site, options: Namespace, setting: Setting) -> Outcome:
    """Do what `verb` does with options of its own."""
    try:
        return verb.run(site, options, setting)
    except UsageError as error:
        return misunderstood(str(error))


def verb_named(name: str, site: Callable[[], Site]) -> Verb | None:
    """Return the Verb called `name`, in small letters; None when there is none.

    The id of a section that only this site has is one, too, and ``posts/NAME``; only for those the site is read.
    """
    if name in VERBS:
        return VERBS[name]
    section = name.partition("/")[0]
    if not section or section.startswith("-"):
        return None
    return _verb_of(name) if any(own.id == section for own in sections_of(site())) else None
