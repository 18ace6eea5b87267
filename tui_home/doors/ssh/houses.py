"""All homepages of one server: who asks for which by the user name, and what the Directory says of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui_home.doors.ssh.homepage import Homepage
from tui_home.model.directory import Directory, Entry
from tui_home.model.inline import plain_text
from tui_home.model.site import Site

ANY = ""
"""The name of a homepage that every user name leads to."""
_LONGEST_WORK = 120
"""Characters."""


class Closed(Exception):  # noqa: N818 - a state of a homepage, no mistake of ours
    """A homepage is there and cannot be shown; the message is for its visitors, and safe to print."""


class Houses:
    """The homepages of one server.

    Args:
        homepages: By their user names; the one called `ANY` stands alone.
    """

    def __init__(self, homepages: Mapping[str, Homepage]) -> None:
        self._homepages = dict(homepages)
        self._followers: dict[object, Callable[[Directory], None]] = {}

    @property
    def several(self) -> bool:
        """Whether the user name says which one; else any leads to the only one."""
        return ANY not in self._homepages

    @property
    def directory(self) -> Directory:
        """What there is, now; empty when there are not several."""
        if not self.several:
            return Directory()
        return Directory(tuple(entry_of(name, each.site) for name, each in sorted(self._homepages.items())))

    def follow(self, heed: Callable[[Directory], None]) -> Callable[[], None]:
        """Have `heed` called with every later Directory; call what is returned to have it no longer."""
        key = object()
        self._followers[key] = heed

        def leave() -> None:
            self._followers.pop(key, None)

        return leave

    async def find(self, user: str) -> Homepage | None:
        """Return the homepage that `user` leads to, as soon as its front has been read; None for the Directory.

        Raises:
            Closed: It is there, and cannot be shown.
        """
        return self._homepages.get(user.lower() if self.several else ANY)


def entry_of(name: str, site: Site) -> Entry:
    """Return what the Directory says of a homepage that has been read."""
    work = " ".join((plain_text(site.about.subtitle) or site.description).split())
    if len(work) > _LONGEST_WORK:
        work = f"{work[: _LONGEST_WORK - 1]}…"
    return Entry(name, site.name.full or site.title or name, work)
