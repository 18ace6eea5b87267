"""What is wrong with a site in such a way that its front would be lost: what a half-written file looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from tui_home.model.problem import Problem, Severity
from tui_home.model.site import Site

_CONFIG = "_config"
_CONFIG_FILES = ("_config.yml", "_config.yaml")
_BROKEN = "The YAML is broken"
"""What is read all the same, as well as can be; but in the front of a homepage much may be lost with it."""
_HOME = frozenset({"about", "index"})
_FENCE = "---"


def front_faults(site: Site, text_of: Callable[[str], str]) -> tuple[str, ...]:
    """Return what is broken in the configuration and in the front matter of the home page, as ``file: message``.

    Without lines: the same error a line further down is no new one.

    Args:
        site: As it was read.
        text_of: The text of a file of it; empty when it cannot be read.
    """
    # A file that is being written is empty first.
    missing = () if any(text_of(name).strip() for name in _CONFIG_FILES) else (f"{_CONFIG_FILES[0]}: nothing is in it",)
    return tuple(dict.fromkeys((*missing, *_told(site.problems, text_of))))


def is_empty(site: Site) -> bool:
    """Say whether there is nothing to show: no home page, and nothing beside it."""
    about = site.about
    beside = (site.news, site.publications, site.projects, site.posts, site.courses, site.pages, site.cv)
    return not (about.blocks or about.profile or about.subtitle or any(beside))


def _told(problems: tuple[Problem, ...], text_of: Callable[[str], str]) -> Iterator[str]:
    for problem in problems:
        if problem.severity is not Severity.ERROR and not problem.message.startswith(_BROKEN):
            continue
        place = PurePosixPath(problem.file)
        if place.stem == _CONFIG or (
            place.stem in _HOME and (problem.line is None or problem.line <= _front_end(text_of(problem.file)))
        ):
            yield f"{problem.file}: {problem.message}"


def _front_end(text: str) -> int:
    """Return the line, counted from 1, with which the front matter ends; all are of it when nothing does."""
    lines = text.splitlines()
    at = next((number for number, line in enumerate(lines) if line.strip()), 0)
    return next((number + 1 for number in range(at + 1, len(lines)) if lines[number].rstrip() == _FENCE), len(lines))
