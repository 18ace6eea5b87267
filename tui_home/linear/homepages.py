"""The homepages of a server under numbers, for those who read line by line. Numbers, once heard, stay."""

from __future__ import annotations

from tui_home.model.directory import Directory
from tui_home.output.linear_lines import Numbers
from tui_home.sections.directory import Command, counted, link_to, matching

AT_ONCE = 10
"""Homepages that are told at once."""
_MOST_DIGITS = 6


class Homepages:
    """What one visitor has heard of them.

    Args:
        directory: What there is.
    """

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._numbers = {entry.name: number for number, entry in enumerate(directory.entries, 1)}
        """By the names of homepages."""
        self._shown = tuple(self._numbers)
        """Which are told: all, or those that were found."""
        self.first = 0
        """Which of them were told last, from here on."""

    def replace(self, directory: Directory) -> None:
        """Go on with a later Directory; new homepages get the next numbers."""
        self._directory = directory
        for entry in directory.entries:
            self._numbers.setdefault(entry.name, len(self._numbers) + 1)

    @property
    def count(self) -> str:
        """How many there are, in words."""
        return counted(self._directory) or "no homepage yet"

    @property
    def names(self) -> tuple[str, ...]:
        """Those that have a number."""
        return tuple(self._numbers)

    @property
    def rest(self) -> int:
        """How many come after those that were told last."""
        return max(0, len(self._shown) - self.first - AT_ONCE)

    def number(self, name: str) -> int | None:
        """Return a homepage's number."""
        return self._numbers.get(name)

    def title(self, name: str) -> str:
        """Return what a homepage is called."""
        return next((entry.title for entry in self._directory.entries if entry.name == name), name)

    def named(self, words: str) -> str:
        """Return the name that a number, a name or a title means; empty for none."""
        there = {entry.name: entry.title for entry in self._directory.entries}
        if words.isdecimal() and len(words) <= _MOST_DIGITS:
            return next((name for name, number in self._numbers.items() if number == int(words) and name in there), "")
        wanted = words.casefold()
        return next((name for name, title in there.items() if wanted in (name, title.casefold())), "")

    def show_all(self) -> None:
        """Tell of all from now on."""
        self._shown = tuple(entry.name for entry in self._directory.entries)

    def find(self, words: str) -> int:
        """Tell of those in which `words` stand from now on; return how many they are, and change nothing for none."""
        found = tuple(entry.name for entry in matching(self._directory, words).entries)
        self._shown = found or self._shown
        return len(found)

    def part(self, first: int) -> Directory:
        """Return what is told next, from the one at `first` on."""
        self.first = first
        names = frozenset(self._shown[first : first + AT_ONCE])
        return Directory(tuple(entry for entry in self._directory.entries if entry.name in names))

    def links(self, command: Command) -> Numbers:
        """Return the numbers as they are written beside the commands that lead there."""
        return Numbers(link_to(name, command(name)) for name in self._numbers)
