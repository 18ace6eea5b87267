"""The conversation: lines in, lines out. No I/O of its own, one for each visitor."""

from __future__ import annotations

from tui_home.linear.asked import asked
from tui_home.linear.commands import BY_WORD, commands_for, leave
from tui_home.linear.naming import names, place_named, sections
from tui_home.linear.place import Place
from tui_home.linear.readings import Readings
from tui_home.linear.talk import Talk
from tui_home.model.site import Site
from tui_home.terminal.visitor import Visitor
from tui_home.text.suggest import closest

DEFAULT_WIDTH = 72
_UP = "up returns to all homepages, "


class Conversation:
    """One visitor who reads one homepage line by line."""

    prompt = "> "
    """Short, always the same, and one that Emacs knows for a prompt (``shell-prompt-pattern``)."""

    def __init__(
        self,
        site: Site,
        visitor: Visitor,
        width: int = DEFAULT_WIDTH,
        *,
        readings: Readings | None = None,
        among: bool = False,
    ) -> None:
        """Begin with `site`.

        Args:
            site: What is read.
            visitor: Who reads it: their clipboard, their browser, their receipt.
            width: Cells of a line; brought within 20 and 1,000.
            readings: Those shared with other visitors.
            among: Whether there are other homepages, to which one returns.
        """
        self._talk = Talk(site, visitor, width, readings or Readings())
        self._talk.among = among
        self._interrupted = False
        self._later: Site | None = None

    @property
    def over(self) -> bool:
        """Whether the visitor has left."""
        return self._talk.over

    @property
    def seen(self) -> tuple[str, ...]:
        """The ids of the sections that have been read from, in the order of their first reading."""
        return tuple(self._talk.seen)

    @property
    def returns(self) -> bool:
        """Whether the visitor wants to see all homepages again."""
        return self._talk.returns

    def begin(self, section: str = "") -> str:
        """Return what is said first; the id of a section, or ``posts/NAME``, begins there."""
        talk = self._talk
        there = talk.here.sections
        many = f"A homepage in {len(there)} sections: {sections(talk)}." if len(there) > 1 else "A homepage."
        if talk.site.pending:
            many = f"A homepage, of which some is still being read: {sections(talk)}."
        greeting = talk.say(
            talk.site.title, many, f"Enter reads on, help tells more, {_UP if talk.among else ''}quit leaves."
        )
        place = place_named(talk, section) if section else None
        return f"{greeting}\n{talk.read(place or Place(there[0].id))}"

    def answer(self, line: str) -> str:
        """Return what is said to a line; it may hold anything, and of a long one only the beginning counts."""
        self._interrupted = False
        later, self._later = self._later, None
        if later is not None:
            self._talk.grown(later)
        command, words = asked(line)
        if command:
            return command.run(self._talk, words)
        place = place_named(self._talk, words)
        return self._talk.read(place) if place else self._talk.say(self._unknown(words))

    def interrupt(self) -> str:
        """Return what is said to ctrl+c; the second in a row leaves."""
        if self._interrupted:
            return self.leave()
        self._interrupted = True
        return self._talk.say("Stopped. quit leaves, and so does control c again.")

    def leave(self) -> str:
        """Return what is said to whoever leaves, be it by ending the input."""
        return leave(self._talk, "")

    def replace(self, site: Site) -> None:
        """Go on, from the next line, with a later reading of the site; what was heard, and its numbers, stay valid.

        That takes no time, and may be done while a line is being answered in another thread.
        """
        self._later = site

    def _unknown(self, words: str) -> str:
        word, known = words.partition(" ")[0], commands_for(self._talk)
        near = closest(word, dict.fromkeys((*(command.name for command in known), *names(self._talk))))
        if near:
            return f"{word} is no command. Did you mean {near if near in BY_WORD else f'go {near}'}?"
        return f"{word} is no command. There is: {', '.join(command.name for command in known)}."
