"""What ``ssh host help`` says, and the names that a refusal lists; from the one table of Verbs."""

from __future__ import annotations

from collections.abc import Sequence

from tui_home.doors.ssh.calling import READ, Calling
from tui_home.doors.ssh.limits import Limits
from tui_home.model.site import Site
from tui_home.sections import sections_of
from tui_home.text.safe import printable
from tui_home.verbs import VERBS
from tui_home.verbs.formats import FORMATS
from tui_home.verbs.show import NARROWEST

HELP, ALL, LIST = "help", "show", "list"


def names(site: Site) -> tuple[str, ...]:
    """Return what can be asked for, sections only as far as this site has them."""
    own = tuple(section.id for section in sections_of(site))
    others = [name for name, verb in VERBS.items() if name != ALL and not verb.open_options]
    return (ALL, *own, *others, LIST, HELP, READ)


def help_text(site: Site, calling: Calling, limits: Limits) -> str:
    """Return what a stranger can ask for, with the commands as they write them."""
    others = [verb for name, verb in VERBS.items() if name != ALL and not verb.open_options]
    rows = [
        (calling.command(), "the homepage, full screen"),
        (calling.in_lines(), "line by line, as a conversation"),
        (calling.command("SECTION"), "print a section"),
        (calling.command(f"{ALL} [SECTION …]"), "print several, or all"),
        *((calling.command(verb.name), verb.summary) for verb in others),
        (calling.command(LIST), "print all homepages of this server" if calling.name else "print whose homepage it is"),
        (calling.command(HELP), "say this"),
    ]
    sections = ", ".join(section.id for section in sections_of(site))
    return f"""\
{printable(site.title)}, over SSH.

{_columns(rows)}
SECTION          {sections}; posts/NAME for one post
--format FORMAT  of sections: {", ".join(FORMATS)}; colours only with ssh -t
--width N        of sections: cells of a line, {NARROWEST} to {limits.max_columns}

Nothing here reaches your clipboard: copy prints, as in {calling.command("copy email")} | pbcopy
"""


def directory_help(calling: Calling) -> str:
    """Return what can be asked for where there are several homepages and none is named."""
    one = calling._replace(name="NAME")
    rows = [
        (calling.command(), "all homepages, full screen: search, enter goes in"),
        (calling.in_lines(), "all homepages, line by line"),
        (calling.command(LIST), "print them, one line each"),
        (one.command(), "one homepage, full screen; the list has the names"),
        (one.in_lines(), "the same, line by line"),
        (one.command("SECTION"), "print a section of it"),
        (one.command(HELP), "what else it can print"),
        (calling.command(HELP), "say this"),
    ]
    formats = ", ".join(FORMATS)
    return f"Homepages, over SSH.\n\n{_columns(rows)}\n--format FORMAT  of the list: {formats}\n"


def _columns(rows: Sequence[tuple[str, str]]) -> str:
    width = max(len(command) for command, _ in rows) + 2
    return "".join(f"{command:{width}}{what}\n" for command, what in rows)
