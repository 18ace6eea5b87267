"""What is said between us and one visitor's terminal beside pages and keys: no I/O, no clock, no Textual."""

from __future__ import annotations

from tui_home.terminal.answers import Answer, answer, tells_of_change
from tui_home.terminal.capabilities import Capabilities, Finding, capabilities
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
_COLOURS_AGAIN = 0.5
"""Seconds that are at least between two questions for the colours."""


class Dialogue:
    """Asks one terminal once what it can do, and takes its answers out of what is typed, however late they come.

    Whoever owns the line calls `question` when keys can be read and again after every `feed` and `tick`, writes what it
    returns, passes everything that arrives through `feed`, and calls `tick` when `wait` seconds have gone by without
    anything. The keys are what these two return (Textual's parser takes an empty string for the end: do not pass it
    on); the answers are never among them. `input.decoder` makes text of bytes. On leaving, `farewell` is written; to go
    on after that, `resume` comes before `question`. Times are seconds of any steady clock.
    """

    def __init__(self, environment: Environment) -> None:
        self.capabilities: Capabilities = capabilities(environment)
        """What is known now: another one as soon as more is known, never changed."""
        self._environment = environment
        self._plan = plan(environment)
        if not self._plan.topics:
            self.capabilities = self.capabilities._replace(settled=True)
        self._input = Tokenizer()
        self._unanswered: set[Topic] = set()
        self._answered: set[Topic] = set()
        self._now = 0.0
        self._asked: float | None = None
        self._round_trip: float | None = None
        self._give_up: float | None = None
        """When what is held back has been held for long enough."""
        self._colours_asked = 0.0
        self._colours_wanted = False
        self._watching = False
        self._left = False

    def question(self, now: float) -> str:
        """Return what to write to the terminal now: the first time all questions, later what answers gave rise to.

        Most often nothing. The first is best written on the alternate screen, before the first frame.
        """
        self._now = now
        if self._left or not self._plan.topics:
            return ""
        if self._asked is None:
            self._asked = self._colours_asked = now
            self._unanswered.update(self._plan.topics)
            return question(self._plan.topics, self._plan.multiplexer)
        asked = ""
        if self.capabilities.scheme_reports and not self._watching:
            self._watching = True
            asked = WATCH_SCHEME
        if self._colours_wanted and now >= self._colours_asked + _COLOURS_AGAIN:
            self._colours_wanted, self._colours_asked = False, now
            topics = tuple(topic for topic in COLOURS if topic in self._answered)
            self._unanswered.update(topics)
            asked += question(topics, self._plan.multiplexer)
        return asked

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
        if self._asked is not None and not self.capabilities.settled and now >= self._asked + self._patience:
            self.capabilities = self.capabilities._replace(settled=True)
        return self._passed(self._input.give_up()) if self._is_over(now) else ""

    @property
    def wait(self) -> float | None:
        """Seconds, from the latest call with a time on, after which `tick` has something to do; None for never."""
        due = [] if self._give_up is None else [self._give_up]
        if self._asked is not None and not self.capabilities.settled:
            due.append(self._asked + self._patience)
        if self._colours_wanted and not self._left:
            due.append(self._colours_asked + _COLOURS_AGAIN)
        return max(0.0, min(due) - self._now) if due else None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is known, and why: from the environment, and from what was asked and answered."""
        from tui_home.terminal.told import told  # noqa: PLC0415 - for the doctor only

        return told(self._environment, self.capabilities, self._plan, self._unanswered, self._answered)

    @property
    def _patience(self) -> float:
        return REMOTE_PATIENCE if self.capabilities.remote else PATIENCE

    def _is_over(self, now: float) -> bool:
        return self._give_up is not None and now >= self._give_up

    def _passed(self, tokens: list[Token]) -> str:
        """Return the keys among `tokens`, heed the rest, and see how long what is still held may be."""
        passed = "".join(map(self._take, tokens))
        escape = self._round_trip or (REMOTE_ESCAPE if self.capabilities.remote else SHORTEST_ESCAPE)
        patience = {
            Held.ESCAPE: min(max(escape, SHORTEST_ESCAPE), LONGEST_ESCAPE),
            Held.LATE: LATE,
            Held.STRING: SILENCE,
        }.get(self._input.held)
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
        if found.topic not in self._unanswered:
            return
        self._unanswered.discard(found.topic)
        self._answered.add(found.topic)
        if found.topic is Topic.FENCE and self._asked is not None:
            self._round_trip = self._now - self._asked
        known = learned(self.capabilities, found)
        if known != self.capabilities:
            self.capabilities = known
