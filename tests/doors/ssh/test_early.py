from __future__ import annotations

from tui_home.doors.ssh.early import Early
from tui_home.doors.ssh.environment import Size
from tui_home.doors.ssh.service import Visited
from tui_home.doors.ssh.telling.journal import End


class Remembering:
    """A Guest that only remembers what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def receive(self, data: bytes) -> None:
        self.told.append(data)

    def end_of_input(self) -> None:
        self.told.append("no more")

    def resize(self, size: Size) -> None:
        self.told.append(size)

    def interrupt(self) -> None:
        self.told.append("interrupt")

    def end(self, how: End) -> None:
        self.told.append(how)

    async def run(self) -> Visited:
        return Visited(End.DONE)


def test_what_comes_while_a_homepage_is_read_is_handed_on_and_bounded() -> None:
    early, guest = Early(4), Remembering()
    for data in (b"ab", b"cd", b"ef"):
        early.receive(data)
    early.resize(Size(100, 30))
    early.resize(Size(60, 20))
    early.end_of_input()
    early.hand_on(guest)
    assert guest.told == [Size(60, 20), b"abcd", "no more"]


def test_who_is_to_leave_meanwhile_leaves() -> None:
    early, guest = Early(4), Remembering()
    early.interrupt()
    early.end(End.DRAINED)
    early.end(End.LOST)
    early.hand_on(guest)
    assert guest.told == [End.DRAINED, b"\x03"]


def test_nothing_is_handed_on_when_nothing_came() -> None:
    guest = Remembering()
    Early(4).hand_on(guest)
    assert guest.told == []
