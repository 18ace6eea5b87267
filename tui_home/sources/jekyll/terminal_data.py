"""``_data/terminal.yml``: what al-folio has no place for. Every key is optional."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.model.problem import Problem, Severity
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.keys import understand
from tui_home.text.patterns import pattern
from tui_home.text.urls import safe_url

FILE = "_data/terminal.yml"
_KEYS = frozenset(("host", "meeting", "sections", "language", "badges"))
_HOST = pattern(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")


class TerminalData(NamedTuple):
    """What the file says."""

    host: str = ""
    """The name to ssh to."""
    meeting: str = ""
    """The address where a visitor books a meeting."""


def read_terminal_data(folder: Folder) -> tuple[TerminalData, tuple[Problem, ...]]:
    """Return what the owner has set for the terminal, and what is wrong in it."""
    source = folder.read(FILE)
    if source is None:
        return TerminalData(), ()
    parsed = yaml.parse(source.text, source.origin)
    data = parsed.mapping
    problems = [*parsed.problems, *understand(data, _KEYS, source.path)]
    host = data.text("host")
    if host and not _HOST.fullmatch(host):
        message = "“host” is no host name; it is left out"
        problems.append(Problem(Severity.WARNING, source.path, data.line("host"), message, "write it as in ssh HOST"))
        host = ""
    meeting = safe_url(data.text("meeting"), schemes=("http", "https"))
    if data.text("meeting") and not meeting:
        message = "“meeting” is no web address; it is left out"
        problems.append(Problem(Severity.WARNING, source.path, data.line("meeting"), message, "begin it with https://"))
    return TerminalData(host, meeting), tuple(problems)
