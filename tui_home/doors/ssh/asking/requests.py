"""``ssh host VERB …``: what strangers may ask for without a screen, and the answers; no I/O."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from tui_home.doors.ssh.aside import Aside
from tui_home.doors.ssh.asking.directory_requests import THERE, list_options, listed, unaddressed
from tui_home.doors.ssh.asking.request_help import ALL, HELP, LIST, help_text, names
from tui_home.doors.ssh.asking.request_words import cut, normal, option_in, words_of
from tui_home.doors.ssh.calling import Calling
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.telling.visitors import remote_visitor
from tui_home.layout.spelling import spelt_signs
from tui_home.model.directory import Directory
from tui_home.model.look import TERMINAL_PALETTE, Depth
from tui_home.model.site import Site
from tui_home.pages.bounded import Bounded
from tui_home.terminal.capabilities import Capabilities
from tui_home.verbs import Outcome, Setting, Verb
from tui_home.verbs.outcome import WRONG_USAGE, ended
from tui_home.verbs.show import NARROWEST
from tui_home.verbs.table import carry_out, verb_named
from tui_home.verbs.words import options_of

_KEPT_BYTES = 8 << 20
_CHARACTER = 4
"""Bytes that a character takes in memory, at most (PEP 393)."""
_ENTRY = 1024
"""Bytes that a key takes beside its answer, about."""
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
    directory: Directory = Directory()
    """All homepages of this server, also when there is one."""


class Answers:
    """The answers to all requests; printed sections are kept, up to a number of bytes.

    A key holds nothing that a visitor wrote: only words that turned out to be names of this site, in small letters.
    """

    def __init__(self, limits: Limits, *, most_bytes: int = _KEPT_BYTES) -> None:
        """Begin with nothing kept."""
        self._limits = limits
        self._kept: Bounded[Hashable, str] = Bounded(most_bytes)

    @property
    def kept_bytes(self) -> int:
        """What is kept, estimated."""
        return self._kept.bytes

    def forget(self, revision: str) -> None:
        """Let go of the answers of a reading that is no longer shown."""
        self._kept.drop(lambda key, _: isinstance(key, tuple) and key[:1] == (revision,))

    async def answer(self, command: bytes, site: Site | None, asker: Asker, aside: Aside) -> Outcome:
        """Return what `respond` does, but keep nobody waiting who reads: what takes time is done `aside`.

        What is kept already waits for nobody.
        """
        made = self._made(command, site, asker)
        if isinstance(made, Outcome):
            return made
        # Asked once more then: somebody may have asked for the same meanwhile.
        return await aside.do(partial(self.respond, command, site, asker))

    def respond(self, command: bytes, site: Site | None, asker: Asker) -> Outcome:
        """Return the answer to `command`; without words all sections, or all homepages.

        Never raises for anything that `command` holds. Lines end in a line feed alone: for a terminal whoever sends
        them puts a carriage return before it. May take as long as laying out the whole site.

        Args:
            command: As the client sent it.
            site: The homepage as it is now; None where there are several and none is named.
            asker: Who asks.
        """
        made = self._made(command, site, asker)
        return made if isinstance(made, Outcome) else made()

    def _made(self, command: bytes, site: Site | None, asker: Asker) -> Outcome | _Work:
        """Return the answer, or what makes it where that takes its time."""
        words = words_of(command, self._limits)
        if isinstance(words, str):
            return refused(words, _names(site), asker)
        name, *rest = words or (ALL if site else LIST,)
        name = name.lower()
        if name == LIST:
            return self._listed(rest, site, asker)
        if site is None:
            told = unaddressed(name, asker.calling, cut(name))
            return refused(told, THERE, asker) if isinstance(told, str) else _spelt(told, asker)
        if name in (HELP, "--help", "-h"):
            return _spelt(Outcome(help_text(site, asker.calling, self._limits)), asker)
        verb = verb_named(name, lambda: site)
        if verb is None:
            return refused(f"there is no command “{cut(name)}”", names(site), asker)
        return self._answer(verb, name, rest, site, asker)

    def _listed(self, rest: Sequence[str], site: Site | None, asker: Asker) -> Outcome | _Work:
        setting = _setting(asker, self._limits)
        options = list_options(rest, setting.program, self._limits.max_columns)
        if isinstance(options, Outcome):
            return explained(options, _names(site), asker)

        def work() -> Outcome:
            return Outcome(listed(asker.directory, options, setting, asker.calling._replace(name="")))

        look = setting.visitor.capabilities.look(TERMINAL_PALETTE, interactive=False)
        key = (asker.directory, asker.calling._replace(name=""), normal(options), setting.format, setting.width, look)
        return self._remembering(key, work)

    def _answer(self, verb: Verb, name: str, rest: Sequence[str], site: Site, asker: Asker) -> Outcome | _Work:
        setting = _setting(asker, self._limits)
        for word in rest:
            if (option := option_in(word)) and option not in verb.open_options:
                return refused(f"{cut(name)} takes no “{cut(option)}”", names(site), asker)
        options = options_of(name, verb.summary, verb.configure, rest, setting.program, widest=self._limits.max_columns)
        if isinstance(options, Outcome):
            return explained(options, names(site), asker)
        # JSON would tell what is wrong in the content, and in which file: that is between the owner and us.
        site = replace(site, problems=())

        def work() -> Outcome:
            return _finished(carry_out(verb, site, options, setting), asker)

        if not verb.open_options or site.pending:  # its words are free, or not all is there yet
            return work
        look = setting.visitor.capabilities.look(TERMINAL_PALETTE, interactive=False)
        key = (site.revision, verb.name, normal(options), setting.format, setting.width, look)
        return self._remembering(key, work)

    def _remembering(self, key: Hashable, work: _Work) -> Outcome | _Work:
        """Return what is kept, or what makes it and keeps it."""
        if (kept := self._kept.get(key)) is not None:
            return Outcome(kept)
        return partial(self._remembered, key, work)

    def _remembered(self, key: Hashable, work: _Work) -> Outcome:
        outcome = work()
        if not (outcome.status or outcome.error):
            self._kept.keep(key, outcome.text, _CHARACTER * len(outcome.text) + _ENTRY)
        return outcome


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


def refused(why: str, there: Sequence[str], asker: Asker) -> Outcome:
    """Return one line: what is wrong, what there is, and how to read without a screen."""
    said = f"tui-home: {ended(why)} There is: {', '.join(there)}; line by line: {asker.calling.in_lines()}\n"
    return _spelt(Outcome(status=WRONG_USAGE, error=said), asker)


def _names(site: Site | None) -> Sequence[str]:
    return names(site) if site else THERE


def explained(outcome: Outcome, there: Sequence[str], asker: Asker) -> Outcome:
    """Return the help that was asked for; of an error the first line: the usage is for who asks for help."""
    return refused(_first_line(outcome.error), there, asker) if outcome.error else _spelt(outcome, asker)


def _first_line(error: str) -> str:
    return error.partition("\n")[0].removeprefix("tui-home: ").removesuffix(".")
