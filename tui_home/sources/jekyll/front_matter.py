"""Split a page into its YAML front matter and its body, as Jekyll does, and never lose the body."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.model.problem import Origin, Problem, Severity
from tui_home.sources.folder import Source
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.comments import comment_problems
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.patterns import pattern

_OPENING = pattern(r"---[ \t]*")
_CLOSING = pattern(r"(?:---|\.\.\.)[ \t]*")
_MEANT_AS_YAML = pattern(r"[ \t].*|#.*|-[ \t].*|[\w-]+[ \t]*:(?:[ \t].*)?|")
"""A line that still belongs to a front matter whose end is missing."""


class Split(NamedTuple):
    """A page in two."""

    head: str | None
    """The YAML between the lines; None when the page has no front matter."""
    head_line: int
    """The file's line on which the head begins, counted from 1."""
    body: str
    body_line: int
    closed: bool = True
    """Whether the front matter has its closing line."""


class Page(NamedTuple):
    """A file with front matter read."""

    path: str
    front: Mapping
    body: str
    origin: Origin
    """Where the body begins."""
    problems: tuple[Problem, ...]


def split(text: str) -> Split:
    """Return head and body of a page; ``---`` must be its first line that is not blank."""
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None or not _OPENING.fullmatch(lines[first]):
        return Split(None, 1, text, 1)
    end = next((at for at in range(first + 1, len(lines)) if _CLOSING.fullmatch(lines[at])), None)
    closed = end is not None
    if end is None:  # the body begins where lines stop looking like YAML
        end = next((at for at in range(first + 1, len(lines)) if not _MEANT_AS_YAML.fullmatch(lines[at])), len(lines))
    body = end + closed
    return Split("\n".join(lines[first + 1 : end]), first + 2, "\n".join(lines[body:]), body + 1, closed)


def read_page(source: Source) -> Page:
    """Return the page in `source`; without front matter all of it is body."""
    parts = split(source.text)
    origin = Origin(source.path, parts.body_line)
    if parts.head is None:
        return Page(source.path, Mapping(), parts.body, origin, ())
    head = Origin(source.path, parts.head_line)
    problems: list[Problem] = []
    if not parts.closed:
        message = "The front matter is not closed"
        problems.append(head.problem(Severity.ERROR, message, "write --- on a line of its own below it"))
    parsed = yaml.parse(parts.head, head)
    problems += parsed.problems
    problems += comment_problems(parts.head, parsed.covered, head)
    return Page(source.path, parsed.mapping, parts.body, origin, tuple(problems))
