"""``_data/terminal.yml``: what al-folio has no place for. Every key is optional."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.model.problem import Problem, Severity
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.keys import understand
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.suggest import closest
from tui_home.text.urls import safe_url

FILE = "_data/terminal.yml"
_MOST_SECTIONS = 100
_KEYS = frozenset(("host", "meeting", "sections", "language", "badges"))
_HOST = pattern(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")


class TerminalData(NamedTuple):
    """What the file says."""

    host: str = ""
    """The name to ssh to."""
    meeting: str = ""
    """The address where a visitor books a meeting."""
    language: str = ""
    """In which the site is read when the visitor asks for none."""
    language_line: int | None = None
    sections: tuple[tuple[str, int | None], ...] = ()
    """Ids of sections in their order, each with its line."""

    def order(self, known: frozenset[str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
        """Return the ids of the sections in their order, and a Problem for each that is none.

        Args:
            known: The ids that there are.
        """
        ids: list[str] = []
        problems: list[Problem] = []
        for written, line in self.sections:
            name = written.lower()
            meant = name if name in known else closest(name, known)
            if meant is None or meant != written:
                message = f"“{printable(written)}” is no section"
                message += f"; taken for “{meant}”" if meant else "; it is left out"
                hint = f"write “{meant}”" if meant else f"name one of {', '.join(sorted(known))}"
                problems.append(Problem(Severity.WARNING, FILE, line, message, hint))
            if meant:
                ids.append(meant)
        return tuple(dict.fromkeys(ids)), tuple(problems)


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
    written = data.get("sections")
    names = (
        data.texts("sections") if isinstance(written, list) else tuple(data.text("sections").replace(",", " ").split())
    )
    sections = tuple((name, _line_of(source.text, data.line("sections"), name)) for name in names[:_MOST_SECTIONS])
    return TerminalData(host, meeting, data.text("language"), data.line("language"), sections), tuple(problems)


def _line_of(text: str, first: int | None, word: str) -> int | None:
    """Return the line on or below `first` on which a word stands; `first` when it stands on none."""
    if first is None:
        return None
    lines = text.split("\n")[first - 1 :]
    return next((first + at for at, line in enumerate(lines) if word in line), first)
