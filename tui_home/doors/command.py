"""The command line: parse arguments, choose a door."""

from __future__ import annotations

import sys
from argparse import REMAINDER, Namespace
from itertools import chain
from typing import TYPE_CHECKING

from tui_home import __version__
from tui_home.doors.choice import age, site_folder, with_age
from tui_home.doors.pipe import put, said, say, send
from tui_home.doors.places import cache_folder
from tui_home.sections import SECTIONS
from tui_home.sources import open_sites
from tui_home.terminal.capabilities import capabilities, colour_is_forced
from tui_home.terminal.visitor import Visitor
from tui_home.verbs import OWNER_VERBS, VERBS, Outcome, Setting, perform
from tui_home.verbs.outcome import UsageError
from tui_home.verbs.parser import WIDEST, Parser
from tui_home.verbs.show import NARROWEST, begun_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui_home.doors.first_screen import FirstScreen
    from tui_home.doors.recalled import Memory
    from tui_home.model.site import Site
    from tui_home.terminal.environment import Environment

_DEFAULT_WIDTH = 80
_DOCTOR = "doctor"
_READ = "read"
_SERVE = "serve"
_HELP = f"""\
An al-folio homepage in the terminal.

tui-home [--site PATH] [--section ID]     the homepage, full screen; as text where there is no screen
tui-home show [SECTION …] [--format text|ansi|markdown|json] [--width N]
tui-home SECTION                          the same as show SECTION
tui-home read [SECTION], --linear         line by line, as a conversation
tui-home bib [KEY …]                      the papers' BibTeX
tui-home copy email|meeting|NAME          copy a way of reaching the owner
tui-home check [PATH] [--fix]             what is wrong in a site, and how to mend it
tui-home new FOLDER                       a small site of your own, to begin with
tui-home doctor                           what was found about this terminal, and why
tui-home serve ssh [--site PATH]          the homepage to everybody, over SSH; --help says more

SECTION, ID     {", ".join(section.id for section in SECTIONS)}
                or another page of the site; posts/NAME for one post
--site PATH     an al-folio folder, or the git URL of one; TUI_HOME_SITE, else the packaged homepage
--refresh       fetch it from git again; --refresh 15m: if the copy is older than that
--lang CODE     the language, of a site in several
--version       say which version this is
--help          say this; tui-home show --help says more

Exit codes: 0 done, 1 failed or the site has errors, 2 wrong usage, 3 no site there.
"""


def run(words: Sequence[str], environment: Environment, memory: Memory, first: FirstScreen) -> int:
    """Do what `words` ask for; return the exit code.

    Args:
        words: All that was written after the program's name.
        environment: The terminal's.
        memory: Keeps what is answered.
        first: What is shown before the full screen's app.

    Raises:
        UsageError: They make no sense.
        NoSiteError: There is no site there.
    """
    options = _parsed(words)
    if options.help or options.version:
        return say(Outcome(_HELP if options.help else f"tui-home {__version__}\n"))
    return _Command(options, environment, memory).run(first)


class _Command:
    """One command: its options, the terminal it is given in, and what keeps the answer."""

    def __init__(self, options: Namespace, environment: Environment, memory: Memory) -> None:
        self._options = options
        self._environment = environment
        self._memory = memory

    def run(self, first: FirstScreen) -> int:
        """Do it; return the exit code."""
        options, environment = self._options, self._environment
        if options.words and not options.linear:
            return self._asked()
        if options.linear or _has_lines_alone(environment):
            return self._read(options.words[1:] if options.words[:1] == [_READ] else options.words)
        return self._homepage(first)

    def _asked(self) -> int:
        options, environment = self._options, self._environment
        name = options.words[0].lower()
        if name in OWNER_VERBS:
            from tui_home.doors.owner import act  # noqa: PLC0415 - only the owner needs it

            chosen = options.site or environment.get("TUI_HOME_SITE")
            return act(options.words, chosen, environment, _setting(environment))
        if name == _SERVE:
            raise UsageError("its options follow it: tui-home serve ssh --site PATH")
        if name == _DOCTOR:
            from tui_home.doors.doctor import examine  # noqa: PLC0415 - seldom needed

            return examine(options.words[1:], environment, _setting(environment))
        if name == _READ:
            return self._read(options.words[1:])
        return self._print(options.words)

    def _print(self, words: Sequence[str]) -> int:
        also = (*OWNER_VERBS, _DOCTOR, _READ, _SERVE)
        outcome = perform(words, lambda: _last(self._open()), _setting(self._environment), also)
        verb = VERBS.get(words[0].lower())
        if outcome.status or outcome.error or (verb and not verb.lasting):
            return say(outcome)
        text = said(sys.stdout, outcome.text)
        put(sys.stdout, text)
        self._memory.keep_text(text)
        return outcome.status

    def _read(self, words: Sequence[str]) -> int:
        from tui_home.doors.linear import read  # noqa: PLC0415 - few read in lines

        return read(words, self._open, self._environment, self._options.section)

    def _homepage(self, first: FirstScreen) -> int:
        environment, section = self._environment, self._options.section
        if capabilities(environment).interactive:
            from tui_home.doors.local import has_keyboard, visit  # noqa: PLC0415 - the full screen only

            if has_keyboard(environment):
                sites = self._open()
                site = next(sites)
                # Wherever standard input led: now it is the terminal, which can be asked.
                found = begun_with(site, section)
                begin = section.lower() if found is None else found
                return visit(chain((site,), sites), environment._replace(stdin_tty=True), begin, first)
        first.give_back()
        return self._print(["show", section] if section else ["show"])

    def _open(self) -> Iterator[Site]:
        """Return the readings of the homepage that was asked for, of which the first has been made."""
        options, cache = self._options, cache_folder()
        chosen = options.site or self._environment.get("TUI_HOME_SITE")
        copies = cache and cache / "git"
        folder = site_folder(chosen, self._environment, copies, options.refresh)
        # The next time, a copy from git may be another one.
        fetched = copies is not None and folder.is_relative_to(copies)
        asked = None if fetched else self._memory.opened(folder)
        sites = open_sites(folder, cache and cache / "sites", options.lang, heard=self._memory.heard, asked=asked)
        first = next(sites)
        if options.lang:
            _check_language(first, options.lang)
        return chain((first,), sites)


def _has_lines_alone(environment: Environment) -> bool:
    """Return whether somebody sits at a terminal that cannot show a screen: in Emacs's shell, say."""
    return environment.stdin_tty and environment.stdout_tty and not capabilities(environment).interactive


def _parsed(arguments: Sequence[str]) -> Namespace:
    """Return the program's own options, and as ``words`` the verb with its options; `--site` may stand among them."""
    parser = Parser("tui-home", add_help=False)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("-V", "--version", action="store_true")
    parser.add_argument("--linear", action="store_true")
    parser.add_argument("--section", default="", metavar="ID")
    parser.add_argument("words", nargs=REMAINDER)
    site = Parser("tui-home", add_help=False)
    site.add_argument("--site", metavar="PATH")
    site.add_argument("--refresh", type=age, metavar="AGE")
    site.add_argument("--lang", default="", metavar="CODE")
    given, rest = site.parse_known_args(with_age(arguments))
    options = parser.parse_args(rest)
    options.site, options.refresh, options.lang = given.site, given.refresh, given.lang
    return options


def _check_language(site: Site, asked: str) -> None:
    from tui_home.text.languages import known_as  # noqa: PLC0415 - seldom asked for

    known = site.languages or tuple(filter(None, (site.language,)))
    if not known_as(asked, known):
        there = f"there is: {', '.join(known)}" if known else "this site has only one"
        raise UsageError(f"no language “{asked}” here; {there}")


def _last(sites: Iterator[Site]) -> Site:
    *_, site = sites
    return site


def _setting(environment: Environment) -> Setting:
    visitor = Visitor.of(environment, write=send if environment.stdout_tty else None)
    width = min(max(environment.columns or _DEFAULT_WIDTH, NARROWEST), WIDEST)
    return Setting(visitor, width, "ansi" if _understands_ansi(environment) else "text")


def _understands_ansi(environment: Environment) -> bool:
    # The old Windows console prints escape codes, unless a program asks it not to.
    old_console = environment.platform == "win32" and not (environment.get("WT_SESSION") or environment.get("TERM"))
    return colour_is_forced(environment) or (capabilities(environment).interactive and not old_console)
