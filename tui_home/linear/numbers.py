"""What the numbers mean that were heard."""

from __future__ import annotations

from tui_home.linear.place import Hit
from tui_home.linear.talk import Talk
from tui_home.model.inline import Link, LinkKind, MainAction

_MOST_DIGITS = 6


def numbered(talk: Talk, words: str) -> Link | Hit | None:
    """Return what a number means here; None when it means nothing."""
    number = int(words) if len(words) <= _MOST_DIGITS else 0
    return talk.state.numbers[number - 1] if 1 <= number <= len(talk.state.numbers) else None


def none_of(talk: Talk, words: str) -> str:
    """Return what is said to a number that means nothing."""
    most = len(talk.state.numbers)
    there = f"the numbers go from 1 to {most}" if most > 1 else "the only number is 1" if most else "nothing has one"
    return f"There is no {words[:_MOST_DIGITS]} here; {there}."


def tell_links(talk: Talk, _words: str) -> str:
    """Say every number and what it means."""
    if not talk.state.told:
        return talk.say("There are no numbers here.")
    told = ((number, talk.state.numbers[number - 1]) for number in talk.state.told)
    return talk.say(*(f"[{number}] {_told(meant)}" for number, meant in told))


def _told(meant: Link | Hit) -> str:
    if isinstance(meant, Hit):
        return meant.heard
    if meant.main is MainAction.TOGGLE:
        return f"{meant.label}, details"
    if meant.main is MainAction.FOLLOW:
        return f"{meant.label}, on this homepage"
    if meant.kind is LinkKind.BIBTEX:
        return meant.label
    return meant.label if meant.copies in meant.label else f"{meant.label}: {meant.copies}"
