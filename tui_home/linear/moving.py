"""From part to part, from section to section."""

from __future__ import annotations

from dataclasses import replace

from tui_home.linear.place import Place
from tui_home.linear.talk import Talk
from tui_home.text.suggest import closest
from tui_home.verbs.outcome import UsageError
from tui_home.verbs.show import sections_named


def read_back(talk: Talk, _words: str) -> str:
    """Read what was read before."""
    if talk.state.aside:
        return talk.read(talk.state.place)
    behind = list(talk.state.behind)
    while behind:
        place = behind.pop()
        if talk.here.is_there(place):
            talk.state = talk.state.at(place)
            told = talk.read(place)
            talk.state = replace(talk.state, behind=tuple(behind))
            return told
    return talk.say("There is nothing before this; here is where you began.")


def read_again(talk: Talk, _words: str) -> str:
    """Read the same part once more."""
    return talk.read(talk.state.place)


def go(talk: Talk, words: str) -> str:
    """Read the section, or the article, that is meant."""
    if not words:
        return talk.say(f"Go where? There is: {sections(talk)}.")
    place = place_named(talk, words)
    if place is None:
        return talk.say(_nowhere(talk, words))
    return talk.read(place)


def where(talk: Talk, _words: str) -> str:
    """Say where one is, and which sections there are."""
    return talk.say(f"You are in {talk.head(talk.state.place)}", f"The sections: {sections(talk)}.")


def sections(talk: Talk) -> str:
    """Return the names of all sections."""
    return ", ".join(section.title for section in talk.here.sections)


def place_named(talk: Talk, words: str) -> Place | None:
    """Return the section, or the article as ``posts/NAME``, that `words` mean; the beginning of a title is enough."""
    wanted = " ".join(words.split()).casefold()
    titles = [(section.title.casefold(), section.id) for section in talk.here.sections]
    whole = (name for title, name in titles if wanted in {title, name})
    begun = (name for title, name in titles if title.startswith(wanted) or name.startswith(wanted))
    if found := next(whole, None) or next(begun, None):
        return Place(found)
    try:
        (section,) = sections_named(talk.site, [wanted])
    except (UsageError, ValueError):
        return None
    name, _, article = section.id.partition("/")
    return Place(name, article)


def _nowhere(talk: Talk, words: str) -> str:
    names = [name for section in talk.here.sections for name in (section.id, section.title)]
    near = closest(words, names)
    guess = f"Did you mean go {near}?" if near else f"There is: {sections(talk)}."
    return f"There is no section {words}. {guess}"
