"""What mending a site would change: every Edit that is certain, in every file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tui_home.model.problem import Edit, Problem
from tui_home.sources.checking import Checked, check_site
from tui_home.sources.edited import mend
from tui_home.sources.files import MissingFileError, UnusableFileError
from tui_home.sources.writing import CHANGED, Mended, whole_file

_ROUNDS = 16
"""A mended fault may show another; so many readings find them all, or something is wrong with us."""
_MANY = 100
"""Problems of one file from which on a reading may not list them all."""
_WORSE = "Mending it would show another fault in it; look at it yourself"


class Left(NamedTuple):
    """A file that is left alone, or a part of it."""

    path: str
    reason: str
    """One sentence without its full stop."""


class Plan(NamedTuple):
    """What mending would change."""

    files: tuple[Mended, ...]
    left: tuple[Left, ...]


def plan_mending(found: Checked) -> Plan:
    """Return what can be mended of what a check has found, and of what shows only after that.

    After each round the site is read as it would then be. A file in which that finds more to mend by hand is left as it
    is.
    """
    planning = _Planning(found.root)
    problems = found.problems
    for _ in range(_ROUNDS):
        changed = planning.change(problems)
        if not changed:
            break
        read_again = check_site(found.root, planning.after).problems
        worse = {path for path in changed if _is_worse(path, problems, read_again)}
        planning.give_up(worse)
        problems = check_site(found.root, planning.after).problems if worse else read_again
    return planning.plan()


class _Planning:
    """The files of a site as mending would leave them.

    Args:
        root: The site's folder.
    """

    def __init__(self, root: Path) -> None:
        self.after: dict[str, bytes] = {}
        self._root = root
        self._before: dict[str, bytes] = {}
        self._places: Counter[str] = Counter()
        self._given_up: set[str] = set()
        self._left: dict[Left, None] = {}
        self._refused: list[Left] = []

    def change(self, problems: Iterable[Problem]) -> set[str]:
        """Make the Edits of `problems`, and return the files that they change."""
        changed = set()
        self._refused = []  # what another round can do was not refused for good
        for path, edits in _edits_by_file(problems).items():
            if path in self._given_up or not self._read(path):
                continue
            made = mend(self.after[path], edits)
            self._refused += (Left(path, reason) for reason in made.left)
            if made.data != self.after[path]:
                self.after[path] = made.data
                self._places[path] += made.places
                changed.add(path)
        return changed

    def give_up(self, paths: Iterable[str]) -> None:
        """Leave files as they are."""
        for path in paths:
            self._given_up.add(path)
            self.after[path] = self._before[path]
            self._places[path] = 0
            self._left[Left(path, _WORSE)] = None

    def plan(self) -> Plan:
        """Return what has come of it."""
        paths = (path for path in sorted(self.after) if self._places[path])
        files = (Mended(path, self._before[path], self.after[path], self._places[path]) for path in paths)
        return Plan(tuple(files), (*self._left, *dict.fromkeys(self._refused)))

    def _read(self, path: str) -> bool:
        if path not in self._before:
            try:
                self._before[path] = self.after[path] = whole_file(self._root, path)
            except MissingFileError:
                self._given_up.add(path)
                self._left[Left(path, CHANGED)] = None
            except UnusableFileError as error:
                self._given_up.add(path)
                self._left[Left(path, f"It {error}")] = None
        return path in self._before


def _is_worse(path: str, before: Iterable[Problem], after: Iterable[Problem]) -> bool:
    """Return whether more is left to mend by hand in a file; of very many faults nobody knows."""
    listed = [problem for problem in before if problem.file == path]
    return len(listed) < _MANY and _by_hand(after, path) > _by_hand(listed, path)


def _by_hand(problems: Iterable[Problem], path: str) -> int:
    """Return how much is wrong in a file that no Edit mends."""
    return sum(problem.file == path and not problem.edits for problem in problems)


def _edits_by_file(problems: Iterable[Problem]) -> Mapping[str, list[Edit]]:
    found: dict[str, list[Edit]] = {}
    for problem in problems:
        if problem.edits:
            found.setdefault(problem.file, []).extend(problem.edits)
    return found
