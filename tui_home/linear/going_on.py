"""Reading on, whatever is being told."""

from __future__ import annotations

from tui_home.linear.finding import more_hits
from tui_home.linear.opening import more_details
from tui_home.linear.talk import Talk


def read_next(talk: Talk, _words: str) -> str:
    """Read on: the rest of the details, of what was found, of the section; then the next one."""
    if talk.state.rest:
        return more_details(talk)
    if talk.state.hits:
        return more_hits(talk)
    piece = talk.state.resume
    if piece is not None and piece < talk.here.of(talk.state.place).end:
        return _more_of_it(talk, piece)
    after = talk.here.after(talk.state.place)
    if after is None:
        return talk.say("That was all. go and a section's name reads it again; quit leaves.")
    return talk.read(after)


def _more_of_it(talk: Talk, piece: int) -> str:
    place = talk.state.place
    part, first = talk.here.of(place).part_of(piece)
    return talk.say(f"There is more of {talk.title} by now.") + talk.read(place._replace(part=part), first)
