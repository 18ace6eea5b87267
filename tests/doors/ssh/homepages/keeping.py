"""Homepages that are kept as they are in their folders, and a reader that answers what it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from tui_home.doors.ssh.homepages.frames import Told
from tui_home.doors.ssh.homepages.household import Household
from tui_home.doors.ssh.homepages.houses import Houses
from tui_home.doors.ssh.homepages.reading_order import ReadingOrder
from tui_home.doors.ssh.homepages.upkeep import Upkeep
from tui_home.model.site import Site
from tui_home.sources.opening import open_site
from tui_home.sources.packaged import packaged_content

SITE = open_site(packaged_content())


def edition(number: int) -> Site:
    return replace(SITE, revision=f"r{number}", description=f"edition {number}", about=replace(SITE.about, subtitle=()))


class Fake:
    """Answers what it is told to; an Event makes it wait."""

    def __init__(self) -> None:
        self.answers: dict[str, Told | Exception] = {}
        self.holds: dict[str, asyncio.Event] = {}
        self.read_in_turn: list[str] = []
        self.begun = asyncio.Event()

    async def read(self, folder: Path, known: str, front: Callable[[Site], None], *, urgent: bool = False) -> Told:
        del front, urgent
        self.read_in_turn.append(folder.name)
        self.begun.set()
        if hold := self.holds.get(folder.name):
            await hold.wait()
        answer = self.answers.get(folder.name, Told(edition(1), bytes=1 << 20))
        if isinstance(answer, Exception):
            raise answer
        return Told(None) if answer.site and answer.site.revision == known else answer


class Kept:
    def __init__(self, upkeep: Upkeep, reader: Fake, told: list[str]) -> None:
        self.upkeep, self.houses, self.reader, self.told = upkeep, upkeep.houses, reader, told
        self.now = 1000.0

    async def description(self, user: str) -> str:
        found = await self.houses.find(user)
        assert found is not None
        return found.site.description


@asynccontextmanager
async def keeping(*names: str, reader: Fake | None = None, folder: Path | None = None, resting: int = 1 << 30,
                  patience: float = 15) -> AsyncIterator[Kept]:  # fmt: skip
    reader, told = reader or Fake(), list[str]()
    order = ReadingOrder[Household]()

    def tell(text: str, _level: str) -> None:
        told.append(text)

    def clock() -> float:
        return kept.now

    def crashed(error: BaseException) -> None:
        raise AssertionError from error

    houses = Houses([Household(name, Path("/sites") / name, tell) for name in names], order, clock, patience)
    upkeep = Upkeep(
        houses, order, reader, folder=folder, resting=resting, tell=tell, crashed=crashed, clock=clock
    )  # fmt: skip
    kept = Kept(upkeep, reader, told)
    await upkeep.look_around()
    upkeep.begin()
    try:
        yield kept
    finally:
        await upkeep.end()


def site_in(folder: Path) -> None:
    (folder / "_pages").mkdir(parents=True)
