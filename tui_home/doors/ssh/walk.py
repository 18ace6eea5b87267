"""Which conversation a visitor holds: that of all homepages, or that of the one they are in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_home.doors.ssh.homepages.houses import Closed
from tui_home.linear.conversation import Conversation
from tui_home.linear.directory import DirectoryConversation

if TYPE_CHECKING:
    from tui_home.doors.ssh.homepages.homepage import Homepage
    from tui_home.doors.ssh.service import Newcomer
    from tui_home.terminal.visitor import Visitor


class Walk:
    """One visitor's way through the homepages of a server, line by line.

    Args of the constructor:
        who: Who has come, and to which homepage.
        visitor: The same as their terminal goes.
        width: Cells of a line.
    """

    def __init__(self, who: Newcomer, visitor: Visitor, width: int) -> None:
        self._who = who
        self._houses = who.service.houses
        self._visitor = visitor
        self._width = width
        self._all: DirectoryConversation | None = None
        self._one: Conversation | None = None
        self._name = who.name
        self._seen: tuple[str, ...] = ()
        """What was read of homepages that have been left."""
        self._leave_one = self._leave_all = _nothing

    @property
    def over(self) -> bool:
        """Whether the visitor has left."""
        return self._now is not None and self._now.over

    @property
    def prompt(self) -> str:
        """What stands before a line that is typed."""
        return self._now.prompt if self._now else ""

    @property
    def seen(self) -> tuple[str, ...]:
        """The ids of the sections that have been read from, in the order of their first reading."""
        return tuple(dict.fromkeys((*self._seen, *(self._one.seen if self._one else ()))))

    @property
    def again(self) -> str:
        """The command that leads back to where they are."""
        return self._who.service.calling()._replace(name=self._name if self._one else "").in_lines()

    async def begin(self, section: str) -> str:
        """Return what is said first.

        Args:
            section: The id of the section to begin with, or of all homepages the one; empty for the first, and none.
        """
        if self._who.homepage:
            return await self._enter(self._who.homepage, self._name, section)
        directory = self._outside()
        if section:
            return await self.answer(section)
        notice = directory.refused(self._who.notice) if self._who.notice else ""
        return notice + directory.begin()

    async def answer(self, line: str) -> str:
        """Return what is said to a line."""
        if self._now is None:
            return ""
        # A large section takes its time; all homepages are told a few at a time.
        aside = self._who.service.aside.do
        told = await aside(partial(self._one.answer, line)) if self._one else self._now.answer(line)
        if self._one and self._one.returns:
            return told + self._return()
        if self._one is None and self._all and self._all.chosen:
            return told + await self._choose(self._all, self._all.chosen)
        return told

    def interrupt(self) -> str:
        """Return what is said to ctrl+c."""
        return self._now.interrupt() if self._now else ""

    def leave(self) -> str:
        """Return what is said to whoever leaves."""
        return self._now.leave() if self._now else ""

    def end(self) -> None:
        """Hear of no later readings any more."""
        self._leave_one()
        self._leave_all()

    @property
    def _now(self) -> Conversation | DirectoryConversation | None:
        return self._one or self._all

    def _outside(self) -> DirectoryConversation:
        """Return the conversation about all homepages, as it was left."""
        if self._all is None:
            calling = self._who.service.calling()
            self._all = DirectoryConversation(
                calling.host,
                self._houses.directory,
                lambda name: calling._replace(name=name).command(),
                self._visitor,
                self._width,
                calling.in_lines(),
            )
            self._leave_all = self._houses.follow(self._all.replace)
        return self._all

    async def _enter(self, homepage: Homepage, name: str, section: str = "") -> str:
        several = self._houses.several
        one = Conversation(homepage.site, self._visitor, self._width, readings=homepage.readings, among=several)
        self._one, self._name = one, name
        self._leave_one = homepage.follow(one.replace)
        return await self._who.service.aside.do(partial(one.begin, section))

    def _return(self) -> str:
        self._leave_one()
        self._seen = self.seen
        self._one, self._leave_one = None, _nothing
        return self._outside().returned(self._name)

    async def _choose(self, directory: DirectoryConversation, name: str) -> str:
        try:
            homepage = await self._houses.find(name)
        except Closed as closed:
            return directory.refused(str(closed))
        if homepage is None:
            return directory.refused("That homepage is no longer here.")
        return await self._enter(homepage, name)


def _nothing() -> None:
    """Leave nothing."""
