"""The site formats that we can read, and how to read a folder as one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from tui_home.model.problem import Problem
from tui_home.model.site import Site
from tui_home.sources import jekyll
from tui_home.sources.errors import NoSiteError
from tui_home.sources.folder import Folder
from tui_home.sources.tree import Tree
from tui_home.text.safe import printable


class Read(Protocol):
    """How a folder is read."""

    def __call__(self, folder: Folder, language: str = "", *, soon: bool = False) -> Iterator[Site]:
        """Yield the Site in a language, each time more of it: About first if it is large or wanted `soon`."""


class Format(NamedTuple):
    """One way a site is laid out on disk."""

    name: str
    looked_for: str
    """What makes a folder such a site, as a phrase for the message that there is none."""
    recognises: Callable[[Folder], bool]
    read: Read
    inspect: Callable[[Folder, tuple[Problem, ...]], tuple[Problem, ...]]
    """Returns the Problems of reading and those that only a check looks for: files that are missing."""


FORMATS: tuple[Format, ...] = (Format("al-folio", jekyll.LOOKED_FOR, jekyll.recognises, jekyll.read, jekyll.inspect),)
"""In the order in which they are tried."""


def read_sites(tree: Tree, language: str = "", *, soon: bool = False) -> Iterator[Site]:
    """Return what yields the Site in `tree`, read by the first format that recognises it (see `opening`).

    Raises:
        NoSiteError: No format recognises it.
    """
    opened = Folder(tree)
    return _format_of(opened, tree).read(opened, language, soon=soon)


def inspect_site(tree: Tree) -> tuple[Problem, ...]:
    """Return every Problem of the site in `tree`, also those that only a check looks for.

    Raises:
        NoSiteError: No format recognises it.
    """
    opened = Folder(tree)
    found = _format_of(opened, tree)
    problems: tuple[Problem, ...] = ()
    for site in found.read(opened):
        problems = site.problems  # the last one is the whole
    return found.inspect(Folder(tree), problems)


def _format_of(opened: Folder, tree: Tree) -> Format:
    for candidate in FORMATS:
        if candidate.recognises(opened):
            return candidate
    looked_for = "; ".join(f"{candidate.looked_for} ({candidate.name})" for candidate in FORMATS)
    raise NoSiteError(f"No site in {printable(str(tree.root))}: looked for {looked_for}.")
