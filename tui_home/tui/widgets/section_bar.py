"""The bar at the top: whose page this is, its sections, how much is in the current one."""

from __future__ import annotations

from rich.style import Style

from tui_home.model.look import Look
from tui_home.model.site import Site
from tui_home.sections import Section
from tui_home.text.width import cell_width, drawable
from tui_home.tui.column import SHORT, Column
from tui_home.tui.messages import SectionClicked
from tui_home.tui.widgets.chrome import Chrome, Word, Words, cells, shortened

_GAP = "   "
_NARROW_GAP = "  "
_AIR = 4
"""Cells at least between the name, the sections and the count."""
_TINY = 10
_UNDERLINED = Style(underline=True)


class SectionBar(Chrome):
    """One row where name and sections stand side by side, two where they cannot; then the accent line."""

    def __init__(self, site: Site, sections: tuple[Section, ...], current: int, look: Look) -> None:
        super().__init__(look, "bar")
        self._owner = _name_parts(site)
        self._titles = tuple(drawable(section.title) for section in sections)
        self._counts = tuple(drawable(section.count(site)) for section in sections)
        self.current = current

    def show_section(self, index: int) -> None:
        """Mark another section as the current one."""
        self.current = index
        self.redraw()

    def lines_of(self, column: Column) -> tuple[Words, ...]:
        """Return name and sections, and the rule below them."""
        rows = self.app.size.height
        lines, at = self._side_by_side(column) or self._stacked(column, name=rows > _TINY)
        return (*lines, self._rule(column, at)) if rows >= SHORT else tuple(lines)

    def clicked(self, what: str) -> None:
        """Say which section was clicked."""
        self.post_message(SectionClicked(int(what)))

    def _side_by_side(self, column: Column) -> tuple[list[Words], int] | None:
        name = self._named(column.text)
        sections, before = self._sections(_GAP, 0, len(self._titles))
        aside = max(map(cell_width, self._counts), default=0)
        tail = aside + _AIR if aside else 0
        space = column.text - cells(name) - cells(sections) - tail
        if space < _AIR:
            return None
        blank = Word(" " * space, self.chrome.base)
        line = [*name, blank, *sections, *self._count(column.text - cells(name) - space - cells(sections))]
        return [line], cells(name) + space + before

    def _stacked(self, column: Column, *, name: bool) -> tuple[list[Words], int]:
        sections, before = self._fitting(column.text)
        if not name:
            return [sections], before
        named = self._named(column.text)
        return [[*named, *self._count(column.text - cells(named))], sections], before

    def _fitting(self, width: int) -> tuple[list[Word], int]:
        """Return as many neighbours of the current section as fit in `width`, and where the current one begins."""
        first = last = self.current
        shown, before = self._sections(_NARROW_GAP, first, last + 1)
        for _ in self._titles:
            for start, end in ((first, last + 1), (first - 1, last)):
                if start < 0 or end >= len(self._titles):
                    continue
                wider, at = self._sections(_NARROW_GAP, start, end + 1)
                if cells(wider) <= width:
                    shown, before, first, last = wider, at, start, end
        return shown, before

    def _sections(self, gap: str, first: int, end: int) -> tuple[list[Word], int]:
        chrome, words, before = self.chrome, list[Word](), 0
        if first > 0:
            words.append(Word(self.spelt("… "), chrome.muted, str(self.current - 1)))
        for index in range(first, end):
            if index > first:
                words.append(Word(gap, chrome.base))
            if index == self.current:
                before = cells(words)
            words.append(Word(self._titles[index], self._title_style(index), str(index)))
        if end < len(self._titles):
            words.append(Word(self.spelt(" …"), chrome.muted, str(self.current + 1)))
        return words, before

    def _title_style(self, index: int) -> Style:
        if index != self.current:
            return self.chrome.text
        current = self.chrome.accent + Style(bold=True)
        # The accent line says it without colour; where there is none, the title does.
        return current if self.app.size.height >= SHORT else current + _UNDERLINED

    def _named(self, width: int) -> list[Word]:
        first, last = self._owner
        if cell_width(first + last) > width:
            return [Word(shortened(first + last, width), self.chrome.strong)]
        return [Word(first, self.chrome.text), Word(last, self.chrome.strong)]

    def _count(self, room: int) -> list[Word]:
        count = self._counts[self.current]
        space = room - cell_width(count)
        return [Word(" " * space + count, self.chrome.muted)] if count and space > 0 else []

    def _rule(self, column: Column, at: int) -> Words:
        light, heavy = ("─", "━") if self.look.unicode else ("-", "=")
        length = cell_width(self._titles[self.current])
        after = max(0, column.text - at - length)
        return [
            Word(light * at, self.chrome.rule),
            Word(heavy * length, self.chrome.heavy),
            Word(light * after, self.chrome.rule),
        ]


def _name_parts(site: Site) -> tuple[str, str]:
    """Return what stands before the last name, and the last name; a title of the site's own is all of the second."""
    name, title = site.name, drawable(site.title)
    if name.last and title == drawable(name.full):
        return title.removesuffix(drawable(name.last)), drawable(name.last)
    return "", title
