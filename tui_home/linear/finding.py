"""Finding words, everywhere."""

from __future__ import annotations

from dataclasses import replace

from tui_home.linear.place import Hit
from tui_home.linear.talk import Talk

_AT_ONCE = 8
_MOST = 200


def find(talk: Talk, words: str) -> str:
    """Say where `words` stand, in all sections; without words, where those of the last time do."""
    words = " ".join((words or talk.state.words).split())
    if not words:
        return talk.say("Find what? find takes the words to look for.")
    hits = []
    for hit in talk.here.find(words):
        hits.append(hit)
        if len(hits) > _MOST:
            break
    pending = " Some of the homepage is still being read." if talk.site.pending else ""
    if not hits:
        return talk.say(f"{words} is not on this homepage.{pending}")
    talk.state = replace(talk.state, words=words, numbers=(), told=(), rest=(), hits=tuple(hits[:_MOST]), aside=True)
    return talk.say(f"{words}: {_places(len(hits))}.{pending}") + more_hits(talk)


def more_hits(talk: Talk) -> str:
    """Say the next of the places that were found."""
    some, rest = talk.state.hits[:_AT_ONCE], talk.state.hits[_AT_ONCE:]
    before = len(talk.state.numbers)
    numbers = (*talk.state.numbers, *some)
    talk.state = replace(talk.state, numbers=numbers, told=tuple(range(1, len(numbers) + 1)), hits=rest)
    told = [f"[{number}] {_title(talk, hit)}: {hit.heard}" for number, hit in enumerate(some, before + 1)]
    last = f"Its number reads a place, find alone tells them again, back returns to {talk.title}."
    return talk.say(*told, f"Next: {len(rest)} more." if rest else last)


def _title(talk: Talk, hit: Hit) -> str:
    return talk.here.of(hit.place).title


def _places(number: int) -> str:
    if number > _MOST:
        return f"more than {_MOST} places"
    return f"{number} places" if number > 1 else "1 place"
