"""``ssh host list``, and what there is to say to those who ask several homepages for what one of them has."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_home.doors.ssh.asking.request_help import HELP, LIST, directory_help
from tui_home.doors.ssh.calling import READ
from tui_home.model.directory import Directory
from tui_home.model.look import TERMINAL_PALETTE
from tui_home.output.directory import directory_json, directory_lines
from tui_home.sections import SECTIONS
from tui_home.sections.directory import directory_section, directory_site
from tui_home.verbs import VERBS, Outcome, Setting
from tui_home.verbs.formats import FORMATS
from tui_home.verbs.outcome import WRONG_USAGE
from tui_home.verbs.parser import Parser
from tui_home.verbs.show import FORMAT_OPTION, configure_width
from tui_home.verbs.words import options_of

if TYPE_CHECKING:
    from tui_home.doors.ssh.calling import Calling

_SUMMARY = "print all homepages, one line each"
THERE = (LIST, HELP, READ)
"""What can be asked for where no homepage is named."""


def list_options(words: Sequence[str], program: str, widest: int) -> Namespace | Outcome:
    """Return the options of ``list``, or the answer to words that are none."""
    return options_of(LIST, _SUMMARY, _configure, words, program, widest=widest)


def _configure(parser: Parser) -> None:
    parser.add_argument(FORMAT_OPTION, choices=tuple(FORMATS), help="ansi on a terminal, else text by default")
    configure_width(parser)


def listed(directory: Directory, options: Namespace, setting: Setting, calling: Calling) -> str:
    """Return all homepages: as text one line each, for grep and cut; in the other formats as everything is shown."""

    def command(name: str) -> str:
        return calling._replace(name=name).command()

    look = setting.visitor.capabilities.look(TERMINAL_PALETTE, interactive=False)
    form = options.format or setting.format
    if form == "json":
        return directory_json(directory, command, look)
    if form == "text":
        return directory_lines(directory, command, look)
    section = directory_section(directory, command)
    return FORMATS[form](directory_site(calling.host, directory), (section,), options.width or setting.width, look)


def unaddressed(name: str, calling: Calling, limit: str) -> Outcome | str:
    """Return the answer to a word that means one homepage where none is named, or why it means nothing.

    Args:
        name: The word, in small letters.
        calling: How visitors call this server.
        limit: The word as it may be said again.
    """
    if name in (HELP, "--help", "-h"):
        return Outcome(directory_help(calling))
    known = name in VERBS or any(section.id == name.partition("/")[0] for section in SECTIONS)
    if not known:
        return f"there is no command “{limit}”"
    one = calling._replace(name="NAME")
    said = f"which homepage? {one.command(name.partition('/')[0])}, with a NAME of {calling.command(LIST)}"
    return Outcome(status=WRONG_USAGE, error=f"tui-home: {said}; line by line: {calling.in_lines()}\n")
