"""Reading a site for its owner: every Problem in it, also those that no visitor's reading looks for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tui_home.model.problem import Problem
from tui_home.sources.files import Content
from tui_home.sources.tree import Tree, open_tree

_NOTHING: Mapping[str, bytes] = MappingProxyType({})


class Checked(NamedTuple):
    """What a check has found."""

    root: Path
    """The site's folder, symbolic links followed."""
    problems: tuple[Problem, ...]
    """By file, then by line; those of the site as a whole first."""


def check_site(folder: Path, changed: Mapping[str, bytes] = _NOTHING) -> Checked:
    """Return what is wrong in the site in `folder`; nothing is kept and nothing fetched.

    Args:
        folder: The site's folder.
        changed: Files, by their paths below it, that are read as if they held these bytes.

    Raises:
        NoSiteError: The folder is missing or no format recognises it.
    """
    from tui_home.sources.formats import inspect_site  # noqa: PLC0415 - heavy, and help does without

    tree = _Overlay(open_tree(folder).root, changed) if changed else open_tree(folder)
    return Checked(tree.root, tuple(sorted(dict.fromkeys(inspect_site(tree)), key=_place)))


def _place(problem: Problem) -> tuple[str, int]:
    return problem.file, problem.line or 0


class _Overlay(Tree):
    """A Tree in which some files hold other bytes than on the disk.

    Args:
        root: The folder.
        changed: The bytes of those files, by their paths.
    """

    def __init__(self, root: Path, changed: Mapping[str, bytes]) -> None:
        super().__init__(root)
        self._changed = changed

    def content(self, relative: str, limit: int) -> Content:
        found = super().content(relative, limit)
        if relative not in self._changed:
            return found
        data = self._changed[relative]
        return Content(data[:limit], len(data) > limit)
