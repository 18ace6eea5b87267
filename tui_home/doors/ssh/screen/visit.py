"""A visit on the full screen: one looks, acts and rests; then the receipt. The terminal is always given back."""

from __future__ import annotations

from contextlib import ExitStack, nullcontext
from functools import partial
from typing import TYPE_CHECKING

from tui_home.doors.ssh.screen.acting import Acting
from tui_home.doors.ssh.screen.dismantling import dismantle
from tui_home.doors.ssh.screen.first import First
from tui_home.doors.ssh.screen.looking import Looking
from tui_home.doors.ssh.screen.pace import Pace
from tui_home.doors.ssh.screen.parting import parting_words
from tui_home.doors.ssh.screen.phase import Phase
from tui_home.doors.ssh.screen.places import Places
from tui_home.doors.ssh.screen.resting import REST_AFTER, Stillness
from tui_home.doors.ssh.screen.terminal import TakenTerminal
from tui_home.doors.ssh.screen.typed import Typed
from tui_home.doors.ssh.screen.weakly import weakly
from tui_home.doors.ssh.service import FAILED, LATER, Careful, Newcomer, Visited
from tui_home.doors.ssh.stay import full_house
from tui_home.doors.ssh.telling.journal import End
from tui_home.doors.ssh.telling.visitors import remote_visitor
from tui_home.doors.ssh.timekeeper import Timekeeper
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.input import Tokenizer
from tui_home.tui.commands import BY_ID

if TYPE_CHECKING:
    from tui_home.doors.ssh.environment import Size
    from tui_home.doors.ssh.gates import Ticket

_LEAVING = frozenset(BY_ID["leave"].keys)


class ScreenVisit:
    """One visitor's full screen.

    Args:
        who: Who has come, and to which homepage.
        section: The id of the section to begin with; empty for the first.
        rest_after: Seconds after which whoever only reads has no app any more.
    """

    def __init__(self, who: Newcomer, section: str = "", rest_after: float = REST_AFTER) -> None:
        service = who.service
        limits = service.limits
        self.who = who
        self._careful = Careful(service.journal, partial(weakly(self.end), End.CRASHED))
        self._time = Timekeeper(limits, service.clock, self._careful, weakly(self.end))
        self._over: End | None = None
        self._sizes: Pace[Size] = Pace(limits.max_layouts, weakly(self._lay_out))
        dialogue = Dialogue(who.told.environment(), Tokenizer(limits.max_sequence, limits.max_paste))
        self._visitor = remote_visitor(dialogue.capabilities, dialogue=dialogue)
        self._first = First(who, section)
        self.typed = Typed(limits, weakly(self._acts), weakly(self._learns))
        self.terminal = TakenTerminal(who.line, dialogue, self.typed.hearing, self._careful)
        self.phase = Phase(who, Looking(service, self._first, self.terminal, who.told.size, weakly(self._shown)))
        self._stillness = Stillness(rest_after, self._time, weakly(self.rest), self._careful)
        self._places = Places(who)
        self._seen_something = False

    def is_over(self) -> bool:
        """Whether it ends, or has ended."""
        return self._over is not None

    # What comes in

    def receive(self, data: bytes) -> None:
        """Take what the visitor's terminal has sent."""
        self.terminal.receive(data)

    def end_of_input(self) -> None:
        """Heed that no key will ever be pressed."""
        self.end(End.LEFT)

    def resize(self, size: Size) -> None:
        """Heed another size, in its time."""
        self._sizes.take(size)

    def interrupt(self) -> None:
        """Heed a signal as ctrl+c."""
        self.receive(b"\x03")

    def end(self, how: End) -> None:
        """End it."""
        if self.is_over():
            return
        self._over = how
        if self.who.line.lost:
            self.terminal.incoming.settled.set()
        self.phase.end()

    def rest(self) -> None:
        """Let the visitor's app go until they do something, if they only read."""
        if not self.is_over():
            self.phase.rest(self.terminal)

    def _lay_out(self, size: Size) -> None:
        with self._careful:
            self.phase.resize(size)

    def _acts(self) -> None:
        self._time.acted()
        self.phase.wake()

    def _learns(self) -> None:
        self.phase.learn()

    def _shown(self) -> None:
        if not self._seen_something:
            self._seen_something = True
            self.who.service.measures.first_frame(self._time.passed)

    # All of it

    async def run(self) -> Visited:
        """Show the homepage until the visitor leaves, then the receipt."""
        self._time.watch()
        try:
            is_full = await self._look_and_act()
        finally:
            self.phase.let_go()
            self._sizes.end()
            self._time.end()
            self.typed.let_go()
        if is_full:
            self.who.line.complain(full_house(self.who.calling.in_lines()))
            return Visited(End.DONE, LATER)
        return self._part()

    def _part(self) -> Visited:
        """Write why it is over, and the receipt; take the app to pieces."""
        end = self._over or End.LEFT
        acting, place = self.phase.acting, self.phase.place
        if acting and (failure := acting.failure):
            self.who.service.journal.crashed(failure)
            end = End.CRASHED
        self.who.line.say(parting_words(end, self.who, self._visitor, place))
        seen = (*self.phase.looking.sections, *(place.seen if place else ()))
        if acting:
            dismantle(acting.app)
        return Visited(end, FAILED if end is End.CRASHED else 0, tuple(dict.fromkeys(seen)))

    async def _look_and_act(self) -> bool:
        """Return False when it is over, and True when there is no place for who could be shown nothing."""
        try:
            self.terminal.take()
            self.phase.look()
            while not self.is_over():
                await self.phase.go_on()
                if self.is_over() or self.typed.leads_away(_LEAVING):
                    break
                if ticket := self._places.take():
                    if not await self._act(ticket):
                        break
                elif not self.phase.refuse(asked=self.typed.drop() > 0):
                    return True
            return False
        finally:
            await self.terminal.close()

    async def _act(self, ticket: Ticket) -> bool:
        """Let the visitor act until they leave; return True when they rest before that."""
        with ExitStack() as stack:
            stack.callback(ticket.leave)
            studio, phase = self.who.service.studio, self.phase
            # Of what is known by now: some answers may have come, and not been shown yet.
            known = self.terminal.dialogue.capabilities
            spare = None if phase.resting else studio.spares.take(self._first.sort(phase.looking.size, known))
            async with studio.turn() if spare is None else nullcontext():
                if self.is_over():
                    return False
                begun = phase.begun(self.terminal.window)
                acting = Acting(self._first, self._visitor, self.terminal, self.typed, begun, spare)
                await phase.act(acting, self._shown)
            stack.enter_context(self._stillness.watched(studio.actors))
            await acting.go_on()
            if phase.acting is acting:
                return False
            if acting.failure:
                phase.acting = acting
                return False
            dismantle(acting.app)
            return True
