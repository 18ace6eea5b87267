"""What only a check looks at: files that are missing, and which keys the owner's own templates read."""

from __future__ import annotations

from dataclasses import replace

from tui_home.model.problem import Problem
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.missing import missing_files
from tui_home.text.patterns import pattern

_TEMPLATES = ("_layouts", "_includes")
_SUFFIXES = (".html", ".liquid", ".md", ".markdown")
_KEY = pattern(r"\.([A-Za-z_][\w-]{0,63})")


def inspect(folder: Folder, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the Problems of a site as its owner is told of them.

    A key that a template of the site reads is no slip: it is not renamed.

    Args:
        folder: The site's.
        problems: Those of reading it.
    """
    renamed = {name for problem in problems if (name := _renamed(problem))}
    own = renamed & _keys_in_templates(folder) if renamed else set()
    kept = tuple(replace(problem, edits=()) if _renamed(problem) in own else problem for problem in problems)
    return (*kept, *missing_files(folder))


def _renamed(problem: Problem) -> str:
    """Return the key that a Problem's Edit would rename; "" when it does something else."""
    before = problem.edits[0].before if len(problem.edits) == 1 else ""
    return before[:-1] if before.endswith(":") else ""


def _keys_in_templates(folder: Folder) -> set[str]:
    """Return what the templates of the site read of anything: of a page, its profile, a file of data."""
    found: set[str] = set()
    for name in _TEMPLATES:
        for path in folder.list(name, _SUFFIXES):
            if source := folder.read(path):
                found.update(match[1] for match in _KEY.finditer(source.text))
    return found
