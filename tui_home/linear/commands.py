"""The commands of the conversation, and what they say of themselves: the one table from which help is made."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from typing import NamedTuple

from tui_home.linear.copying import copy_one, tell_email, tell_meeting
from tui_home.linear.finding import find
from tui_home.linear.going_on import read_next
from tui_home.linear.moving import go, read_again, read_back, up, where
from tui_home.linear.naming import sections
from tui_home.linear.numbers import tell_links
from tui_home.linear.opening import open_one
from tui_home.linear.talk import Talk
from tui_home.output.receipt import receipt_text
from tui_home.text.patterns import pattern

_COLUMNS = pattern(" {2,}")


class Command(NamedTuple):
    """Something that a visitor can type; its first letter is enough, and no two begin alike."""

    name: str
    takes: str
    """What follows it, in the help; empty for nothing."""
    summary: str
    run: Callable[[Talk, str], str]
    """Does it with the words that follow its name, and returns what is said."""
    also: tuple[str, ...] = ()
    """Other words for it."""
    among: bool = False
    """Whether it is for a homepage among others alone."""


def tell_help(talk: Talk, _words: str) -> str:
    """Say what can be typed."""
    told = [
        f"{command.name}{f' {command.takes}' if command.takes else ''}: {command.summary}"
        for command in commands_for(talk)
    ]
    return talk.say(
        "The first letter is enough: n for next. Enter alone is next, too, and a number alone opens it.",
        *told,
        f"Sections: {sections(talk)}.",
    )


def commands_for(talk: Talk) -> tuple[Command, ...]:
    """Return those that do something here."""
    return tuple(command for command in COMMANDS if talk.among or not command.among)


def leave(talk: Talk, _words: str) -> str:
    """Say goodbye, and what was copied and opened; texts of several lines were said in full when they were copied."""
    talk.over = True
    lines = (line.removeprefix("  ") for line in receipt_text(talk.site, talk.visitor.receipt).splitlines())
    owner, *rest = takewhile(bool, lines)
    told = (_COLUMNS.sub(": ", line, count=1) for line in rest)
    return talk.say_as_it_is("\n".join(("Goodbye.", owner.replace(" · ", ", "), *told)))


COMMANDS: tuple[Command, ...] = (
    Command("next", "", "read on", read_next, ("more", "continue", "forward")),
    Command("back", "", "return to what was read before", read_back, ("previous", "prev")),
    Command("go", "NAME", "read a section", go, ("goto",)),
    Command("open", "NUMBER", "read or open what has the number", open_one, ("read", "show", "follow")),
    Command("copy", "NUMBER", "copy it; copy email, copy meeting", copy_one, ("yank",)),
    Command("find", "WORDS", "look for words, everywhere", find, ("search", "/")),
    Command("links", "", "tell the numbers and what they mean", tell_links, ("numbers", "list")),
    Command("again", "", "read this part again", read_again, ("repeat",)),
    Command("where", "", "tell where you are", where, ("sections",)),
    Command("email", "", "tell the email address", tell_email, ("mail",)),
    Command("meeting", "", "tell where to arrange a meeting", tell_meeting, ("calendar",)),
    Command("up", "", "return to all homepages", up, ("homepages", "directory", "all"), among=True),
    Command("help", "", "tell this", tell_help, ("?", "commands")),
    Command("quit", "", "leave", leave, ("exit", "bye", "leave", "logout", ":q")),
)

BY_WORD = {word: command for command in COMMANDS for word in (command.name, command.name[0], *command.also)}
