"""The bar at the top: whose page this is, its sections, how much is in the current one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.style import Style

from tui_home.layout.signs import UNICODE_SIGNS, signs_of
from tui_home.model.look import Look
from tui_home.model.named import NamedTuple
from tui_home.model.site import Site
from tui_home.sections import Section
from tui_home.text.width import cell_width, drawable
from tui_home.tui.column import SHORT, Column
from tui_home.tui.command import MOST_DIGITS
from tui_home.tui.messages import SectionClicked
from tui_home.tui.widgets.chrome import Chrome, Word, Words, cells
from tui_home.tui.widgets.folding import Span, together

_GAP = "   "
_NARROW_GAP = "  "
_MORE = "…"
_AIR = 4
"""Cells at least between the name, the sections and the count."""
_TINY = 10
_LEAST_TOGETHER = 3
"""Sections seen together at least; where there is no room for so many, the current one is seen alone."""
_LONGEST = 28
"""Cells of a title at most."""
_UNDERLINED = Style(underline=True)
_BRACKETS = ("[", "]")


class _Row(NamedTuple):
    """Sections side by side."""

    words: list[Word]
    before: int
    """Cells before the current one's title."""
    length: int
    """Cells of that title."""


class SectionBar(Chrome):
    """One row where name and sections stand side by side, two where they cannot; then the accent line."""

    def __init__(self, site: Site, sections: tuple[Section, ...], current: int, look: Look) -> None:
        super().__init__(look)
        self.room_for_count = 0
        """Cells; it never shrinks, so that nothing moves when a section has been read."""
        self._take(site, sections, current)

    def _take(self, site: Site, sections: tuple[Section, ...], current: int) -> None:
        self._owner = _name_parts(site)
        self._titles = tuple(self.shortened(drawable(section.title), _LONGEST) for section in sections)
        self._counts = tuple(self.spelt(drawable(section.count(site))) for section in sections)
        self.room_for_count = max(self.room_for_count, *map(cell_width, self._counts), 0)
        self.current = current

    def show_site(self, site: Site, sections: tuple[Section, ...], current: int) -> None:
        """Show the sections of a later reading of the site."""
        self._take(site, sections, current)
        self.redraw(layout=True)

    @contextmanager
    def fitted(self) -> Iterator[bool]:
        """Take only the room that is needed now, while nobody looks; say whether that moves nothing but the bar."""
        room, self.room_for_count = self.room_for_count, max(0, *map(cell_width, self._counts))
        self.forget()
        try:
            yield self.rows(self.region.width) == self.region.height
        finally:
            self.room_for_count = room
            self.forget()

    def show_section(self, index: int) -> None:
        """Mark another section as the current one."""
        if index != self.current:
            self.current = index
            self.redraw()

    def lines_of(self, column: Column) -> tuple[Words, ...]:
        """Return name and sections, and the rule below them."""
        rows = self._height
        lines, at, length = self._side_by_side(column) or self._stacked(column, name=rows > _TINY)
        return (*lines, self._rule(column, at, length)) if rows >= SHORT else tuple(lines)

    def clicked(self, what: str) -> None:
        """Say which section was clicked."""
        self.tell(SectionClicked(int(what)))

    def _side_by_side(self, column: Column) -> tuple[list[Words], int, int] | None:
        name = self._named(column.text)
        row = self._row(_GAP, Span(0, len(self._titles)))
        tail = self.room_for_count + _AIR if self.room_for_count else 0
        space = column.text - cells(name) - cells(row.words) - tail
        if space < _AIR:
            return None
        blank = Word(" " * space, self.chrome.base)
        line = [*name, blank, *row.words, *self._count(column.text - cells(name) - space - cells(row.words))]
        return [line], cells(name) + space + row.before, row.length

    def _stacked(self, column: Column, *, name: bool) -> tuple[list[Words], int, int]:
        row = self._fitting(column.text)
        if not name:
            return [row.words], row.before, row.length
        named = self._named(column.text)
        return [[*named, *self._count(column.text - cells(named))], row.words], row.before, row.length

    def _fitting(self, width: int) -> _Row:
        """Return all sections, or as many as stand together with the current one in `width`, with their numbers."""
        # Whichever of them is the current one: a bracket at either end takes a cell of its own.
        whole = sum(map(cell_width, self._titles)) + len(_NARROW_GAP) * (len(self._titles) - 1) + self._is_short
        if whole <= width:
            return self._row(_NARROW_GAP, Span(0, len(self._titles)))
        room, width = width, width - len(_BRACKETS) * self._is_short
        most = max(1, width - 2 * cell_width(f" {self.spelt(_MORE)}") - cell_width(_number(0)))
        titles = tuple(self.shortened(title, most) for title in self._titles)
        widths = [cell_width(_number(index) + title) for index, title in enumerate(titles)]
        more = cell_width(f"{self.spelt(_MORE)} ")
        span = together(widths, self.current, width, gap=len(_NARROW_GAP), more=more)
        if span.end - span.first < min(_LEAST_TOGETHER, len(titles)):
            return self._alone(room)
        return self._row(_NARROW_GAP, span, titles, numbered=True)

    def _alone(self, width: int) -> _Row:
        """Return the current section and which of how many it is, between the ways to its neighbours."""
        chrome, number, many = self.chrome, self.current, len(self._titles)
        back, on = ("‹ ", " ›") if signs_of(self.look) is UNICODE_SIGNS else ("< ", " >")
        title, room = self._titles[number], width - len(back) - len(on)
        places = [place for place in (f" {number + 1}/{many}", f" {number + 1}", "") if len(place) < room // 2]
        place = next((place for place in places if cell_width(title + place) <= room), places[0])
        title = self.shortened(title, room - len(place))
        words = [
            Word(back, chrome.muted, str((number - 1) % many)),
            Word(title, self._title_style(number), str(number)),
            Word(place, chrome.muted),
        ]
        # What leads on stays in its place, so that one can tap it again.
        blank = Word(" " * (width - cells(words) - len(on)), chrome.base)
        return _Row([*words, blank, Word(on, chrome.muted, str((number + 1) % many))], len(back), cell_width(title))

    def _row(self, gap: str, span: Span, titles: tuple[str, ...] = (), *, numbered: bool = False) -> _Row:
        chrome, words, before = self.chrome, list[Word](), 0
        titles = titles or self._titles
        begin, end = _BRACKETS if self._is_short else ("", "")
        # Where they stand beside a name, nothing moves when another one is opened.
        edge = " " * len(begin) * (gap == _GAP)
        if span.first > 0:
            words.append(Word(self.spelt(f"{_MORE} "), chrome.muted, str(span.first - 1)))
        for index in range(span.first, span.end):
            if index > span.first:
                closing, opening = end * (index - 1 == self.current), begin * (index == self.current)
                words.append(Word(closing + gap[len(closing + opening) :] + opening, chrome.base))
            else:
                words.append(Word(begin if index == self.current else edge, chrome.base))
            if numbered and _number(index):
                words.append(Word(_number(index), chrome.muted, str(index)))
            if index == self.current:
                before = cells(words)
            words.append(Word(titles[index], self._title_style(index), str(index)))
        words.append(Word(end if span.end == self.current + 1 else edge, chrome.base))
        if span.end < len(titles):
            words.append(Word(self.spelt(f" {_MORE}"), chrome.muted, str(span.end)))
        return _Row([word for word in words if word.text], before, cell_width(titles[self.current]))

    def _title_style(self, index: int) -> Style:
        if index != self.current:
            return self.chrome.text
        current = self.chrome.accent + Style(bold=True)
        # The accent line says it without colour; where there is none, brackets do.
        return current + _UNDERLINED if self._is_short else current

    @property
    def _height(self) -> int:
        """Rows of the screen."""
        return self.stage.app.size.height if self.stage else 0

    @property
    def _is_short(self) -> bool:
        return self._height < SHORT

    def _named(self, width: int) -> list[Word]:
        first, last = map(self.spelt, self._owner)
        if cell_width(first + last) > width:
            return [Word(self.shortened(first + last, width), self.chrome.strong)]
        return [Word(first, self.chrome.text), Word(last, self.chrome.strong)]

    def _count(self, room: int) -> list[Word]:
        count = self._counts[self.current]
        space = room - cell_width(count)
        return [Word(" " * space + count, self.chrome.muted)] if count and space > 0 else []

    def _rule(self, column: Column, at: int, length: int) -> Words:
        signs = signs_of(self.look)
        light, heavy = signs.rule, signs.heavy_rule
        length = max(0, min(length, column.text - at))
        after = max(0, column.text - at - length)
        return [
            Word(light * at, self.chrome.rule),
            Word(heavy * length, self.chrome.heavy),
            Word(light * after, self.chrome.rule),
        ]


def _number(index: int) -> str:
    """Return the key that opens a section, as it stands before its title where not all sections are seen."""
    return f"{index + 1} " if index < MOST_DIGITS else ""


def _name_parts(site: Site) -> tuple[str, str]:
    """Return what stands before the last name, and the last name; a title of the site's own is all of the second."""
    name, title = site.name, drawable(site.title)
    if name.last and title == drawable(name.full):
        return title.removesuffix(drawable(name.last)), drawable(name.last)
    return "", title
