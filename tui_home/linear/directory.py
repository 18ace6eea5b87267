"""All homepages of a server, read line by line: which there are, and into which one goes."""

from __future__ import annotations

from collections.abc import Callable

from tui_home.layout.spelling import spelt_signs
from tui_home.linear.asked import asked
from tui_home.linear.talk import NARROWEST, WIDEST
from tui_home.model.directory import Directory
from tui_home.model.look import TERMINAL_PALETTE
from tui_home.output.linear import pieces
from tui_home.output.linear_lines import Numbers, linear_lines, wrapped
from tui_home.output.receipt import receipt_of_several
from tui_home.sections.directory import Command, counted, directory_blocks, link_to, matching
from tui_home.terminal.clipboard import Rung
from tui_home.terminal.visitor import Visitor
from tui_home.text.safe import printable
from tui_home.text.suggest import closest

_AT_ONCE = 10
"""Homepages that are told at once."""
_MOST_DIGITS = 6
_HELP = (
    "next: tell the next homepages; Enter alone is next, too",
    "back: tell those before",
    "open NUMBER: go in; a number alone does it, and open NAME or go NAME",
    "find WORDS: tell those in which the words stand; list tells all again",
    "copy NUMBER: copy the command that leads there",
    "again: tell the same once more",
    "help: tell this",
    "quit: leave",
    "In a homepage, up returns here, and so does back at its beginning.",
)


class DirectoryConversation:
    """One visitor who has not chosen a homepage yet. Numbers, once heard, stay.

    Args of the constructor:
        host: What visitors call the server.
        directory: What there is.
        command: What visitors write to get to a homepage.
        visitor: Who reads.
        width: Cells of a line; brought within 20 and 1,000.
        again: The command that leads back to all.
    """

    prompt = "> "

    def __init__(
        self, host: str, directory: Directory, command: Command, visitor: Visitor, width: int, again: str = ""
    ) -> None:
        self._again = again or host
        self._host = host
        self._directory = directory
        self._command = command
        self._visitor = visitor
        self._width = min(max(width, NARROWEST), WIDEST)
        self._look = visitor.capabilities.look(TERMINAL_PALETTE)
        self._numbers = {entry.name: number for number, entry in enumerate(directory.entries, 1)}
        """By the names of homepages."""
        self._shown = tuple(self._numbers)
        """Which are told: all, or those that were found."""
        self._first = 0
        """Which of them were told last, from here on."""
        self._interrupted = False
        self.chosen = ""
        """The name of the homepage to go into; empty for none yet."""
        self.over = False

    # What is heard

    def begin(self) -> str:
        """Return what is said first."""
        return self._say(
            f"{self._host}: {self._count()}.",
            "A number goes in, Enter reads on, find looks for words, help tells more, quit leaves.",
        ) + self._tell(0)

    def returned(self, name: str) -> str:
        """Return what is said to somebody who comes back from the homepage `name`."""
        self.chosen = ""
        number = self._numbers.get(name)
        where = f" You were in {self._title(name)}, number {number}." if number else ""
        return self._say(f"All homepages: {self._count()}.{where}", "Enter tells them, a number goes in.")

    def refused(self, why: str) -> str:
        """Return what is said when the homepage that was chosen cannot be read."""
        self.chosen = ""
        return self._say(why)

    def answer(self, line: str) -> str:
        """Return what is said to a line, which may hold anything."""
        self._interrupted = False
        command, words = asked(line)
        if command is None:
            return self._choose(words)
        return self._answers().get(command.name, self._elsewhere)(words)

    def interrupt(self) -> str:
        """Return what is said to ctrl+c; the second in a row leaves."""
        if self._interrupted:
            return self.leave()
        self._interrupted = True
        return self._say("Stopped. quit leaves, and so does control c again.")

    def leave(self) -> str:
        """Return what is said to whoever leaves."""
        self.over = True
        told = receipt_of_several((), self._visitor.receipt, self._again)
        return spelt_signs("".join(f"{line.strip()}\n" for line in ("Goodbye.", *told.splitlines())), self._look)

    def replace(self, directory: Directory) -> None:
        """Go on with a later Directory; numbers that were heard stay, new homepages get the next ones."""
        self._directory = directory
        for entry in directory.entries:
            self._numbers.setdefault(entry.name, len(self._numbers) + 1)

    # What is said

    def _answers(self) -> dict[str, Callable[[str], str]]:
        return {
            "next": lambda _: self._next(),
            "back": lambda _: self._tell(max(0, self._first - _AT_ONCE)),
            "again": lambda _: self._tell(self._first),
            "go": self._choose,
            "open": self._choose,
            "find": self._find,
            "copy": self._copy,
            "links": lambda _: self._all(),
            "where": lambda _: self._say(f"{self._host}: {self._count()}."),
            "help": lambda _: self._say(*_HELP),
            "quit": lambda _: self.leave(),
            "up": lambda _: self._say("These are all homepages; a number goes in."),
        }

    def _elsewhere(self, _words: str) -> str:
        return self._say("That is asked in a homepage; its number goes in.")

    def _next(self) -> str:
        if self._first + _AT_ONCE >= len(self._shown):
            return self._say("That was the last. list tells all again, a number goes in.")
        return self._tell(self._first + _AT_ONCE)

    def _all(self) -> str:
        self._shown = tuple(entry.name for entry in self._directory.entries)
        return self._tell(0)

    def _find(self, words: str) -> str:
        found = tuple(entry.name for entry in matching(self._directory, words).entries)
        if not words or not found:
            return self._say(f"{words} is nowhere here." if words else "Find what? find takes the words to look for.")
        self._shown = found
        return self._say(f"{words}: {len(found)} of {self._count()}.") + self._tell(0)

    def _choose(self, words: str) -> str:
        if not words:
            return self._say("Open which number?")
        name = self._named(words)
        if not name:
            near = closest(words, self._numbers)
            guess = f"Did you mean go {near}?" if near else "find looks for words, help tells more."
            return self._say(f"There is no {words} here. {guess}")
        self.chosen = name
        return ""

    def _copy(self, words: str) -> str:
        name = self._named(words)
        if not name:
            return self._say(f"There is no {words} here." if words else "Copy the command of which number?")
        command = self._command(name)
        done = self._visitor.clipboard.copy(command, command)
        self._visitor.receipt.record(done)
        if done.rung is Rung.LOCAL:
            return self._say(f"{done.sentence()}.")
        wish = "Asked your terminal to copy it. " if done.rung is Rung.ASKED else ""
        return self._say(f"{wish}Here it is:", command)

    def _named(self, words: str) -> str:
        """Return the name that a number, a name or a title means; empty for none."""
        there = {entry.name: entry.title for entry in self._directory.entries}
        if words.isdecimal() and len(words) <= _MOST_DIGITS:
            return next((name for name, number in self._numbers.items() if number == int(words) and name in there), "")
        wanted = words.casefold()
        return next((name for name, title in there.items() if wanted in (name, title.casefold())), "")

    def _tell(self, first: int) -> str:
        self._first = first
        names = frozenset(self._shown[first : first + _AT_ONCE])
        told = Directory(tuple(entry for entry in self._directory.entries if entry.name in names))
        numbers = Numbers(link_to(name, self._command(name)) for name in self._numbers)
        lines = linear_lines(pieces(directory_blocks(told, self._command)), numbers, self._width, self._look)
        rest = len(self._shown) - first - _AT_ONCE
        foot = f"Next: {min(rest, _AT_ONCE)} more." if rest > 0 else "That is the last."
        return "".join(("\n", *(f"{line}\n" for line in lines), "\n", self._say(foot)))

    def _count(self) -> str:
        return counted(self._directory) or "no homepage yet"

    def _title(self, name: str) -> str:
        return next((entry.title for entry in self._directory.entries if entry.name == name), name)

    def _say(self, *sentences: str) -> str:
        return "".join(
            f"{line}\n" for sentence in sentences for line in wrapped(printable(sentence), self._width, self._look)
        )
