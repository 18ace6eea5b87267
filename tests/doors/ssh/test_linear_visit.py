"""A conversation over SSH, with nobody at the other end of the line."""

from __future__ import annotations

import asyncio
import io
import threading
from itertools import pairwise

from tui_home.doors.ssh.asking.requests import Answers
from tui_home.doors.ssh.calling import Calling
from tui_home.doors.ssh.environment import Told
from tui_home.doors.ssh.gates import Ticket
from tui_home.doors.ssh.homepages.homepage import Homepage
from tui_home.doors.ssh.homepages.houses import ANY, Houses
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.line import Line
from tui_home.doors.ssh.linear_visit import LinearVisit
from tui_home.doors.ssh.service import Newcomer, Service
from tui_home.doors.ssh.telling.journal import Journal, Style
from tui_home.model.site import About, Name, Site
from tui_home.sources.opening import open_site
from tui_home.sources.packaged import packaged_content


class FakeOutlet:
    """Takes whatever is written."""

    def __init__(self) -> None:
        self.written = b""
        self.threads = set[int]()
        """Which have written."""

    def write(self, data: bytes) -> None:
        self.threads.add(threading.get_ident())
        self.written += data

    def write_stderr(self, data: bytes) -> None:
        self.written += data

    def exit(self, status: int) -> None:
        """End."""


class FakeBacklog:
    writable = True

    def attend(self, attendant: object) -> Ticket:  # noqa: ARG002 - nothing ever happens
        return Ticket(lambda _: None)


async def visiting(site: Site, outlet: FakeOutlet, told: Told) -> LinearVisit:
    """Return a visit to `site` that is about to begin."""
    houses, limits = Houses.of({ANY: Homepage(site)}), Limits()
    clock = asyncio.get_running_loop().time
    journal = Journal(clock, Style(limits=limits), io.StringIO())
    service = Service(houses, limits, Answers(limits), clock, journal, Calling, lambda: 1)
    line = Line(outlet, FakeBacklog(), terminal=told.term is not None)
    return LinearVisit(Newcomer(service, await houses.find(""), told, line))


async def test_others_have_their_turn_between_the_answers_to_many_lines_at_once() -> None:
    outlet = FakeOutlet()
    visit = await visiting(Site("r", Name("Ada", "", "Love"), "Ada Love", About()), outlet, Told())
    visit.receive(b"where\n" * 50)
    visit.end_of_input()
    answers = list[int]()
    running = asyncio.create_task(visit.run())
    while not running.done():
        answers.append(outlet.written.count(b"You are in"))
        await asyncio.sleep(0)
    assert outlet.written.count(b"You are in") == 50
    assert max(after - before for before, after in pairwise(answers)) == 1


async def test_what_is_copied_is_sent_by_the_loop_though_answers_are_made_beside_it() -> None:
    outlet = FakeOutlet()
    visit = await visiting(open_site(packaged_content()), outlet, Told("xterm-256color"))
    visit.receive(b"copy email\r")
    visit.end_of_input()
    await visit.run()
    assert outlet.written.index(b"\x1b]52;c;") < outlet.written.index(b"Asked your terminal to copy")
    assert outlet.threads == {threading.get_ident()}
