"""One visitor's side of the conversation: what they read, where they are, and how it is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui_home.layout.spelling import spelt_signs
from tui_home.linear.place import Hit, Place, State
from tui_home.linear.readings import Readings, SiteReadings
from tui_home.model.look import TERMINAL_PALETTE
from tui_home.model.site import Site
from tui_home.output.linear import Piece
from tui_home.output.linear_lines import Numbers, linear_lines, wrapped
from tui_home.terminal.visitor import Visitor
from tui_home.text.safe import printable

NARROWEST, WIDEST = 20, 1000
"""Cells of a line."""


class Talk:
    """What the commands act on."""

    def __init__(self, site: Site, visitor: Visitor, width: int, readings: Readings) -> None:
        """Begin nowhere: at the start of the first section, of which nothing has been read."""
        self.site = site
        self.visitor = visitor
        self.width = min(max(width, NARROWEST), WIDEST)
        self.look = visitor.capabilities.look(TERMINAL_PALETTE)
        self.over = False
        self.among = False
        """Whether there are other homepages, to which one returns."""
        self.returns = False
        """Whether the visitor wants to."""
        self.seen: dict[str, None] = {}
        """The ids of the sections that have been read from, in the order of their first reading."""
        self._readings = readings
        self.state = State(Place(self.here.sections[0].id))

    @property
    def here(self) -> SiteReadings:
        """What there is to read."""
        return self._readings.of(self.site)

    # What is told

    def say(self, *sentences: str) -> str:
        """Return sentences, each on lines of its own."""
        return "".join(
            f"{line}\n" for sentence in sentences for line in wrapped(printable(sentence), self.width, self.look)
        )

    def say_as_it_is(self, text: str) -> str:
        """Return text that is never wrapped: somebody may copy it."""
        return f"{spelt_signs(printable(text, newlines=True), self.look)}\n"

    def read(self, place: Place, first: int = 0) -> str:
        """Go to `place`, which must be there, and return its part, or what of it begins with a piece of it."""
        self.seen[place.section] = None
        reading = self.here.of(place)
        place = place._replace(part=min(place.part, len(reading.parts) - 1))
        self.state = self.state.moved(place)
        self.state = replace(self.state, numbers=reading.links)
        lines = self._numbered(reading.parts[place.part][first:])
        head = f"{self.head(place)} From there on:" if first else self.head(place)
        return "".join((self.say(head), *_set_off(lines), self.say(self.foot())))

    def read_on(self, pieces: Sequence[Piece]) -> str:
        """Return pieces that are read beside the part; their links have its numbers, or go on with them."""
        return "".join(f"{line}\n" for line in self._numbered(pieces))

    def _numbered(self, pieces: Iterable[Piece]) -> list[str]:
        known = tuple(link for link in self.state.numbers if not isinstance(link, Hit))
        numbers = Numbers(known)
        lines = list(linear_lines(pieces, numbers, self.width, self.look))
        # Those of a whole section are shared by its visitors.
        links = tuple(numbers.links) if len(numbers.links) > len(known) else self.state.numbers
        told = tuple(dict.fromkeys((*self.state.told, *numbers.told)))
        self.state = replace(self.state, numbers=links, told=told)
        return lines

    def grown(self, site: Site) -> None:
        """Go on with a later reading of the same site; what was heard, and its numbers, stay valid."""
        place = self.state.place
        before = self.here.of(place)
        self.site = site
        if not self.here.is_there(place):
            self.state = self.state.at(Place(self.here.sections[0].id))
            return
        end, reading = self.state.resume, self.here.of(place)
        resume = reading.after(before, before.end_of(place.part) if end is None else end)
        # Where a part ends, too, the next one follows by itself.
        self.state = replace(self.state, resume=None if resume == reading.end_of(place.part) else resume)

    @property
    def title(self) -> str:
        """What one reads is called."""
        return self.here.of(self.state.place).title

    def head(self, place: Place) -> str:
        """Return what is said before a part: where one is, and how much there is."""
        reading = self.here.of(place)
        how_much = [] if place.article else [self.count(place.section)]
        if len(reading.parts) > 1:
            how_much.append(f"part {place.part + 1} of {len(reading.parts)}")
        if under := reading.under(place.part):
            how_much.append(f"still under {under}")
        told = ", ".join(filter(None, how_much))
        return f"{reading.title}: {told}." if told else _sentence(reading.title)

    def count(self, section: str) -> str:
        """Return how much is in a section, in words; nothing where that says no more than its title."""
        found = self.here.section(section)
        count = found.count(self.site) if found else ""
        if found and section in self.site.pending:
            return "still being read"
        return "" if found and count == found.title else count

    def foot(self) -> str:
        """Return what is said after a part: what comes next."""
        here = self.state.place
        after = self.here.after(here)
        if after is None:
            return f"End of {self.title}, the last section."
        if (after.section, after.article) == (here.section, here.article):
            return f"Next: part {after.part + 1} of {len(self.here.of(here).parts)}."
        return f"End of {self.title}. Next: {self.named(after)}."

    def named(self, place: Place) -> str:
        """Return what a place is called, and how much is there."""
        title = self.here.of(place).title
        return title if place.article else ", ".join(filter(None, (title, self.count(place.section))))


def _set_off(lines: Sequence[str]) -> Sequence[str]:
    """Return lines between empty ones."""
    return [f"{line}\n" for line in ("", *lines, "")] if lines else ()


def _sentence(title: str) -> str:
    return title if title.endswith((".", "!", "?", ":")) else f"{title}."
