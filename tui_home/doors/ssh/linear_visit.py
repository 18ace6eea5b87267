"""A visit line by line: for terminals without a screen, for screen readers, and for scripts."""

from __future__ import annotations

import asyncio
from codecs import getincrementaldecoder
from collections import deque
from typing import TYPE_CHECKING

from tui_home.doors.ssh.line_editor import LineEditor, Typed, What
from tui_home.doors.ssh.service import Newcomer, Visited
from tui_home.doors.ssh.stay import Stay, farewell
from tui_home.doors.ssh.telling.journal import End
from tui_home.doors.ssh.telling.visitors import remote_visitor
from tui_home.doors.ssh.walk import Walk
from tui_home.linear.asked import MOST_CHARACTERS
from tui_home.linear.conversation import DEFAULT_WIDTH
from tui_home.terminal.capabilities import capabilities

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_home.doors.ssh.environment import Size

_WIDEST = 88
"""Cells: the measure of running text."""
_MOST_WAITING = 64
"""Lines typed ahead of the answers."""


class LineCutter:
    """Lines of a pipe, which nobody echoes; of a long one the beginning."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._begun = ""

    def feed(self, data: bytes) -> tuple[str, list[Typed]]:
        """Take what has arrived; return no echo, and the lines that are whole."""
        *whole, rest = self._decode(data).split("\n")
        lines = [Typed(What.LINE, line[:MOST_CHARACTERS]) for line in whole]
        if lines:
            lines[0] = Typed(What.LINE, (self._begun + lines[0].line)[:MOST_CHARACTERS])
            self._begun = ""
        self._begun = (self._begun + rest)[:MOST_CHARACTERS]
        return "", lines

    def rest(self) -> list[Typed]:
        """Return the last line, when nothing has ended it."""
        begun, self._begun = self._begun, ""
        return [Typed(What.LINE, begun)] if begun else []


class LinearVisit:
    """One visitor's conversation.

    Args:
        who: Who has come, and to which homepage.
        section: The id of the section to begin with, or of several homepages the one; empty for the first, and none.
        width: Cells of a line; None for what their terminal has.
        hold: Called when no more lines are wanted for now.
        go_on: Called when they are again.
    """

    def __init__(
        self,
        who: Newcomer,
        section: str = "",
        width: int | None = None,
        hold: Callable[[], None] = lambda: None,
        go_on: Callable[[], None] = lambda: None,
    ) -> None:
        self._service, self._line = who.service, who.line
        self._hold, self._go_on = hold, go_on
        self._section = section
        environment = who.told.environment()
        self._codes: list[str] = []
        """What is sent before the next answer: it is made in another thread, and the loop alone may write."""
        visitor = remote_visitor(capabilities(environment), write=self._codes.append if self._line.terminal else None)
        # On old terminals a line that fills the width is followed by an empty one.
        width = width or min((environment.columns or DEFAULT_WIDTH + 1) - 1, _WIDEST)
        self._walk = Walk(who, visitor, width)
        self._input: LineEditor | LineCutter = LineEditor() if self._line.terminal else LineCutter()
        self._stay = Stay(who.service.limits, who.service.clock())
        self._waiting: deque[Typed] = deque()
        self._heard = asyncio.Event()
        self._over: End | None = None

    def receive(self, data: bytes) -> None:
        """Take what was typed, and echo it."""
        self._stay.acted = self._service.clock()
        echo, typed = self._input.feed(data)
        self._line.write(echo)
        self._hear(typed)

    def end_of_input(self) -> None:
        """Heed that there are no more lines."""
        rest = self._input.rest() if isinstance(self._input, LineCutter) else []
        self._hear([*rest, Typed(What.END)])

    def resize(self, size: Size) -> None:
        """Keep the width: what has been read has been read."""

    def interrupt(self) -> None:
        """Heed a signal as ctrl+c."""
        self._hear([Typed(What.INTERRUPT)])

    def end(self, how: End) -> None:
        """End as soon as may be."""
        self._over = self._over or how
        self._heard.set()

    def _hear(self, typed: list[Typed]) -> None:
        if self._line.terminal:
            # Nobody types so far ahead.
            typed = typed[: max(0, _MOST_WAITING - len(self._waiting))]
        self._waiting.extend(typed)
        if len(self._waiting) >= _MOST_WAITING:
            self._hold()
        self._heard.set()

    async def run(self) -> Visited:
        """Hold the conversation until the visitor leaves, or sends no more."""
        try:
            await self._say(await self._walk.begin(self._section))
            while not self._walk.over and (typed := await self._next()):
                await self._say(await self._answer(typed))
        finally:
            self._walk.end()
        end = self._over or End.LEFT
        if self._over:
            told = farewell(end, self._walk.again)
            await self._line.tell(told and f"\n{told}")
        return Visited(end, int(end is End.CRASHED), self._walk.seen)

    async def _answer(self, typed: Typed) -> str:
        if typed.what is What.INTERRUPT:
            return self._walk.interrupt()
        if typed.what is What.END:
            # Nobody has ended the prompt's line.
            return ("\n" if self._line.terminal else "") + self._walk.leave()
        return await self._walk.answer(typed.line)

    async def _say(self, told: str) -> None:
        # Whoever types sees their line; in a pipe a prompt without it is noise.
        prompt = self._walk.prompt if self._line.terminal and not self._walk.over else ""
        self._line.write("".join(self._codes))
        self._codes.clear()
        await self._line.tell(told + prompt)

    async def _next(self) -> Typed | None:
        """Return the next line; None when the visit is over."""
        while not self._waiting and not self._is_over():
            self._go_on()
            self._heard.clear()
            try:
                async with asyncio.timeout(max(0.0, self._stay.due - self._service.clock())):
                    await self._heard.wait()
            except TimeoutError:
                continue
        return None if self._is_over() else self._waiting.popleft()

    def _is_over(self) -> bool:
        self._over = self._over or (End.LOST if self._line.lost else self._stay.over(self._service.clock()))
        return self._over is not None
