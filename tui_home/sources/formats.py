"""The site formats that we can read, and how to read a folder as one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tui_home.model.site import Site
from tui_home.sources import jekyll
from tui_home.sources.errors import NoSiteError
from tui_home.sources.folder import Folder
from tui_home.sources.tree import Tree
from tui_home.text.safe import printable


class Format(NamedTuple):
    """One way a site is laid out on disk."""

    name: str
    looked_for: str
    """What makes a folder such a site, as a phrase for the message that there is none."""
    recognises: Callable[[Folder], bool]
    read: Callable[[Folder, str], Iterator[Site]]
    """Yields the Site in a language, each time more of it."""


FORMATS: tuple[Format, ...] = (Format("al-folio", jekyll.LOOKED_FOR, jekyll.recognises, jekyll.read),)
"""In the order in which they are tried."""


def read_sites(tree: Tree, language: str = "") -> Iterator[Site]:
    """Return what yields the Site in `tree`, read by the first format that recognises it (see `opening`).

    Raises:
        NoSiteError: No format recognises it.
    """
    opened = Folder(tree)
    for candidate in FORMATS:
        if candidate.recognises(opened):
            return candidate.read(opened, language)
    looked_for = "; ".join(f"{candidate.looked_for} ({candidate.name})" for candidate in FORMATS)
    raise NoSiteError(f"No site in {printable(str(tree.root))}: looked for {looked_for}.")
