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
_NEARLY_CLOSING = pattern(r"[ \t]*[-\u2010-\u2015\u2212]{2,80}[ \t]*")
_COMMENT = "<!--"
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
    late: bool = False
    """Whether a comment stands before the front matter, so that Jekyll sees none."""


class Page(NamedTuple):
    """A file with front matter read."""

    path: str
    front: Mapping
    body: str
    origin: Origin
    """Where the body begins."""
    problems: tuple[Problem, ...]


def split(text: str) -> Split:
    """Return head and body of a page; ``---`` must be its first line that is neither blank nor an HTML comment."""
    lines = text.split("\n")
    first = _first(lines)
    if first == len(lines) or not _OPENING.fullmatch(lines[first]):
        return Split(None, 1, text, 1)
    end = next((at for at in range(first + 1, len(lines)) if _CLOSING.fullmatch(lines[at])), None)
    closed = end is not None
    if end is None:  # the body begins where lines stop looking like YAML
        end = next((at for at in range(first + 1, len(lines)) if not _MEANT_AS_YAML.fullmatch(lines[at])), len(lines))
    body = end + (closed or (end < len(lines) and bool(_NEARLY_CLOSING.fullmatch(lines[end]))))
    head = "\n".join(lines[first + 1 : end])
    return Split(
        head, first + 2, "\n".join(lines[body:]), body + 1, closed, any(line.strip() for line in lines[:first])
    )


def _first(lines: list[str]) -> int:
    """Return the first line that counts; an HTML comment before a front matter does not."""
    at = 0
    while at < len(lines) and (not lines[at].strip() or lines[at].lstrip().startswith(_COMMENT)):
        if lines[at].strip():
            at = next((end for end in range(at, len(lines)) if lines[end].rstrip().endswith("-->")), len(lines))
        at += 1
    return min(at, len(lines))


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
    if parts.late:
        message = "A comment stands before the front matter; Jekyll takes the page for one without"
        hint = "begin the file with ---"
        problems.append(Origin(source.path).problem(Severity.ERROR, message, hint))
    parsed = yaml.parse(parts.head, head)
    problems += parsed.problems
    problems += comment_problems(parts.head, parsed.covered, head)
    return Page(source.path, parsed.mapping, parts.body, origin, tuple(problems))
