"""The command line: parse arguments, choose a door. Nothing heavy is imported before it is needed."""

from __future__ import annotations

import gc
import sys
from argparse import REMAINDER, Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tui_home import __version__
from tui_home.doors.choice import age, site_folder, with_age
from tui_home.doors.pipe import say
from tui_home.model.site import Site
from tui_home.sections import SECTIONS, Section
from tui_home.sources import NoSiteError, open_kept_site
from tui_home.terminal.capabilities import capabilities
from tui_home.terminal.environment import Environment, read_environment
from tui_home.terminal.visitor import Visitor
from tui_home.text.safe import printable
from tui_home.verbs import Outcome, Setting, perform
from tui_home.verbs.outcome import WRONG_USAGE, UsageError
from tui_home.verbs.parser import Parser
from tui_home.verbs.show import NARROWEST, WIDEST, section_named

NO_SITE = 3
INTERRUPTED = 130

_DEFAULT_WIDTH = 80
_HELP = f"""\
An al-folio homepage in the terminal.

tui-home [--site PATH] [--section ID]     the homepage, full screen; as text where there is no screen
tui-home show [SECTION …] [--format text|ansi|markdown|json] [--width N]
tui-home SECTION                          the same as show SECTION
tui-home copy email|meeting|NAME          copy a way of reaching the owner

SECTION, ID     {", ".join(section.id for section in SECTIONS)}
--site PATH     an al-folio folder, or the git URL of one; TUI_HOME_SITE, else the packaged homepage
--refresh       fetch it from git again; --refresh 15m: if the copy is older than that
--version       say which version this is
--help          say this; tui-home show --help says more

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 no site there.
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
        options = _parsed(arguments)
    except UsageError as error:
        message = printable(str(error))
        return say(Outcome(status=WRONG_USAGE, error=f"tui-home: {message}\nTry tui-home --help\n"))
    if options.help or options.version:
        return say(Outcome(_HELP if options.help else f"tui-home {__version__}\n"))
    environment = read_environment()
    site = partial(_open, options, environment)
    if options.words:
        return say(perform(options.words, site, _setting(environment)))
    return _homepage(site(), environment, options.section)


def _parsed(arguments: Sequence[str]) -> Namespace:
    """Return the program's own options, and as ``words`` the verb with its options; `--site` may stand among them."""
    parser = Parser("tui-home", add_help=False)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("-V", "--version", action="store_true")
    parser.add_argument("--section", type=section_named, metavar="ID")
    parser.add_argument("words", nargs=REMAINDER)
    site = Parser("tui-home", add_help=False)
    site.add_argument("--site", metavar="PATH")
    site.add_argument("--refresh", type=age, metavar="AGE")
    given, rest = site.parse_known_args(with_age(arguments))
    options = parser.parse_args(rest)
    options.site, options.refresh = given.site, given.refresh
    return options


def _open(options: Namespace, environment: Environment) -> Site:
    cache = _cache()
    chosen = options.site or environment.get("TUI_HOME_SITE")
    folder = site_folder(chosen, environment, cache and cache / "git", options.refresh)
    return open_kept_site(folder, cache and cache / "sites")


def _cache() -> Path | None:
    """Return where Sites and copies from git are kept; None for a user without a home."""
    import platformdirs  # noqa: PLC0415 - not to be loaded for --help

    folder = platformdirs.user_cache_path("tui-home", appauthor=False)
    return folder if folder.is_absolute() else None


def _setting(environment: Environment) -> Setting:
    visitor = Visitor.of(environment, write=_write if environment.stdout_tty else None)
    width = min(max(environment.columns or _DEFAULT_WIDTH, NARROWEST), WIDEST)
    return Setting(visitor, width, "ansi" if _understands_ansi(environment) else "text")


def _write(sequence: str) -> None:
    sys.stdout.write(sequence)


def _understands_ansi(environment: Environment) -> bool:
    # The old Windows console prints escape codes, unless a program asks it not to.
    old_console = environment.platform == "win32" and not (environment.get("WT_SESSION") or environment.get("TERM"))
    return capabilities(environment).interactive and not old_console


def _homepage(site: Site, environment: Environment, section: Sequence[Section] | None) -> int:
    if capabilities(environment).interactive:
        from tui_home.doors.local import has_keyboard, visit  # noqa: PLC0415 - the full screen only

        if has_keyboard(environment):
            return visit(site, environment, section[0].id if section else "")
    words = ["show", *(chosen.id for chosen in section or ())]
    return say(perform(words, lambda: site, _setting(environment)))
