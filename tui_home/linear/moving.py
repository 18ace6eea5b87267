"""From part to part, from section to section."""

from __future__ import annotations

from dataclasses import replace

from tui_home.linear.naming import names, place_named, sections
from tui_home.linear.opening import open_one
from tui_home.linear.talk import Talk
from tui_home.text.suggest import closest


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
    return up(talk, "") if talk.among else talk.say("There is nothing before this; here is where you began.")


def up(talk: Talk, _words: str) -> str:
    """Return to all homepages."""
    talk.returns = talk.among
    return "" if talk.among else talk.say("This is the only homepage here.")


def read_again(talk: Talk, _words: str) -> str:
    """Read the same part once more."""
    return talk.read(talk.state.place)


def go(talk: Talk, words: str) -> str:
    """Read the section, or the article, that is meant."""
    if not words:
        return talk.say(f"Go where? There is: {sections(talk)}.")
    if words.isdecimal():
        return open_one(talk, words)
    place = place_named(talk, words)
    if place is None:
        return talk.say(_nowhere(talk, words))
    return talk.read(place)


def where(talk: Talk, _words: str) -> str:
    """Say where one is, and which sections there are."""
    return talk.say(f"You are in {talk.head(talk.state.place)}", f"The sections: {sections(talk)}.")


def _nowhere(talk: Talk, words: str) -> str:
    near = closest(words, names(talk))
    guess = f"Did you mean go {near}?" if near else f"There is: {sections(talk)}."
    return f"There is no section {words}. {guess}"
