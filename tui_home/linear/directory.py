"""All homepages of a server, read line by line: which there are, and into which one goes."""

from __future__ import annotations

from collections.abc import Callable

from tui_home.layout.spelling import spelt_signs
from tui_home.linear.asked import asked
from tui_home.linear.homepages import AT_ONCE, Homepages
from tui_home.linear.talk import NARROWEST, WIDEST
from tui_home.model.directory import Directory
from tui_home.model.look import TERMINAL_PALETTE
from tui_home.output.linear import pieces
from tui_home.output.linear_lines import linear_lines, wrapped
from tui_home.output.receipt import receipt_of_several
from tui_home.sections.directory import Command, directory_blocks
from tui_home.terminal.clipboard import Rung
from tui_home.terminal.visitor import Visitor
from tui_home.text.safe import printable
from tui_home.text.suggest import closest

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
        self._homepages = Homepages(directory)
        self._command = command
        self._visitor = visitor
        self._width = min(max(width, NARROWEST), WIDEST)
        self._look = visitor.capabilities.look(TERMINAL_PALETTE)
        self._interrupted = False
        self.chosen = ""
        """The name of the homepage to go into; empty for none yet."""
        self.over = False

    # What is heard

    def begin(self) -> str:
        """Return what is said first."""
        return self._say(
            f"{self._host}: {self._homepages.count}.",
            "A number goes in, Enter reads on, find looks for words, help tells more, quit leaves.",
        ) + self._tell(0)

    def returned(self, name: str) -> str:
        """Return what is said to somebody who comes back from the homepage `name`."""
        self.chosen = ""
        number = self._homepages.number(name)
        where = f" You were in {self._homepages.title(name)}, number {number}." if number else ""
        return self._say(f"All homepages: {self._homepages.count}.{where}", "Enter tells them, a number goes in.")

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
        self._homepages.replace(directory)

    # What is said

    def _answers(self) -> dict[str, Callable[[str], str]]:
        return {
            "next": lambda _: self._next(),
            "back": lambda _: self._tell(max(0, self._homepages.first - AT_ONCE)),
            "again": lambda _: self._tell(self._homepages.first),
            "go": self._choose,
            "open": self._choose,
            "find": self._find,
            "copy": self._copy,
            "links": lambda _: self._all(),
            "where": lambda _: self._say(f"{self._host}: {self._homepages.count}."),
            "help": lambda _: self._say(*_HELP),
            "quit": lambda _: self.leave(),
            "up": lambda _: self._say("These are all homepages; a number goes in."),
        }

    def _elsewhere(self, _words: str) -> str:
        return self._say("That is asked in a homepage; its number goes in.")

    def _next(self) -> str:
        if not self._homepages.rest:
            return self._say("That was the last. list tells all again, a number goes in.")
        return self._tell(self._homepages.first + AT_ONCE)

    def _all(self) -> str:
        self._homepages.show_all()
        return self._tell(0)

    def _find(self, words: str) -> str:
        if not words:
            return self._say("Find what? find takes the words to look for.")
        found = self._homepages.find(words)
        if not found:
            return self._say(f"{words} is nowhere here.")
        return self._say(f"{words}: {found} of {self._homepages.count}.") + self._tell(0)

    def _choose(self, words: str) -> str:
        if not words:
            return self._say("Open which number?")
        name = self._homepages.named(words)
        if not name:
            near = closest(words, self._homepages.names)
            guess = f"Did you mean go {near}?" if near else "find looks for words, help tells more."
            return self._say(f"There is no {words} here. {guess}")
        self.chosen = name
        return ""

    def _copy(self, words: str) -> str:
        name = self._homepages.named(words)
        if not name:
            return self._say(f"There is no {words} here." if words else "Copy the command of which number?")
        command = self._command(name)
        done = self._visitor.clipboard.copy(command, command)
        self._visitor.receipt.record(done)
        if done.rung is Rung.LOCAL:
            return self._say(f"{done.sentence()}.")
        wish = "Asked your terminal to copy it. " if done.rung is Rung.ASKED else ""
        return self._say(f"{wish}Here it is:", command)

    def _tell(self, first: int) -> str:
        told = self._homepages.part(first)
        numbers = self._homepages.links(self._command)
        lines = linear_lines(pieces(directory_blocks(told, self._command)), numbers, self._width, self._look)
        rest = self._homepages.rest
        foot = f"Next: {min(rest, AT_ONCE)} more." if rest else "That is the last."
        return "".join(("\n", *(f"{line}\n" for line in lines), "\n", self._say(foot)))

    def _say(self, *sentences: str) -> str:
        return "".join(
            f"{line}\n" for sentence in sentences for line in wrapped(printable(sentence), self._width, self._look)
        )
