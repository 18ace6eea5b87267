"""What all visits of one server share."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, TypeVar

from tui_home.doors.ssh.aside import Aside
from tui_home.doors.ssh.asking.requests import Answers
from tui_home.doors.ssh.calling import Calling
from tui_home.doors.ssh.environment import Size, Told
from tui_home.doors.ssh.gates import Refusal, Ticket
from tui_home.doors.ssh.homepages.homepage import Homepage
from tui_home.doors.ssh.homepages.houses import Houses
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.line import Line
from tui_home.doors.ssh.screen.front import Front
from tui_home.doors.ssh.screen.studio import Studio
from tui_home.doors.ssh.telling.journal import End, Journal
from tui_home.doors.ssh.telling.measures import Measures

T = TypeVar("T")
FAILED = 1
"""The exit status after a mistake of ours."""
LATER = 75
"""Refused now, later it may go (EX_TEMPFAIL of sysexits.h)."""


@dataclass(frozen=True, slots=True, eq=False)
class Service:
    """What a visit is given."""

    houses: Houses
    limits: Limits
    answers: Answers
    clock: Callable[[], float]
    """Seconds, steady."""
    journal: Journal
    calling: Callable[[], Calling]
    """How visitors call this server."""
    number: Callable[[], int]
    """The next visit's."""
    measures: Measures = field(default_factory=Measures)
    """Told of visits, for whoever wants metrics."""
    front: Front = field(default_factory=Front)
    """What all who look at the Directory share."""
    aside: Aside = field(default_factory=Aside)
    """Where pages are laid out and answers made that take their time."""
    studio: Studio = field(default_factory=Studio)
    """What is shown at once."""


@dataclass(slots=True)
class Visited:
    """What is known of a visit when it is over."""

    end: End
    status: int = 0
    """The exit status."""
    sections: tuple[str, ...] = ()
    """The ids of those that were shown."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody with a session, who has said what they want."""

    service: Service
    homepage: Homepage | None
    """Where they want to go; None for all homepages."""
    told: Told
    line: Line
    name: str = ""
    """The name of one homepage of several."""
    notice: str = ""
    """Why they are not where they wanted to go; empty for no reason."""
    place: Callable[[], Ticket | Refusal] = Ticket.free
    """Lets them act on a full screen, or not."""

    @property
    def calling(self) -> Calling:
        """How they have come, or would have."""
        return self.service.calling()._replace(name=self.name)


class Careful:
    """For what the loop calls: a mistake ends one visit, where a SystemExit would end the server.

    Args:
        journal: Told of every mistake.
        give_up: Ends the visit.
    """

    def __init__(self, journal: Journal, give_up: Callable[[], None]) -> None:
        self._journal = journal
        self._give_up = give_up

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> bool:
        """Heed a mistake; what else ends things (a cancelled task, ctrl+c) goes on."""
        if not isinstance(error, Exception | SystemExit):
            return False
        self._journal.crashed(error)
        self._give_up()
        return True


class Guest(Protocol):
    """What serves one session, from its beginning to its end. Its callers catch what it raises."""

    def receive(self, data: bytes) -> None:
        """Take what the client has sent."""

    def end_of_input(self) -> None:
        """Heed that the client will send no more."""

    def resize(self, size: Size) -> None:
        """Heed another size of the terminal."""

    def interrupt(self) -> None:
        """Heed a signal: as ctrl+c."""

    def end(self, how: End) -> None:
        """End as soon as may be; the terminal is given back unless the line is lost."""

    async def run(self) -> Visited:
        """Serve until it is over."""


async def contained(work: Awaitable[T]) -> T:
    """Await `work`, of which a SystemExit is an error as any other: out of a task it would end the server."""
    try:
        return await work
    except SystemExit as error:
        raise RuntimeError(f"something in a visit asked to exit with {error.code}") from error
