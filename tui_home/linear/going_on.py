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
    after = talk.here.after(talk.state.place)
    if after is None:
        return talk.say("That was all. go and a section's name reads it again; quit leaves.")
    return talk.read(after)
