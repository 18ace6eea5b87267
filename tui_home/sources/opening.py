"""From a folder to the Site in it."""

from __future__ import annotations

from pathlib import Path

from tui_home.model.site import Site
from tui_home.sources.kept import Keeper
from tui_home.sources.tree import Tree, open_tree


def open_site(folder: Path) -> Site:
    """Return the Site in `folder`, read by the first format that recognises it.

    Whatever is wrong inside the site becomes a Problem of it.

    Raises:
        NoSiteError: The folder is missing or no format recognises it.
    """
    return _read(open_tree(folder))


def open_kept_site(folder: Path, keep: Path | None) -> Site:
    """Return the Site in `folder` as `open_site` does; sooner when nothing has changed since it was last opened.

    Args:
        folder: The site's folder.
        keep: Where Sites are kept, a folder of the user's own; None to read afresh and keep nothing. That it cannot be
            read or written is no error.

    Raises:
        NoSiteError: The folder is missing or no format recognises it.
    """
    if keep is None:
        return open_site(folder)
    keeper = Keeper(keep)
    if site := keeper.take(open_tree(folder)):
        return site
    tree = open_tree(folder)
    site = _read(tree)
    keeper.put(site, tree)
    return site


def _read(tree: Tree) -> Site:
    from tui_home.sources.formats import read_site  # noqa: PLC0415 - heavy, and a Site that was kept does without

    return read_site(tree)
