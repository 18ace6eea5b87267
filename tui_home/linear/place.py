"""Where a visitor is, and what the numbers that they heard mean."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tui_home.linear.parts import Part
from tui_home.model.inline import Link
from tui_home.model.record import record

_MOST_BEHIND = 100


class Place(NamedTuple):
    """What is read: a part of a section, or of one of its articles."""

    section: str
    """The section's id."""
    article: str = ""
    """The Article's key; empty for the section itself."""
    part: int = 0
    """Counted from 0."""


class Hit(NamedTuple):
    """A place where words were found."""

    place: Place
    """Without its part."""
    piece: int
    """Which piece of all parts."""
    heard: str
    """What stands there, in one line."""


@record
class State:
    """One visitor's place in the conversation."""

    place: Place
    behind: tuple[Place, ...] = ()
    """What was read before, the latest last."""
    numbers: tuple[Link | Hit, ...] = ()
    """What the numbers mean: the first is 1."""
    told: tuple[int, ...] = ()
    """Which of them were heard last."""
    resume: int | None = None
    """The piece to go on with, once what is read has grown in its midst; None for the next part."""
    rest: tuple[Part, ...] = ()
    """What remains to be read of the details that were asked for."""
    hits: tuple[Hit, ...] = ()
    """What remains to be told of what was found."""
    aside: bool = False
    """Whether something else than the part was told last: details, what was found."""
    words: str = ""
    """What was looked for last."""

    def moved(self, place: Place) -> State:
        """Return the state after going to `place`, in which nothing has been read yet."""
        behind = self.behind if place == self.place else (*self.behind, self.place)[-_MOST_BEHIND:]
        return replace(self.at(place), behind=behind)

    def at(self, place: Place) -> State:
        """Return the state at `place`, with nothing read of it and nothing new to go back to."""
        return replace(self, place=place, numbers=(), told=(), resume=None, rest=(), hits=(), aside=False)
