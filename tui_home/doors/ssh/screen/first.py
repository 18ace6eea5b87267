"""What a visitor is shown first, and by what app."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from weakref import ref

from tui_home.doors.ssh.screen.front import Outside
from tui_home.doors.ssh.screen.ready import Kind
from tui_home.tui.app import HomepageApp
from tui_home.tui.directory_reader import DirectoryReader
from tui_home.tui.lobby import Lobby
from tui_home.tui.themes import first_look

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver

    from tui_home.doors.ssh.environment import Size
    from tui_home.doors.ssh.homepages.homepage import Homepage
    from tui_home.doors.ssh.service import Newcomer, Service
    from tui_home.model.look import Look
    from tui_home.terminal.capabilities import Capabilities
    from tui_home.terminal.visitor import Visitor
    from tui_home.tui.begun import Begun


class Aim(NamedTuple):
    """Where somebody wants to go."""

    service: Service
    homepage: Homepage | None
    """None for all homepages."""
    name: str
    """Of one homepage of several."""
    notice: str
    """Why they are not where they wanted to go; empty for no reason."""


class Sort(NamedTuple):
    """What decides how an app begins."""

    kind: Kind
    name: str
    """Of one homepage of several: two may look the same."""


class First:
    """Where one visitor begins.

    Args:
        who: Who has come, and to which homepage.
        section: The id of the section to begin with; empty for the first.
    """

    def __init__(self, who: Newcomer | Aim, section: str) -> None:
        self._who, self._section = Aim(who.service, who.homepage, who.name, who.notice), section
        self._looks: tuple[Capabilities, Look] | None = None

    @property
    def is_ready(self) -> bool:
        """Whether others may see the same: what somebody is told of where they could not go is theirs."""
        return not self._who.notice

    def recipe(self, size: Size, able: Capabilities) -> Recipe:
        """Return what the same can be made of for anybody else with such a terminal."""
        who = self._who
        kind = self.kind(size, able)._replace(what="")
        return Recipe(who.service, ref(who.homepage) if who.homepage else None, who.name, kind, able)

    def sort(self, size: Size, able: Capabilities) -> Sort:
        """Return what decides how an app for it begins, now."""
        return Sort(self.kind(size, able), self._who.name)

    def kind(self, size: Size, able: Capabilities) -> Kind:
        """Return what decides each cell of it, now, on a terminal of this size that can do so much."""
        if self._looks is None or self._looks[0] is not able:
            self._looks = able, first_look(able)
        houses, homepage = self._who.service.houses, self._who.homepage
        what = homepage.site.revision if homepage else houses.directory
        among = homepage is not None and houses.several
        return Kind(what, self._section, among, size, self._looks[1], able.dim)

    def kind_in(self, app: HomepageApp, size: Size) -> Kind:
        """Return what decides each cell of what `app` shows, which nobody has touched."""
        reader = app.reader
        what = reader.directory if isinstance(reader, DirectoryReader) else reader.site.revision
        among = app.lobby is not None and not isinstance(reader, DirectoryReader)
        return Kind(what, self._section, among, size, app.look, app.visitor.capabilities.dim)

    def lobby(self) -> Lobby | None:
        """Return the way between several homepages; None when there is one."""
        who, service = self._who, self._who.service
        if not service.houses.several:
            return None
        return Lobby(Outside(service.houses, service.front, service.calling()), who.name, who.notice)

    def app(
        self, visitor: Visitor, driver: type[Driver], painted: Callable[[], None], begun: Begun | None = None
    ) -> HomepageApp:
        """Return an app that shows it.

        Args:
            visitor: For whom.
            driver: What connects it with the terminal.
            painted: Called once, when it shows what it shows first.
            begun: What the terminal shows already.
        """
        homepage, place = self._who.homepage, begun.place if begun else None
        strips = homepage.strips if homepage else self._who.service.front.strips
        return HomepageApp(
            homepage.site if homepage else None,
            visitor,
            section=self._section,
            pages=homepage.pages if homepage else None,
            strips=place.strips if place else strips,
            painted=painted,
            driver=driver,
            lobby=place.lobby if place else self.lobby(),
            aside=self._who.service.aside.do,
            begun=begun,
        )


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a first screen is made of; equal for all who see the same. A homepage that is let go is not kept."""

    service: Service
    homepage: ref[Homepage] | None
    """None for all of them."""
    name: str
    kind: Kind
    """Of no reading."""
    able: Capabilities = field(compare=False)
    """Of a terminal on which it looks so: what else a terminal says of itself makes no difference."""

    def first(self) -> First | None:
        """Return where anybody begins; None when there is nothing to begin with any more."""
        homepage = self.homepage() if self.homepage else None
        gone = self.homepage is not None and homepage is None
        return None if gone else First(Aim(self.service, homepage, self.name, ""), self.kind.section)
