"""The command line's words, and the help. A start without words does without argparse."""

from __future__ import annotations

import re
from argparse import REMAINDER, ArgumentTypeError
from typing import TYPE_CHECKING

from tui_home.doors.options import Options
from tui_home.sections import SECTIONS
from tui_home.text.safe import printable
from tui_home.verbs.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECONDS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_DURATION = re.compile("([0-9]{1,6})([smhd])")
HELP = f"""\
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


def parsed(arguments: Sequence[str]) -> Options:
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
    own = parser.parse_args(rest)
    return Options(
        own.help, own.version, own.linear, own.section, tuple(own.words), given.site or "", given.refresh, given.lang
    )


def age(text: str) -> float:
    """Return the seconds that ``15m`` and the like say.

    Raises:
        ArgumentTypeError: It says nothing of the kind.
    """
    matched = _DURATION.fullmatch(text)
    if not matched:
        raise ArgumentTypeError(f"a number with s, m, h or d, as in 15m, not “{printable(text)}”")
    return int(matched[1]) * _SECONDS[matched[2]]


def with_age(arguments: Sequence[str]) -> list[str]:
    """Give a ``--refresh`` that stands alone the age of nothing, so that it does not take the next word for one."""
    following = [*arguments[1:], ""][: len(arguments)]
    return [
        "--refresh=0s" if word == "--refresh" and not _DURATION.fullmatch(after) else word
        for word, after in zip(arguments, following, strict=True)
    ]
