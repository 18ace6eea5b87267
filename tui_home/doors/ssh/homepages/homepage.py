"""A homepage as all its visitors share it: one Site, with what is made of it."""

from __future__ import annotations

from collections.abc import Callable

from tui_home.doors.ssh.homepages.followers import Followers
from tui_home.linear.readings import Readings
from tui_home.model.site import Site
from tui_home.model.view import View
from tui_home.pages import Page, Pages
from tui_home.sections import sections_of
from tui_home.tui.strips import Strips

_MOST_PAGES = 4 << 20
"""Bytes of Pages and Fragments: some twenty widths and Looks of a usual site."""
_MOST_KINDS = 64
"""Kinds of Pages that are made of a later reading before it is shown."""


class Homepage:
    """One Site and its caches; whoever reads it replaces it.

    Args:
        site: What has been read.
        most_bytes: How much its Pages may take.
        made: Told of every Page.
    """

    def __init__(
        self, site: Site, most_bytes: int = _MOST_PAGES, made: Callable[[Page], None] = lambda _: None
    ) -> None:
        self.site = site
        """The newest reading."""
        self.pages = Pages(max_bytes=most_bytes, made=made)
        """Laid out once for all visitors."""
        self.strips = Strips()
        """The Pages' lines."""
        self.readings = Readings()
        """Likewise for those who read line by line."""
        self._followers = Followers[Site]()

    @property
    def revision(self) -> str:
        """Of the newest reading."""
        return self.site.revision

    @property
    def is_visited(self) -> bool:
        """Whether anybody follows it."""
        return bool(self._followers)

    @property
    def cached(self) -> int:
        """Bytes of what can be made again, estimated."""
        return self.pages.bytes + self.strips.bytes

    def prepare(self, site: Site) -> None:
        """Make of a later reading what was made of this one, so that showing it takes no time; in any thread."""
        sections = {section.id: section for section in sections_of(site)}
        for kind in reversed(self.pages.kinds(self.site.revision)[-_MOST_KINDS:]):
            section = sections.get(kind.section)
            if section and (not kind.article or any(one.key == kind.article for one in section.articles(site))):
                self.pages.page(site, section, View(article=kind.article), kind.width, kind.look)

    def replace(self, site: Site) -> None:
        """Show a later reading, to present visitors as well; on the event loop. What was made of others is let go."""
        self.site = site
        self.pages.keep_only(site.revision)
        self.strips.clear()
        self.readings.keep_only(site)
        self._followers.tell(site)

    def clear(self) -> None:
        """Let go of what can be made again."""
        self.pages.keep_only("")
        self.strips.clear()

    def follow(self, heed: Callable[[Site], None]) -> Callable[[], None]:
        """Have `heed` called with every later reading; call what is returned to have it no longer."""
        return self._followers.add(heed)
