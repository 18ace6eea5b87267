"""A visit on the full screen: one looks, acts and rests; then the receipt. The terminal is always given back."""

from __future__ import annotations

from contextlib import ExitStack, nullcontext
from functools import partial
from typing import TYPE_CHECKING

from tui_home.doors.ssh.environment import Size
from tui_home.doors.ssh.screen.acting import Acting
from tui_home.doors.ssh.screen.dismantling import dismantle
from tui_home.doors.ssh.screen.first import First
from tui_home.doors.ssh.screen.following import Following
from tui_home.doors.ssh.screen.looking import Looking
from tui_home.doors.ssh.screen.pace import Pace
from tui_home.doors.ssh.screen.parting import parting_words
from tui_home.doors.ssh.screen.places import Places
from tui_home.doors.ssh.screen.resting import REST_AFTER, Resting, Stillness
from tui_home.doors.ssh.screen.terminal import TakenTerminal
from tui_home.doors.ssh.screen.typed import Typed
from tui_home.doors.ssh.screen.weakly import weakly
from tui_home.doors.ssh.service import LATER, Careful, Newcomer, Visited
from tui_home.doors.ssh.stay import full_house
from tui_home.doors.ssh.telling.journal import End
from tui_home.doors.ssh.telling.visitors import remote_visitor
from tui_home.doors.ssh.timekeeper import Timekeeper
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.input import Tokenizer
from tui_home.tui.begun import Begun
from tui_home.tui.commands import BY_ID

if TYPE_CHECKING:
    from tui_home.doors.ssh.gates import Ticket
    from tui_home.tui.app import HomepageApp

FAILED = 1
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
        self._who, self._line = who, who.line
        self._careful = Careful(service.journal, partial(weakly(self.end), End.CRASHED))
        self._time = Timekeeper(limits, service.clock, self._careful, weakly(self.end))
        self._over: End | None = None
        self._sizes: Pace[Size] = Pace(limits.max_layouts, weakly(self._lay_out))
        dialogue = Dialogue(who.told.environment(), Tokenizer(limits.max_sequence, limits.max_paste))
        self._visitor = remote_visitor(dialogue.capabilities, dialogue=dialogue)
        self._first = First(who, section)
        self._typed = Typed(limits, weakly(self._acts), weakly(self._learns))
        self._terminal = TakenTerminal(who.line, dialogue, self._typed.hearing, self._careful)
        self._looking = Looking(service, self._first, self._terminal, who.told.size, weakly(self._shown))
        self._acting: Acting | None = None
        self._resting: Resting | None = None
        self._stillness = Stillness(rest_after, self._time, weakly(self.rest), self._careful)
        self._following, self._places = Following(who), Places(who)
        self._seen_something = False

    @property
    def app(self) -> HomepageApp | None:
        """Of whoever acts."""
        return self._acting.app if self._acting else None

    # What comes in

    def receive(self, data: bytes) -> None:
        """Take what the visitor's terminal has sent."""
        self._terminal.receive(data)

    def end_of_input(self) -> None:
        """Heed that no key will ever be pressed."""
        self.end(End.LEFT)

    def resize(self, size: Size) -> None:
        """Heed another size, in its time."""
        self._sizes.take(size)

    def interrupt(self) -> None:
        """Heed a signal as ctrl+c."""
        self.receive(b"\x03")

    def _lay_out(self, size: Size) -> None:
        with self._careful:
            self._looking.resize(size)
            if self._resting:
                self._resting.resize()
            if self._acting:
                self._acting.resize(size)

    def _acts(self) -> None:
        self._time.acted()
        if self._resting:
            self._resting.wake()
        elif self._acting is None:
            self._looking.end()

    def _learns(self) -> None:
        self._looking.learn()
        if self._resting:
            self._resting.wake()

    def _shown(self) -> None:
        if not self._seen_something:
            self._seen_something = True
            self._who.service.measures.first_frame(self._time.passed)

    def rest(self) -> None:
        """Let the visitor's app go until they do something, if they only read."""
        acting = self._acting
        place = None if acting is None or self._is_over() else acting.place()
        if acting is None or place is None:
            return
        self._acting, self._resting = None, Resting(place, self._terminal)
        self._following.rests(self._resting)
        acting.part()

    # The end

    def end(self, how: End) -> None:
        """End it."""
        if self._over is not None:
            return
        self._over = how
        if self._line.lost:
            self._terminal.incoming.settled.set()
        self._looking.end()
        if self._resting:
            self._resting.wake()
        if self._acting:
            self._acting.end()

    def _is_over(self) -> bool:
        return self._over is not None

    # All of it

    async def run(self) -> Visited:
        """Show the homepage until the visitor leaves, then the receipt."""
        self._time.watch()
        try:
            found = await self._look_and_act()
        finally:
            self._following.end()
            self._sizes.end()
            self._time.end()
            if self._acting:
                self._acting.let_go()
            self._typed.let_go()
        if isinstance(found, Visited):
            self._line.complain(full_house(self._who.calling.in_lines()))
            return found
        app = self.app
        end = self._over or End.LEFT
        if self._acting and (failure := self._acting.failure):
            self._who.service.journal.crashed(failure)
            end = End.CRASHED
        place = app or (self._resting.place if self._resting else None)
        self._line.say(parting_words(end, self._who, self._visitor, place))
        seen = (*self._looking.sections, *(place.seen if place else ()))
        if app is not None:
            dismantle(app)
        return Visited(end, FAILED if end is End.CRASHED else 0, tuple(dict.fromkeys(seen)))

    async def _look_and_act(self) -> Visited | None:
        """Return None when it is over, and what becomes of whoever could be shown nothing."""
        try:
            self._terminal.take()
            self._following.looks(self._looking)
            while not self._is_over():
                await (self._resting or self._looking).go_on()
                if self._is_over() or self._typed.leads_away(_LEAVING):
                    break
                if ticket := self._places.take():
                    if not await self._act(ticket):
                        break
                elif not self._refuse():
                    return Visited(End.DONE, LATER)
            return None
        finally:
            await self._terminal.close()

    def _refuse(self) -> bool:
        """Say that there is no place to act; return False where there is nothing to be looked at."""
        asked = self._typed.waiting > 0
        self._typed.drop()
        if self._resting is None:
            return self._looking.refuse()
        if asked or self._resting.touched:
            self._resting.refuse(self._looking.size)
        else:
            self._resting.try_later()
        return True

    async def _act(self, ticket: Ticket) -> bool:
        """Let the visitor act until they leave; return True when they rest before that."""
        with ExitStack() as stack:
            stack.callback(ticket.leave)
            studio, looking, resting = self._who.service.studio, self._looking, self._resting
            # Of what is known by now: some answers may have come, and not been shown yet.
            known = self._terminal.dialogue.capabilities
            spare = None if resting else studio.spares.take(self._first.sort(looking.size, known))
            async with studio.turn() if spare is None else nullcontext():
                if self._is_over():
                    return False
                covers, place = (resting.covers, resting.place) if resting else (self._covers, None)
                begun = Begun(self._terminal.window, covers, place)
                acting = self._acting = Acting(self._first, self._visitor, self._terminal, self._typed, begun, spare)
                await acting.begin(self._looking.size, self._shown)
                self._resting = None
                self._following.acts(acting)
            stack.enter_context(self._stillness.watched(studio.actors))
            await acting.go_on()
            if self._acting is acting:
                return False
            if acting.failure:
                self._acting = acting
                return False
            dismantle(acting.app)
            return True

    def _covers(self, app: HomepageApp) -> bool:
        """Tell whether the terminal shows already what the app would paint."""
        size = Size(app.size.width, app.size.height)
        return not app.home.said and self._looking.shows(self._first.kind_in(app, size))
