"""A conversation over SSH, with nobody at the other end of the line."""

from __future__ import annotations

import asyncio
import io
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


class FakeOutlet:
    """Takes whatever is written."""

    def __init__(self) -> None:
        self.written = b""

    def write(self, data: bytes) -> None:
        self.written += data

    def write_stderr(self, data: bytes) -> None:
        self.written += data

    def exit(self, status: int) -> None:
        """End."""


class FakeBacklog:
    writable = True

    def attend(self, attendant: object) -> Ticket:  # noqa: ARG002 - nothing ever happens
        return Ticket(lambda _: None)


async def test_others_have_their_turn_between_the_answers_to_many_lines_at_once() -> None:
    site = Site("r", Name("Ada", "", "Love"), "Ada Love", About())
    houses, limits = Houses.of({ANY: Homepage(site)}), Limits()
    clock = asyncio.get_running_loop().time
    journal = Journal(clock, Style(limits=limits), io.StringIO())
    service = Service(houses, limits, Answers(limits), clock, journal, Calling, lambda: 1)
    outlet = FakeOutlet()
    line = Line(outlet, FakeBacklog(), terminal=False)
    visit = LinearVisit(Newcomer(service, await houses.find(""), Told(), line))
    visit.receive(b"where\n" * 50)
    visit.end_of_input()
    answers = list[int]()
    running = asyncio.create_task(visit.run())
    while not running.done():
        answers.append(outlet.written.count(b"You are in"))
        await asyncio.sleep(0)
    assert outlet.written.count(b"You are in") == 50
    assert max(after - before for before, after in pairwise(answers)) == 1
