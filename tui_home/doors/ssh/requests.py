"""``ssh host VERB …``: what strangers may ask for without a screen, and the answers; nothing is read or written here.

The command arrives as the bytes of an exec request (RFC 4254, section 6.5): a client joins its words with blanks, so
that they are split here as a shell would, but no shell ever sees them.
"""

from __future__ import annotations

import asyncio
import shlex
from argparse import Namespace
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from tui_home.doors.ssh.calling import Calling
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.request_help import ALL, HELP, help_text, names
from tui_home.doors.ssh.visitors import remote_visitor
from tui_home.layout.spelling import spelt_signs
from tui_home.model.look import TERMINAL_PALETTE, Depth
from tui_home.model.site import Site
from tui_home.pages.bounded import Bounded
from tui_home.terminal.capabilities import Capabilities
from tui_home.text.safe import printable
from tui_home.verbs import Outcome, Setting, Verb
from tui_home.verbs.outcome import WRONG_USAGE
from tui_home.verbs.show import NARROWEST
from tui_home.verbs.table import carry_out, verb_named
from tui_home.verbs.words import options_of

_KEPT_BYTES = 8 << 20
_CHARACTER = 4
"""Bytes that a character takes in memory, at most (PEP 393)."""
_ENTRY = 1024
"""Bytes that a key takes beside its answer, about."""
_WORD = 32
"""Characters of an unknown word that are said again."""
_PIPE = Capabilities(
    depth=Depth.NONE, hyperlinks=False, remote=True, osc=False, osc52=False, interactive=False, settled=True
)
"""Where no terminal was asked for: a file or a program gets UTF-8, and no colours even when it names ANSI."""


_Work = Callable[[], Outcome]


class Asker(NamedTuple):
    """Who asks, as far as the answer depends on it."""

    calling: Calling = Calling()
    terminal: Capabilities | None = None
    """The terminal's, when one was asked for (``ssh -t``); None for a pipe."""
    columns: int = 80
    """The terminal's cells; any number."""


class Answers:
    """The answers to all requests; printed sections are kept, up to a number of bytes.

    A key holds nothing that a visitor wrote: only words that turned out to be names of this site, in small letters.
    """

    def __init__(self, limits: Limits, *, most_bytes: int = _KEPT_BYTES) -> None:
        """Begin with nothing kept."""
        self._limits = limits
        self._kept: Bounded[str] = Bounded(most_bytes)
        self._turn = asyncio.Lock()

    @property
    def kept_bytes(self) -> int:
        """What is kept, estimated."""
        return self._kept.bytes

    async def answer(self, command: bytes, site: Site, asker: Asker) -> Outcome:
        """Return what `respond` does, but keep nobody waiting who reads: what takes time is done in a thread.

        One thing at a time: several threads that compute would hold up the event loop, which is one thread, too.
        What is kept already waits for nobody.
        """
        made = self._made(command, site, asker)
        if isinstance(made, Outcome):
            return made
        await self._turn.acquire()
        # A visitor who leaves stops no thread, and the next one has to wait for it all the same.
        return await asyncio.shield(asyncio.ensure_future(self._work(command, site, asker)))

    async def _work(self, command: bytes, site: Site, asker: Asker) -> Outcome:
        """Make an answer in this turn, unless somebody has asked for the same meanwhile; then end the turn."""
        try:
            made = self._made(command, site, asker)
            return made if isinstance(made, Outcome) else await asyncio.to_thread(made)
        finally:
            self._turn.release()

    def respond(self, command: bytes, site: Site, asker: Asker) -> Outcome:
        """Return the answer to `command`; without words, all sections.

        Never raises for anything that `command` holds. Lines end in a line feed alone: for a terminal whoever sends
        them puts a carriage return before it. May take as long as laying out the whole site.

        Args:
            command: As the client sent it.
            site: The homepage as it is now.
            asker: Who asks.
        """
        made = self._made(command, site, asker)
        return made if isinstance(made, Outcome) else made()

    def _made(self, command: bytes, site: Site, asker: Asker) -> Outcome | _Work:
        """Return the answer, or what makes it where that takes its time."""
        words = words_of(command, self._limits)
        if isinstance(words, str):
            return _refused(words, site, asker)
        name, *rest = words or (ALL,)
        name = name.lower()
        if name in (HELP, "--help", "-h"):
            return _spelt(Outcome(help_text(site, asker.calling, self._limits)), asker)
        verb = verb_named(name, lambda: site)
        if verb is None:
            return _refused(f"there is no command “{_cut(name)}”", site, asker)
        return self._answer(verb, name, rest, site, asker)

    def _answer(self, verb: Verb, name: str, rest: Sequence[str], site: Site, asker: Asker) -> Outcome | _Work:
        setting = _setting(asker, self._limits)
        for word in rest:
            if (option := _option(word)) and option not in verb.open_options:
                return _refused(f"{_cut(name)} takes no “{_cut(option)}”", site, asker)
        options = options_of(name, verb.summary, verb.configure, rest, setting.program)
        if isinstance(options, Outcome):
            return _explained(options, site, asker)
        if (getattr(options, "width", None) or 0) > self._limits.max_columns:
            return _refused(f"--width is at most {self._limits.max_columns}", site, asker)
        # JSON would tell what is wrong in the content, and in which file: that is between the owner and us.
        site = replace(site, problems=())

        def work() -> Outcome:
            return _finished(carry_out(verb, site, options, setting), asker)

        if not verb.open_options or site.pending:  # its words are free, or not all is there yet
            return work
        look = setting.visitor.capabilities.look(TERMINAL_PALETTE, interactive=False)
        key = (site.revision, verb.name, _normal(options), setting.format, setting.width, look)
        if (kept := self._kept.get(key)) is not None:
            return Outcome(kept)
        return partial(self._remembered, key, work)

    def _remembered(self, key: Hashable, work: _Work) -> Outcome:
        outcome = work()
        if not (outcome.status or outcome.error):
            self._kept.keep(key, outcome.text, _CHARACTER * len(outcome.text) + _ENTRY)
        return outcome


def words_of(command: bytes, limits: Limits) -> tuple[str, ...] | str:
    """Return the words of `command`, or what is wrong with it."""
    if len(command) > limits.max_command:
        return f"a command has at most {limits.max_command} bytes"
    try:
        text = command.decode()
    except UnicodeDecodeError:
        return "a command is UTF-8"
    if printable(text) != text:
        return "a command has no control characters"
    try:
        return tuple(shlex.split(text))
    except ValueError:
        return "a quotation mark or a backslash stands alone"


def _option(word: str) -> str:
    """Return the name of the option that `word` is; empty when it is none, or asks for help."""
    name = word.partition("=")[0]
    return "" if not word.startswith("-") or word in ("-h", "--help") else name


def _normal(options: Namespace) -> Hashable:
    """Return options in a form that is the same for all ways of writing them."""
    return tuple(
        (name, tuple(dict.fromkeys(word.lower() for word in value)) if isinstance(value, list) else value)
        for name, value in sorted(vars(options).items())
    )


def _setting(asker: Asker, limits: Limits) -> Setting:
    able = asker.terminal or _PIPE
    visitor = remote_visitor(able)  # without a way to write, so that nothing is asked of the terminal
    width = min(max(asker.columns, NARROWEST), limits.max_columns)
    coloured = asker.terminal is not None and able.interactive
    return Setting(visitor, width, "ansi" if coloured else "text", asker.calling.command())


def _finished(outcome: Outcome, asker: Asker) -> Outcome:
    """Return what is said in the terminal's characters; after an error, also where to go from there."""
    if outcome.error:
        way = f"; all: {asker.calling.command(HELP)}; line by line: {asker.calling.in_lines()}\n"
        outcome = outcome._replace(error=f"tui-home: {_first_line(outcome.error)}{way}")
    return _spelt(outcome, asker)


def _spelt(outcome: Outcome, asker: Asker) -> Outcome:
    if asker.terminal is None:
        return outcome
    look = asker.terminal.look(TERMINAL_PALETTE)
    return outcome._replace(text=spelt_signs(outcome.text, look), error=spelt_signs(outcome.error, look))


def _refused(why: str, site: Site, asker: Asker) -> Outcome:
    """Return one line: what is wrong, what there is, and how to read without a screen."""
    there = ", ".join(names(site))
    said = f"tui-home: {why}. There is: {there}; line by line: {asker.calling.in_lines()}\n"
    return _spelt(Outcome(status=WRONG_USAGE, error=said), asker)


def _explained(outcome: Outcome, site: Site, asker: Asker) -> Outcome:
    """Return the help that was asked for; of an error the first line: the usage is for who asks for help."""
    return _refused(_first_line(outcome.error), site, asker) if outcome.error else _spelt(outcome, asker)


def _first_line(error: str) -> str:
    return error.partition("\n")[0].removeprefix("tui-home: ").removesuffix(".")


def _cut(text: str) -> str:
    text = printable(text)
    return text if len(text) <= _WORD else f"{text[: _WORD - 1]}…"
