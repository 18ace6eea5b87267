"""What is said between us and one visitor's terminal beside pages and keys: no I/O, no clock, no Textual.

Where nobody can tell what was meant, what does least harm is assumed. A lone ESC is the key after a moment; what could
be the rest of its sequence is that for two seconds more, so that `[` typed right after Esc comes late, and with a final
letter after it is an arrow: neither does anything here. A control sequence that has begun waits for its end for ever:
alt+[ costs the next key. A string or paste that has begun ends at its end only, for ten seconds without anything, or
(strings) at a lone ESC: alt+] makes the keyboard deaf until Esc, but no hostile answer ever types.
"""

from __future__ import annotations

from tui_home.terminal.answers import Answer, answer, tells_of_change
from tui_home.terminal.capabilities import Capabilities, Finding, capabilities
from tui_home.terminal.decisions import decided
from tui_home.terminal.environment import Environment
from tui_home.terminal.input import Tokenizer
from tui_home.terminal.keys import keys
from tui_home.terminal.learning import learned
from tui_home.terminal.questions import COLOURS, LEAVE_SCHEME, WATCH_SCHEME, Topic, plan, question
from tui_home.terminal.tokens import Held, Kind, Token

SHORTEST_ESCAPE = 0.1
"""Seconds that a lone ESC is held, because the rest of an arrow key may follow: on a line of which nothing is known,
and on a fast one."""
REMOTE_ESCAPE = 0.3
"""Likewise for another machine, until the round trip has been measured; then it is that, within these bounds."""
LONGEST_ESCAPE = 0.75
LATE = 2.0
"""Seconds in which what follows an ESC that was taken for the key is still known for the rest of a sequence."""
SILENCE = 10.0
"""Seconds without anything after which an unfinished string or paste is given up: nobody is locked out for longer."""
PATIENCE = 1.0
"""Seconds after which silence is taken for the answer of a terminal here, even to the fence."""
REMOTE_PATIENCE = 2.5
_QUICKEST = 0.3
"""Seconds that even a fast terminal is given for an answer."""
_COLOURS_AGAIN = 0.5
"""Seconds that are at least between two questions for the colours."""

_MODERN = {Topic.PROGRAM, Topic.KEYBOARD}
"""Whoever answers these passes over what it does not know."""


class Dialogue:
    """Asks one terminal once what it can do, and takes its answers out of what is typed, however late they come.

    Whoever owns the line calls `question` when keys can be read and again after every `feed` and `tick`, writes what it
    returns, passes everything that arrives through `feed`, and calls `tick` when `wait` seconds have gone by without
    anything. The keys are what these two return (Textual's parser takes an empty string for the end: do not pass it
    on); the answers are never among them. `input.decoder` makes text of bytes. On leaving, `farewell` is written; to go
    on after that, `resume` comes before `question`. Times are seconds of any steady clock.
    """

    def __init__(self, environment: Environment, tokenizer: Tokenizer | None = None) -> None:
        self._environment = environment
        made = decided(environment)
        self._plan = plan(environment, made)
        self.capabilities: Capabilities = capabilities(environment, made)._replace(settled=not self._plan.topics)
        """What is known now: another one as soon as more is known, never changed."""
        self._input = tokenizer or Tokenizer()  # with other bounds than the usual ones
        self._asked: set[Topic] = set()
        self._answered: set[Topic] = set()
        self._awaited: set[Topic] = {*self._plan.topics, *self._plan.later}  # of what the next answer counts
        self._later = self._plan.later
        self._now = self._began = self._colours_asked = 0.0
        self._settles: float | None = None  # when silence is taken for an answer
        self._round_trip: float | None = None
        self._give_up: float | None = None
        """When what is held back has been held for long enough."""
        self._colours_wanted = self._watching = self._left = False

    def question(self, now: float) -> str:
        """Return what to write to the terminal now: the first time all questions, later what answers gave rise to.

        Most often nothing. The first is best written on the alternate screen, before the first frame.
        """
        self._now = now
        if self._left or not self._plan.topics:
            return ""
        if not self._asked:
            self._began = self._colours_asked = now
            return self._ask(self._plan.topics)
        asked = ""
        if not self._answered.isdisjoint(_MODERN) and not self._answered.issuperset(self._later):
            asked, self._later = self._ask(self._later), ()
        if self.capabilities.scheme_reports and not self._watching:
            self._watching = True
            asked += WATCH_SCHEME
        if self._colours_wanted and now >= self._colours_asked + _COLOURS_AGAIN:
            self._colours_wanted, self._colours_asked = False, now
            asked += self._ask(tuple(topic for topic in COLOURS if topic in self._answered))
        return asked

    def _ask(self, topics: tuple[Topic, ...]) -> str:
        self._asked.update(topics)
        self._awaited.update(topics)
        if Topic.FENCE in topics:
            self._settles = self._now + self.slowest
        return question(topics, self._plan.multiplexer)

    def ask_colours(self) -> None:
        """Let the next `question` ask for the colours again (the focus came back); not where they were never told."""
        self._colours_wanted = not self._answered.isdisjoint(COLOURS)

    def farewell(self) -> str:
        """Return what to write before the terminal is given back: undoes what `question` switched on, and ends it."""
        self._left = True
        watching, self._watching = self._watching, False
        return LEAVE_SCHEME if watching else ""

    def resume(self) -> None:
        """Let `question` go on after `farewell`: the terminal is ours again, perhaps with other colours."""
        if self._left:
            self._left = False
            self.ask_colours()

    def feed(self, data: str, now: float) -> str:
        """Take what arrived at `now`; return what of it is for the parser of keys."""
        self._now = now
        if self._input.held is Held.LATE and not self._input.size and self._is_over(now):
            self._input.give_up()
        return self._passed(self._input.feed(data)) if data else ""

    def tick(self, now: float) -> str:
        """Return what was held back for too long at `now`: keys that were no answers after all."""
        self._now = now
        if self._settles is not None and now >= self._settles:
            self._settle()
        return self._passed(self._input.give_up()) if self._is_over(now) else ""

    @property
    def wait(self) -> float | None:
        """Seconds, from the latest call with a time on, after which `tick` has something to do; None for never."""
        due = [time for time in (self._give_up, self._settles) if time is not None]
        if self._colours_wanted and not self._left:
            due.append(self._colours_asked + _COLOURS_AGAIN)
        return max(0.0, min(due) - self._now) if due else None

    @property
    def owes(self) -> bool:
        """Whether answers can be on their way; who leaves now may leave them to the shell."""
        return self._settles is not None or any(each in self._awaited & self._answered for each in COLOURS)

    @property
    def slowest(self) -> float:
        """Seconds from a question within which it is answered, if at all: twice the round trip, once that is known."""
        return _slowest(self._round_trip, remote=self.capabilities.remote)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is known, and why: from the environment, and from what was asked and answered."""
        from tui_home.terminal.told import told  # noqa: PLC0415 - for the doctor only

        return told(self._environment, self.capabilities, self._plan, self._asked, self._answered, waiting=self.owes)

    def _is_over(self, now: float) -> bool:
        return self._give_up is not None and now >= self._give_up

    def _passed(self, tokens: list[Token]) -> str:
        """Return the keys among `tokens`, heed the rest, and see how long what is still held may be."""
        passed = "".join(map(self._take, tokens))
        patience = _patience(self._input.held, self._round_trip, remote=self.capabilities.remote)
        self._give_up = None if patience is None else self._now + patience
        return passed

    def _take(self, token: Token) -> str:
        found = answer(token)
        if found:
            self._learn(found)
        elif tells_of_change(token) and self.capabilities.scheme_reports:
            self.ask_colours()
        passed = keys(token)
        # Esc, and then a letter that begins no sequence, is what somebody typed.
        typed = token.late and not passed and not found and len(token.text) == len("\x1b[x")
        return token.text[1:] if typed and token.kind is not Kind.STRING else passed

    def _learn(self, found: Answer) -> None:
        """Heed an answer, the first to each question: who was not asked is not believed."""
        if found.topic not in self._awaited:
            return
        self._awaited.discard(found.topic)
        self._answered.add(found.topic)
        known = learned(self.capabilities, found)
        if known != self.capabilities:
            self.capabilities = known
        if found.topic is Topic.FENCE and self._settles is not None:
            self._round_trip = self._round_trip or self._now - self._began
            self._settle()

    def _settle(self) -> None:
        self._settles = None
        if not self.capabilities.settled:
            self.capabilities = self.capabilities._replace(settled=True)


def _slowest(round_trip: float | None, *, remote: bool) -> float:
    patience = REMOTE_PATIENCE if remote else PATIENCE
    return min(max(2 * round_trip, _QUICKEST), patience) if round_trip else patience


def _patience(held: Held, round_trip: float | None, *, remote: bool) -> float | None:
    """Return for how many seconds what is held back may be; None for ever."""
    if held is Held.ESCAPE:
        escape = round_trip or (REMOTE_ESCAPE if remote else SHORTEST_ESCAPE)
        return min(max(escape, SHORTEST_ESCAPE), LONGEST_ESCAPE)
    return {Held.LATE: LATE, Held.STRING: SILENCE}.get(held)
