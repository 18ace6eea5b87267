"""What one who looks is shown while the site is read again and again: never an earlier reading as if it were the later.

Readings go from one to another and back while a screen waits to be drawn, and while it is being drawn.
"""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from tests.doors.ssh.house import until
from tui_home.doors.ssh.environment import Size
from tui_home.doors.ssh.screen.first import Aim, First
from tui_home.doors.ssh.screen.looking import Looking
from tui_home.doors.ssh.screen.ready import Kind, ReadyScreen
from tui_home.doors.ssh.screen.studio import Studio
from tui_home.terminal.capabilities import Capabilities

if TYPE_CHECKING:
    from tui_home.doors.ssh.homepages.homepage import Homepage
    from tui_home.doors.ssh.screen.terminal import TakenTerminal
    from tui_home.doors.ssh.service import Service


class House:
    """A homepage whose screens say which reading they show, and one who looks at it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        patch.setattr("tui_home.doors.ssh.screen.drawing.drawn", self._drawn)
        self.site = SimpleNamespace(revision="a")
        self.studio = Studio()
        self.shown, self.begun = list[str](), list[str]()
        self.may_be_drawn = asyncio.Semaphore(0)
        service = cast("Service", SimpleNamespace(studio=self.studio, houses=SimpleNamespace(several=False)))
        first = First(Aim(service, cast("Homepage", SimpleNamespace(site=self.site)), "", ""), "")
        terminal = SimpleNamespace(
            dialogue=SimpleNamespace(capabilities=Capabilities()), line=SimpleNamespace(writable=True, redraw=None),
            show=lambda frame, _: self.shown.append(frame),
        )  # fmt: skip
        self.looking = Looking(service, first, cast("TakenTerminal", terminal), Size(80, 24), lambda: None)

    async def _drawn(self, kind: Kind, *_: object) -> ReadyScreen:
        self.begun.append(str(kind.what))
        await self.may_be_drawn.acquire()
        return ReadyScreen(str(kind.what), "", ())

    def read(self, revision: str) -> None:
        self.site.revision = revision
        self.looking.changed()


@pytest.mark.parametrize("last", ["a", "b", "c"])
async def test_what_was_drawn_of_another_reading_is_never_shown(monkeypatch: pytest.MonkeyPatch, last: str) -> None:
    house = House(monkeypatch)
    async with house.studio.turn():
        looks = asyncio.create_task(house.looking.go_on())
        await until(lambda: bool(house.studio.under_way))
        house.read("b")
    await until(lambda: house.begun == ["b"])
    house.read(last)
    # The others are only begun when it has been looked at what has become of the first.
    house.may_be_drawn.release()
    await until(lambda: house.begun[1:] == [last])
    for _ in range(9):
        house.may_be_drawn.release()
    await until(lambda: last in house.shown)
    house.looking.end()
    await looks
    assert house.shown == [last]
