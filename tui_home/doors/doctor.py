"""``tui-home doctor``: examines the terminal it is started in, and says what was found, why, and what to change."""

from __future__ import annotations

import platform
import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from importlib.metadata import version

from tui_home import __version__
from tui_home.doors.doctor_machine import machine_of, read_back
from tui_home.doors.keyboard import Keyboard, keyboard, now
from tui_home.doors.local import has_keyboard
from tui_home.doors.pipe import say
from tui_home.output.doctor import doctor_text
from tui_home.output.doctor_copying import HINT, INVITATION, SENTENCE, copying_text, paragraph
from tui_home.output.doctor_facts import Asked, Facts
from tui_home.output.doctor_json import doctor_json
from tui_home.output.doctor_tables import NOT_ASKED
from tui_home.terminal.capabilities import findings
from tui_home.terminal.clipboard import Clipboard, Copied, Rung
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment
from tui_home.terminal.examining import Examining
from tui_home.verbs.outcome import DONE, Outcome, Setting
from tui_home.verbs.parser import Parser
from tui_home.verbs.words import options_of

SUMMARY = "show what was found about this terminal and why, with samples"
_CLEARED = "\r\x1b[K"
_PATIENCE, _PATIENCE_REMOTE = 1.5, 3.0
_LONGEST_WAIT = 60.0
_THINKING = 300.0
"""Seconds that the last question waits for a key."""


def examine(words: Sequence[str], environment: Environment, setting: Setting) -> int:
    """Do what the `words` after ``doctor`` ask for; return the exit code.

    Args:
        words: Its options.
        environment: The terminal's.
        setting: Its width, and whether it takes control sequences.
    """
    options = options_of("doctor", SUMMARY, _configure, words)
    if isinstance(options, Outcome):
        return say(options)
    not_asked = _not_asked(environment)
    with nullcontext() if not_asked else keyboard() as line:
        return _Visit(options, environment, setting, line, not_asked).run()


def _configure(parser: Parser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help="json is for bug reports")
    parser.add_argument("--copy", action="store_true", help="copy a short sentence to the clipboard, without asking")
    parser.add_argument("--wait", metavar="SECONDS", type=_seconds, help="for answers; 1.5 by default, 3 over SSH")


def _seconds(text: str) -> float:
    with suppress(ValueError):
        seconds = float(text)
        if 0 < seconds <= _LONGEST_WAIT:
            return seconds
    raise ArgumentTypeError(f"a number of seconds up to {_LONGEST_WAIT:.0f}")


def _not_asked(environment: Environment) -> str:
    """Return why the terminal cannot be asked anything, a clause; empty when it can."""
    speaking = next(finding for finding in findings(environment) if finding.name == "interactive")
    if speaking.value != "yes" or environment.platform == "win32":
        return _unaskable(Dialogue(environment))
    return "" if has_keyboard(environment) else "standard input is no terminal"


@dataclass(frozen=True, slots=True)
class _Visit:
    options: Namespace
    environment: Environment
    setting: Setting
    line: Keyboard | None
    not_asked: str

    def run(self) -> int:
        """Examine, report, and copy when that is wished for."""
        dialogue = Dialogue(self.environment)
        facts = self._facts(dialogue)
        if self.options.format == "json":
            attempt = self._copy(facts) if self.options.copy else ()
            return say(Outcome(doctor_json(facts, *attempt)))
        say(Outcome(f"{doctor_text(facts, self.setting.width)}\n"))
        if self.options.copy or self._wished(dialogue, facts):
            copied, same = self._copy(facts)
            say(Outcome(copying_text(facts, copied, self.setting.width, read_back=same)))
        return DONE

    def _facts(self, dialogue: Dialogue) -> Facts:
        able = dialogue.capabilities
        examining = Examining(dialogue, measure=able.unicode and not able.few_glyphs)
        not_asked = self.not_asked
        waited = self.options.wait or (_PATIENCE_REMOTE if able.remote else _PATIENCE)
        if self.line is not None:
            _converse(examining, self.line, waited)
            if not examining.asked:
                not_asked = _unaskable(dialogue)
        return Facts(
            self.environment,
            dialogue.capabilities,
            dialogue.findings,
            Asked(not_asked, examining.milliseconds, waited, examining.answers),
            examining.widths(),
            _versions(),
            machine_of(self.environment, dialogue.capabilities),
            self.setting.format == "ansi",
        )

    def _wished(self, dialogue: Dialogue, facts: Facts) -> bool:
        """Ask whether to copy; no keyboard, another and no key are a no. Where nothing can copy, that is told."""
        if not (facts.capabilities.osc52 or facts.capabilities.graphical):
            return True
        unicode = facts.capabilities.unicode
        if self.line is None:
            say(Outcome(paragraph(HINT, self.setting.width, unicode=unicode)))
            return False
        say(Outcome(paragraph(INVITATION, self.setting.width, unicode=unicode)))
        return _key(dialogue, self.line) in {"y", "Y"}

    def _copy(self, facts: Facts) -> tuple[Copied, bool | None]:
        write = _write if self.environment.stdout_tty else None
        copied = Clipboard(facts.capabilities, write).copy(SENTENCE)
        return copied, read_back() if copied.rung is Rung.LOCAL else None


def _unaskable(dialogue: Dialogue) -> str:
    whys = (finding.why for finding in dialogue.findings)
    return next((why.removeprefix(NOT_ASKED) for why in whys if why.startswith(NOT_ASKED)), "nothing is of use")


def _converse(examining: Examining, line: Keyboard, seconds: float) -> None:
    """Ask, and listen until everything is answered or `seconds` have gone by; leave nothing on the line."""
    end = now() + seconds
    _write(examining.begin(now()))
    try:
        while not examining.over and (left := end - now()) > 0:
            wait = examining.wait
            data = line.read(left if wait is None else min(left, wait))
            _write(examining.feed(data, now()) if data else examining.tick(now()))
    except EOFError:
        return
    finally:
        if examining.asked:
            _write(examining.farewell() + _CLEARED)


def _key(dialogue: Dialogue, line: Keyboard) -> str:
    """Return the first key pressed; late answers are none."""
    end = now() + _THINKING
    with suppress(EOFError):
        while (left := end - now()) > 0:
            wait = dialogue.wait
            data = line.read(left if wait is None else min(left, wait))
            keys = dialogue.feed(data, now()) if data else dialogue.tick(now())
            if keys:
                return keys
    return ""


def _write(sequence: str) -> None:
    if sequence:
        sys.stdout.write(sequence)
        sys.stdout.flush()


def _versions() -> tuple[tuple[str, str], ...]:
    return (
        ("tui-home", __version__),
        ("Python", platform.python_version()),
        ("Textual", version("textual")),
        (platform.system(), platform.release()),
    )
