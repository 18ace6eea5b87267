"""What somebody wants, and who serves them: which homepage, in which way, which Guest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tui_home.doors.ssh.asking.directory_requests import THERE
from tui_home.doors.ssh.asking.printed_visit import PrintedVisit
from tui_home.doors.ssh.asking.request_help import names
from tui_home.doors.ssh.asking.request_words import words_of
from tui_home.doors.ssh.asking.requests import Asker, explained, refused
from tui_home.doors.ssh.calling import READ, Calling
from tui_home.doors.ssh.gates import Ticket
from tui_home.doors.ssh.homepages.houses import Closed
from tui_home.doors.ssh.linear_visit import LinearVisit
from tui_home.doors.ssh.service import LATER, Guest, Newcomer, Service
from tui_home.doors.ssh.telling.journal import Way
from tui_home.linear.verb import read_options
from tui_home.terminal.capabilities import capabilities
from tui_home.terminal.decisions import is_interactive
from tui_home.verbs.outcome import Outcome, UsageError
from tui_home.verbs.show import begun_with

if TYPE_CHECKING:
    from tui_home.doors.ssh.environment import Told
    from tui_home.doors.ssh.gates import Refusal
    from tui_home.doors.ssh.line import Line


class Wish(NamedTuple):
    """What is asked for when a session begins."""

    user: str
    """The user name; whatever the client says."""
    command: bytes | None
    """None for a shell."""
    told: Told


def way_of(wish: Wish, service: Service) -> Way:
    """Return in which way a wish is served."""
    words = words_of(wish.command, service.limits) if wish.command else ()
    if (wish.command is None and wish.user == READ) or (words and words[0].lower() == READ):
        return Way.LINES
    if wish.command is not None or wish.told.term is None:
        return Way.WORDS
    return Way.SCREEN if is_interactive(wish.told.environment()) else Way.LINES


async def newcomer(
    wish: Wish, service: Service, line: Line, place: Callable[[], Ticket | Refusal] = Ticket.free
) -> Newcomer:
    """Return who has come, with the homepage that their user name leads to: there, or on the way, or closed.

    Args:
        wish: What they have asked for.
        service: What all visits share.
        line: The way out to them.
        place: Lets them act on a full screen, or not.
    """
    houses = service.houses
    try:
        homepage = await houses.find(wish.user)
    except Closed as closed:
        return Newcomer(service, None, wish.told, line, notice=str(closed), place=place)
    name = wish.user.lower() if homepage and houses.several else ""
    return Newcomer(service, homepage, wish.told, line, name, place=place)


def calling_of(wish: Wish, service: Service) -> Calling:
    """Return how somebody with this wish comes back to the same place."""
    name = wish.user.lower()
    known = any(entry.name == name for entry in service.houses.directory.entries)
    return service.calling()._replace(name=name if known else "")


async def guest_for(
    who: Newcomer, way: Way, wish: Wish, hold: Callable[[], None], go_on: Callable[[], None]
) -> Guest | Outcome:
    """Return who serves them, or the answer where nobody has to.

    Args:
        who: Who has come.
        way: In which way they are served.
        wish: What they have asked for.
        hold: Called when no more lines are wanted for now.
        go_on: Called when they are again.
    """
    command = wish.command or b""
    if who.notice and (way is Way.WORDS or not who.service.houses.several):
        return Outcome(status=LATER, error=f"tui-home: {who.notice}\n")
    if way is Way.LINES:
        return await _linear(who, command, hold, go_on)
    if way is Way.WORDS:
        return PrintedVisit(who, command)
    from tui_home.doors.ssh.screen.visit import ScreenVisit  # noqa: PLC0415 - Textual is for the full screen only

    return ScreenVisit(who)


async def _linear(
    who: Newcomer, command: bytes, hold: Callable[[], None], go_on: Callable[[], None]
) -> Guest | Outcome:
    words, limits = words_of(command, who.service.limits), who.service.limits
    options = read_options(words[1:] if isinstance(words, tuple) else (), who.calling.command(), limits.max_columns)
    asker = Asker(who.calling, capabilities(who.told.environment()) if who.told.term is not None else None)
    if isinstance(options, Outcome):
        return explained(options, names(who.homepage.site) if who.homepage else THERE, asker)
    if who.homepage is None:
        return LinearVisit(who, options.section, options.width, hold, go_on)
    try:
        section = begun_with(who.homepage.site, options.section) or ""
    except UsageError as error:
        return refused(error.why, names(who.homepage.site), asker)
    return LinearVisit(who, section, options.width, hold, go_on)
