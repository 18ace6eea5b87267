"""The terminal is taken, heard and given back; what it says before and after that does not get lost."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

from textual import events
from textual.message import Message

from tui_home.doors.ssh.environment import Told
from tui_home.doors.ssh.screen.codes import NORMAL
from tui_home.doors.ssh.screen.incoming import Hearing
from tui_home.doors.ssh.screen.terminal import TakenTerminal
from tui_home.doors.ssh.service import Careful
from tui_home.terminal.dialogue import Dialogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_home.doors.ssh.line import Line
    from tui_home.doors.ssh.telling.journal import Journal

_LAST_ANSWER = b"\x1b[?62;22c"
"""To the question that is asked last: nothing more is to come."""


class Written:
    """Stands for a visitor's Line."""

    def __init__(self) -> None:
        self.text = ""
        self.lost = False
        self.redraw: Callable[[], None] | None = None
        self.restore: Callable[[], None] | None = None

    def write(self, text: str) -> None:
        self.text += text


def terminal(heard: list[Message]) -> tuple[TakenTerminal, Written]:
    written = Written()
    hearing = Hearing(heard.append, lambda _: None, lambda: None, lambda: 64)
    careful = Careful(cast("Journal", None), lambda: None)
    dialogue = Dialogue(Told(term="xterm-256color").environment())
    return TakenTerminal(cast("Line", written), dialogue, hearing, careful), written


async def test_what_is_typed_before_it_is_taken_comes_first() -> None:
    heard = list[Message]()
    taken, _ = terminal(heard)
    taken.receive(b"ab")
    assert not heard
    taken.take()
    taken.receive(b"c")
    assert [each.key for each in heard if isinstance(each, events.Key)] == ["a", "b", "c"]
    taken.incoming.end()


async def test_whoever_leaves_early_is_kept_no_longer_than_until_the_answers_are_there() -> None:
    heard = list[Message]()
    taken, written = terminal(heard)
    taken.take()
    closing = asyncio.ensure_future(taken.close())
    await asyncio.sleep(0)
    assert NORMAL in written.text
    assert not closing.done(), "they would stand at the shell's prompt"
    taken.receive(_LAST_ANSWER + b"q")
    for _ in range(5):
        await asyncio.sleep(0)
    assert closing.done()
    assert not heard, "keys are for whoever comes next"
    taken.receive(b"late")
    assert not heard
