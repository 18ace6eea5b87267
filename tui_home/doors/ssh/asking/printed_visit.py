"""A visit that asks for one thing and gets it: ``ssh host papers``, or everything for a shell without a terminal."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui_home.doors.ssh.asking.request_words import words_of
from tui_home.doors.ssh.asking.requests import Asker
from tui_home.doors.ssh.service import Newcomer, Visited, contained
from tui_home.doors.ssh.telling.journal import End
from tui_home.model.directory import Directory
from tui_home.sections import sections_of
from tui_home.terminal.capabilities import capabilities

if TYPE_CHECKING:
    from tui_home.doors.ssh.environment import Size
    from tui_home.model.site import Site

_INTERRUPT = b"\x03"
INTERRUPTED = 130
"""As a shell tells of ctrl+c."""


class PrintedVisit:
    """One answer.

    Args:
        who: Who has come, and to which homepage.
        command: What they ask for; empty for everything.
    """

    def __init__(self, who: Newcomer, command: bytes) -> None:
        self._who = who
        self._command = command
        self._task: asyncio.Task[None] | None = None
        self._over = End.DONE
        self._status = 0
        self._sections: tuple[str, ...] = ()

    def receive(self, data: bytes) -> None:
        """Heed ctrl+c, which a terminal in raw mode sends as it is; nothing else is read."""
        if self._who.line.terminal and _INTERRUPT in data:
            self.interrupt()

    def end_of_input(self) -> None:
        """Go on: ``ssh -n`` ends it at once."""

    def resize(self, size: Size) -> None:
        """Go on: what is printed is printed."""

    def interrupt(self) -> None:
        """Stop printing."""
        self._status = INTERRUPTED
        self._stop()

    def end(self, how: End) -> None:
        """Stop printing where it would last for ever: what was asked for is given first."""
        self._over = how
        if how is End.CRASHED:
            self._status = 1
        if how is End.CRASHED or self._who.line.lost:
            self._stop()

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()

    async def run(self) -> Visited:
        """Answer."""
        self._task = asyncio.get_running_loop().create_task(self._answer())
        await asyncio.wait((self._task,))
        if not self._task.cancelled():
            self._task.result()
        return Visited(self._over, self._status, self._sections)

    async def _answer(self) -> None:
        told, line, service = self._who.told, self._who.line, self._who.service
        terminal = capabilities(told.environment()) if told.term is not None else None
        houses = service.houses
        directory = houses.directory if houses.several else Directory(tuple(each.entry for each in houses.all))
        asker = Asker(self._who.calling, terminal, told.size.columns, directory)
        site = self._who.homepage.site if self._who.homepage else None
        # Laying out a large site keeps nobody else waiting.
        outcome = await contained(service.answers.answer(self._command, site, asker, service.aside))
        self._status = outcome.status
        if site and not outcome.error:
            self._sections = _asked_for(words_of(self._command, service.limits), site)
        await line.tell(outcome.text)
        line.complain(outcome.error)


def _asked_for(words: tuple[str, ...] | str, site: Site) -> tuple[str, ...]:
    """Return the ids of the sections that a command gives: of this site's own, so that no visitor's word is told."""
    named = {word.lower().partition("/")[0] for word in words}
    there = tuple(section.id for section in sections_of(site))
    every = named <= {"show"} or {"show", "all"} <= named
    return there if every else tuple(section for section in there if section in named)
