"""The command line: parse arguments, choose a door. Nothing heavy is imported before it is needed."""

from __future__ import annotations

import gc
import os
import sys
from argparse import REMAINDER, Namespace
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from tui_home import __version__
from tui_home.doors.choice import age, site_folder, with_age
from tui_home.doors.pipe import say, send
from tui_home.model.site import Site
from tui_home.sections import SECTIONS
from tui_home.sources import NoSiteError, open_sites
from tui_home.terminal.capabilities import capabilities, colour_is_forced
from tui_home.terminal.environment import Environment, read_environment
from tui_home.terminal.visitor import Visitor
from tui_home.text.safe import printable
from tui_home.verbs import OWNER_VERBS, Outcome, Setting, perform
from tui_home.verbs.outcome import WRONG_USAGE, UsageError
from tui_home.verbs.parser import WIDEST, Parser
from tui_home.verbs.show import NARROWEST, begun_with

NO_SITE = 3
INTERRUPTED = 130

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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run tui-home with `arguments` (the process's by default); return the exit code."""
    # Nearly all that a start makes is there to stay; looking for rubbish in it takes a twentieth of the time.
    gc.disable()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except NoSiteError as error:
        return say(Outcome(status=NO_SITE, error=f"tui-home: {printable(str(error))}\n"))
    except Exception as error:  # noqa: BLE001 - the last resort: one line in place of a traceback
        from tui_home.doors.failure import failure  # noqa: PLC0415 - only after one

        return say(failure(error))
    finally:
        gc.enable()


def _run(arguments: Sequence[str]) -> int:
    try:
        if arguments and arguments[0] == _SERVE:
            from tui_home.doors.serve import serve  # noqa: PLC0415 - few have visitors of their own

            return serve(arguments[1:], os.environ)
        return _done(_parsed(arguments))
    except UsageError as error:
        message = printable(str(error))
        help_of = "tui-home serve ssh" if arguments and arguments[0] == _SERVE else "tui-home"
        return say(Outcome(status=WRONG_USAGE, error=f"tui-home: {message}\nTry {help_of} --help\n"))


def _done(options: Namespace) -> int:
    if options.help or options.version:
        return say(Outcome(_HELP if options.help else f"tui-home {__version__}\n"))
    environment = read_environment()
    if options.words and not options.linear:
        return _asked(options, environment)
    if options.linear or _has_lines_alone(environment):
        words = options.words[1:] if options.words[:1] == [_READ] else options.words
        return _read(words, options, environment)
    return _homepage(_open(options, environment), environment, options.section)


def _asked(options: Namespace, environment: Environment) -> int:
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
        return _read(options.words[1:], options, environment)

    def site() -> Site:
        return _last(_open(options, environment))

    return say(perform(options.words, site, _setting(environment), (*OWNER_VERBS, _DOCTOR, _READ, _SERVE)))


def _has_lines_alone(environment: Environment) -> bool:
    """Return whether somebody sits at a terminal that cannot show a screen: in Emacs's shell, say."""
    return environment.stdin_tty and environment.stdout_tty and not capabilities(environment).interactive


def _read(words: Sequence[str], options: Namespace, environment: Environment) -> int:
    from tui_home.doors.linear import read  # noqa: PLC0415 - few read in lines

    return read(words, lambda: _open(options, environment), environment, options.section)


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


def _open(options: Namespace, environment: Environment) -> Iterator[Site]:
    """Return the readings of the homepage that was asked for, of which the first has been made."""
    cache = _cache()
    chosen = options.site or environment.get("TUI_HOME_SITE")
    folder = site_folder(chosen, environment, cache and cache / "git", options.refresh)
    sites = open_sites(folder, cache and cache / "sites", options.lang)
    first = next(sites)
    if options.lang:
        _check_language(first, options.lang)
    return chain((first,), sites)


def _check_language(site: Site, asked: str) -> None:
    from tui_home.text.languages import known_as  # noqa: PLC0415 - seldom asked for

    known = site.languages or tuple(filter(None, (site.language,)))
    if not known_as(asked, known):
        there = f"there is: {', '.join(known)}" if known else "this site has only one"
        raise UsageError(f"no language “{asked}” here; {there}")


def _last(sites: Iterator[Site]) -> Site:
    *_, site = sites
    return site


def _cache() -> Path | None:
    """Return where Sites and copies from git are kept; None for a user without a home."""
    import platformdirs  # noqa: PLC0415 - not to be loaded for --help

    folder = platformdirs.user_cache_path("tui-home", appauthor=False)
    return folder if folder.is_absolute() else None


def _setting(environment: Environment) -> Setting:
    visitor = Visitor.of(environment, write=send if environment.stdout_tty else None)
    width = min(max(environment.columns or _DEFAULT_WIDTH, NARROWEST), WIDEST)
    return Setting(visitor, width, "ansi" if _understands_ansi(environment) else "text")


def _understands_ansi(environment: Environment) -> bool:
    # The old Windows console prints escape codes, unless a program asks it not to.
    old_console = environment.platform == "win32" and not (environment.get("WT_SESSION") or environment.get("TERM"))
    return colour_is_forced(environment) or (capabilities(environment).interactive and not old_console)


def _homepage(sites: Iterator[Site], environment: Environment, section: str) -> int:
    if capabilities(environment).interactive:
        from tui_home.doors.local import has_keyboard, visit  # noqa: PLC0415 - the full screen only

        if has_keyboard(environment):
            first = next(sites)
            # Wherever standard input led: now it is the terminal, which can be asked.
            found = begun_with(first, section)
            begin = section.lower() if found is None else found
            return visit(chain((first,), sites), environment._replace(stdin_tty=True), begin)
    words = ["show", section] if section else ["show"]
    return say(perform(words, lambda: _last(sites), _setting(environment)))
