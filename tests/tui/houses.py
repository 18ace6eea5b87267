"""Several homepages as a screen goes to them, with no server there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tui_home.model.directory import Directory, Entry
from tui_home.model.site import Site
from tui_home.pages import Pages
from tui_home.tui.lobby import ShutError
from tui_home.tui.strips import Strips


@dataclass
class FakeHome:
    site: Site
    pages: Pages = field(default_factory=Pages)
    strips: Strips = field(default_factory=Strips)
    followers: list[Callable[[Site], None]] = field(default_factory=list)

    def follow(self, heed: Callable[[Site], None]) -> Callable[[], None]:
        self.followers.append(heed)
        return lambda: self.followers.remove(heed)

    def replace(self, site: Site) -> None:
        self.site = site
        for heed in tuple(self.followers):
            heed(site)


class FakeHouses:
    """Those of `titles`, by user name; each is the same site under another title."""

    host = "homes.example"

    def __init__(self, site: Site, titles: dict[str, tuple[str, str]]) -> None:
        self.pages, self.strips = Pages(), Strips()
        self.homes = {name: FakeHome(replace(site, title=title, revision=name)) for name, (title, _) in titles.items()}
        self.directory = Directory(tuple(Entry(name, *titles[name]) for name in sorted(titles)))
        self.followers: list[Callable[[Directory], None]] = []
        self.shut: dict[str, str] = {}
        self.open = asyncio.Event()
        """Whoever looks for a homepage waits for it."""
        self.open.set()

    def command(self, name: str) -> str:
        return f"ssh {name}@{self.host}"

    def follow(self, heed: Callable[[Directory], None]) -> Callable[[], None]:
        self.followers.append(heed)
        return lambda: self.followers.remove(heed)

    def replace(self, directory: Directory) -> None:
        self.directory = directory
        for heed in tuple(self.followers):
            heed(directory)

    async def find(self, name: str) -> FakeHome | None:
        await self.open.wait()
        if name in self.shut:
            raise ShutError(self.shut[name])
        return self.homes.get(name)
