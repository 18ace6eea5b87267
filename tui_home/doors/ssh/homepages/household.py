"""One homepage of a server: where its site is, the last good reading of it, and what became of later ones."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from math import inf
from pathlib import Path

from tui_home.doors.ssh.homepages.frames import Told
from tui_home.doors.ssh.homepages.front_faults import is_empty
from tui_home.doors.ssh.homepages.homepage import Homepage
from tui_home.doors.ssh.homepages.leftovers import Leftovers
from tui_home.doors.ssh.homepages.reader import Reads, UnreadableError
from tui_home.model.directory import Entry
from tui_home.model.inline import plain_text
from tui_home.model.problem import Severity
from tui_home.model.site import Site
from tui_home.sources.errors import NoSiteError
from tui_home.text.quoted import quoted
from tui_home.text.safe import printable

Tell = Callable[[str, str], None]
"""Takes a line for the owner, and its level."""
_LONGEST_WORK = 120
"""Characters."""
_MEMORY = 2
"""Bytes that a Site takes for each byte in which it was told, about."""


class Household:
    """One homepage.

    Args:
        name: The user name that leads to it; empty when it is the only one.
        folder: Its site, by its whole path.
        tell: Told what the owner should know.
        homepage: What has been read already.
    """

    def __init__(
        self, name: str, folder: Path, tell: Tell = lambda _text, _level: None, homepage: Homepage | None = None
    ) -> None:
        self.name, self.folder = name, folder
        self.homepage = homepage
        """None before it is read, and while it rests."""
        self.entry = entry_of(name, homepage.site) if homepage else Entry(name, name)
        """What the Directory says of it."""
        self.is_known = homepage is not None
        """Whether it has been read, or it is known that it cannot be."""
        self.trouble = ""
        """Why it cannot be shown, for the owner; empty when it can be, or nobody has tried."""
        self.is_stale = False
        """Whether what is shown is what could be read last, and what is there now cannot be shown."""
        self.reloads = 0
        """How often something newer has been shown in place of what was."""
        self.tried = self.wanted = -inf
        """When it was read, and when somebody came, last; seconds of the server's clock."""
        self.news = asyncio.Event()
        """Set when there is something to tell whoever waits for it."""
        self._is_whole = homepage is not None
        self._faults: frozenset[str] = frozenset()
        self._bytes = 0
        self._tell = tell
        self._told = ""

    @property
    def revision(self) -> str:
        """Of what is shown; empty for nothing."""
        return self.homepage.site.revision if self.homepage else ""

    @property
    def weight(self) -> int:
        """Bytes that letting it rest would free, estimated."""
        return _MEMORY * self._bytes + self.homepage.cached if self.homepage else 0

    @property
    def is_visited(self) -> bool:
        """Whether anybody follows what is shown."""
        return self.homepage is not None and self.homepage.is_visited

    def rest(self) -> None:
        """Let go of what can be read again."""
        self.homepage, self._is_whole = None, False
        self.news.clear()

    async def read(self, reader: Reads, *, urgent: bool = False) -> bool:
        """Read it; say whether it is shown now as it is in its folder. What could be read last is kept otherwise."""
        known = self.homepage.site.revision if self.homepage and self._is_whole else ""
        try:
            told = await reader.read(self.folder, known, self._show_front, urgent=urgent)
        except (NoSiteError, UnreadableError) as error:
            self._fail(printable(str(error)).rstrip("."))
            return False
        else:
            return await self._heed(told)
        finally:
            self.is_known = True
            self.news.set()

    async def _heed(self, told: Told) -> bool:
        if told.site is None:
            if self.is_stale:
                self.is_stale = False
                self._say(f"{self._called} is again as it is shown", "info")
            return True
        faults = frozenset(told.faults)
        if self._is_whole and (new := sorted(faults - self._faults)):
            self._fail(new[0])
            return False
        if self.name and is_empty(told.site):
            self._fail("there is no about page, and nothing beside it")
            return False
        again = self._is_whole
        if self.homepage is None:
            self._begin(told.site)
        else:
            # Laying out a large site keeps nobody waiting.
            await asyncio.to_thread(self.homepage.prepare, told.site)
            self.homepage.replace(told.site)
        self.entry = entry_of(self.name, told.site)
        self._is_whole, self._faults, self._bytes, self.trouble = True, faults, told.bytes, ""
        self.is_stale = False
        self.reloads += again
        self._told = ""
        self._say(self._account(told.site, again=again), "info")
        return True

    def _show_front(self, site: Site) -> None:
        """Show what is there of a large site of which nothing has been shown yet."""
        if self.homepage is None:
            self._begin(site)
            self.entry, self.is_known = entry_of(self.name, site), True
            self.news.set()

    def _begin(self, site: Site) -> None:
        self.homepage = Homepage(site, made=Leftovers(asyncio.get_running_loop()).heed)

    def _fail(self, why: str) -> None:
        if self.homepage and self._is_whole:
            self.is_stale = True
            self._say(f"{self._called} stays as it was read last: {why}; see: {self._check}", "warning")
        else:
            self.trouble = why
            if not (self.name or self.is_known):
                return  # the server does not start at all
            self._say(f"{self._called} cannot be shown: {why}; see: {self._check}", "error")

    def _account(self, site: Site, *, again: bool) -> str:
        """Return what to say of a reading; of the first one nothing when all is well."""
        errors = [problem for problem in site.problems if problem.severity is Severity.ERROR]
        if not site.problems:
            return f"{self._called} has changed and is shown as it is now" if again else ""
        some = "1 problem" if len(site.problems) == 1 else f"{len(site.problems)} problems"
        first = f", the worst: {errors[0].file}: {errors[0].message}" if errors else ""
        has = "has changed and has" if again else "has"
        return f"{self._called} {has} {some}{first}; see: {self._check}"

    def _say(self, text: str, level: str) -> None:
        """Tell the owner, unless it is what was told last."""
        if text != self._told:
            self._told = text
            if text:
                self._tell(text, level)

    @property
    def _called(self) -> str:
        return f"homepage {self.name}" if self.name else "the homepage"

    @property
    def _check(self) -> str:
        return f"tui-home check {quoted(self.folder)}"


def entry_of(name: str, site: Site) -> Entry:
    """Return what the Directory says of a homepage that has been read."""
    work = " ".join((plain_text(site.about.subtitle) or site.description).split())
    if len(work) > _LONGEST_WORK:
        work = f"{work[: _LONGEST_WORK - 1]}…"
    return Entry(name, site.name.full or site.title or name, work)
