"""Sections and articles as they are read, made once for all visitors."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from threading import Lock

from tui_home.linear.parts import Part, parts
from tui_home.linear.place import Hit, Place
from tui_home.model.blocks import Heading
from tui_home.model.inline import Link, Span, Spans, plain_text
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.output.linear import HEADING, Piece, pieces
from tui_home.output.linear_lines import Numbers, links_in
from tui_home.sections import Section, sections_of
from tui_home.text.folding import folded

_SITES = 4
_ARTICLES = 64
_CONTEXT = 120
"""Characters of a line in which something was found."""


@dataclass(frozen=True)
class Reading:
    """A section or an article, in parts."""

    title: str
    parts: tuple[Part, ...]
    """At least one."""

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """What its numbers mean, the first 1: the same in all its parts, so that a number once heard stays."""
        return tuple(Numbers(links_in(self.pieces)).links)

    @property
    def end(self) -> int:
        """How many pieces there are."""
        return self.end_of(len(self.parts))

    def end_of(self, part: int) -> int:
        """Return how many pieces there are up to the end of a part."""
        return sum(map(len, self.parts[: part + 1]))

    @property
    def pieces(self) -> Iterator[Piece]:
        """Those of all parts."""
        return chain.from_iterable(self.parts)

    def after(self, before: Reading, end: int) -> int:
        """Return the first piece that is not among the first `end` of an earlier reading."""
        heard = tuple(before.pieces)[:end]
        mine = enumerate(self.pieces)
        new = (number for number, piece in mine if heard[number : number + 1] != (piece,) and piece not in heard)
        return next(new, self.end)

    def part_of(self, piece: int) -> tuple[int, int]:
        """Return the part in which a piece, counted through all parts, stands, and its place in that part."""
        for number, part in enumerate(self.parts):
            if piece < len(part):
                return number, piece
            piece -= len(part)
        return 0, 0

    def under(self, part: int) -> str:
        """Return the heading that still holds where a part begins in the middle of what it heads; empty for none."""
        first = self.parts[part][:1]
        if not part or not first or first[0].leads:
            return ""
        for earlier in reversed(self.parts[:part]):
            for piece in reversed(earlier):
                if piece.lines[0][:1] == (Span(HEADING),):
                    return _line(piece.lines[0][1:])
        return ""


class SiteReadings:
    """All of one reading of one site; it may be asked in any thread."""

    def __init__(self, site: Site) -> None:
        """Make nothing yet."""
        self._site = site
        self.sections = sections_of(site)
        self._by_id = {section.id: section for section in self.sections}
        self._made: OrderedDict[Place, Reading] = OrderedDict()
        self._lock = Lock()

    def section(self, name: str) -> Section | None:
        """Return a section by its id."""
        return self._by_id.get(name)

    def is_there(self, place: Place) -> bool:
        """Say whether the site has the section, and the article, of `place`."""
        section = self.section(place.section)
        if section is None or not place.article:
            return section is not None
        return any(article.key == place.article for article in section.articles(self._site))

    def of(self, place: Place) -> Reading:
        """Return what is read at `place`, which must be there; its part does not count."""
        place = place._replace(part=0)
        with self._lock:
            made = self._made.get(place)
        if made is None:
            made = self._make(place)
        with self._lock:
            self._made[place] = made
            self._made.move_to_end(place)
            if len(self._made) > len(self.sections) + _ARTICLES:
                self._made.popitem(last=False)
        return made

    def after(self, place: Place) -> Place | None:
        """Return what is read after `place`: its next part, the next article, the next section; None at the end."""
        if place.part + 1 < len(self.of(place).parts):
            return place._replace(part=place.part + 1)
        names = [section.id for section in self.sections]
        at = names.index(place.section)
        if place.article:
            keys = [article.key for article in self.sections[at].articles(self._site)]
            following = keys[keys.index(place.article) + 1 :]
            if following:
                return Place(place.section, following[0])
        return Place(names[at + 1]) if at + 1 < len(names) else None

    def find(self, words: str) -> Iterator[Hit]:
        """Yield every piece, also of articles and of what is folded away, in which `words` stand; the case is alike."""
        wanted = folded(" ".join(words.split()))
        for place, texts in self._index if wanted else ():
            for number, text in enumerate(texts):
                if wanted in text:
                    piece = next(islice(self.of(place).pieces, number, None))
                    yield Hit(place, number, _heard(piece, wanted))

    @cached_property
    def _index(self) -> tuple[tuple[Place, tuple[str, ...]], ...]:
        places = [
            place
            for section in self.sections
            for place in (
                Place(section.id),
                *(Place(section.id, article.key) for article in section.articles(self._site)),
            )
        ]
        return tuple((place, tuple(map(_searched, self.of(place).pieces))) for place in places)

    def _make(self, place: Place) -> Reading:
        section = self._by_id[place.section]
        blocks = section.compose(self._site, View(article=place.article))
        title = section.title
        if place.article and blocks and isinstance(blocks[0], Heading):
            title, blocks = " ".join(plain_text(blocks[0].spans).split()) or title, blocks[1:]
        return Reading(title, parts(pieces(blocks)) or ((),))


class Readings:
    """What several visitors read, of a few sites, each in a few readings; it may be asked in any thread."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._sites: OrderedDict[tuple[object, ...], SiteReadings] = OrderedDict()
        self._lock = Lock()

    def of(self, site: Site) -> SiteReadings:
        """Return what is read of `site`."""
        key = _key(site)
        with self._lock:
            readings = self._sites.pop(key, None) or SiteReadings(site)
            self._sites[key] = readings
            if len(self._sites) > _SITES:
                self._sites.popitem(last=False)
            return readings

    def keep_only(self, site: Site) -> None:
        """Let go of what is read of other sites."""
        key = _key(site)
        with self._lock:
            self._sites = OrderedDict((one, readings) for one, readings in self._sites.items() if one == key)


def _key(site: Site) -> tuple[object, ...]:
    return site.revision, site.language, site.pending


def _searched(piece: Piece) -> str:
    lines = (*piece.lines, *(line for inner in pieces(piece.folded) for line in inner.lines))
    return " ".join(folded(plain_text(line)) for line in lines)


def _heard(piece: Piece, wanted: str) -> str:
    """Return the first line of a piece, and after it the one in which `wanted` stands, or that it is in the details."""
    first, *others = (_line(line) for line in (*piece.lines, ()))
    if wanted in folded(first):
        return _cut(first, wanted)
    there = next((line for line in others if wanted in folded(line)), "")
    return f"{_cut(first, '')}: {_cut(there, wanted) if there else 'in its details'}"


def _line(spans: Spans) -> str:
    return " ".join(plain_text(spans).split())


def _cut(line: str, wanted: str) -> str:
    """Return as much of a line as is listened to in passing, with `wanted` in it."""
    if len(line) <= _CONTEXT:
        return line
    at = max(0, folded(line).find(wanted))
    start = 0 if at < _CONTEXT // 2 else line.rfind(" ", 0, min(at, len(line)) - _CONTEXT // 3) + 1
    end = line.rfind(" ", start + 1, start + _CONTEXT)
    end = end if end > start + _CONTEXT // 2 else start + _CONTEXT
    return f"{'... ' if start else ''}{line[start:end]}{' ...' if end < len(line) else ''}"
