"""From a folder to the Site in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_home.sources.tree import Tree, open_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tui_home.model.site import Site


def open_sites(  # noqa: PLR0913 - most need the first two
    folder: Path,
    keep: Path | None = None,
    language: str = "",
    *,
    room: int = 0,
    heard: Callable[[Tree], None] | None = None,
    asked: Tree | None = None,
    soon: bool = False,
) -> Iterator[Site]:
    """Yield the Site in `folder`, read by the first format that recognises it, each time more of it.

    The first shows About; the last has nothing pending and may be the only one. Whatever is wrong inside the site
    becomes a Problem of it.

    Args:
        folder: The site's folder.
        keep: Where Sites are kept, a folder of the user's own, so that the next opening is sooner when nothing has
            changed; None to read afresh and keep nothing. That it cannot be read or written is no error.
        language: The language wanted, as the site names it; empty for the site's own choice.
        room: For at least how many Sites there is to be room in `keep`.
        heard: Called with what the Sites were read from, when nothing more will be read; before the last one is
            yielded, and before the first of one that was kept.
        asked: The folder, when it has been asked just now what reading it asked the last time.
        soon: Whether About alone is to come first, however little else there is.

    Raises:
        NoSiteError: The folder is missing or no format recognises it.
    """
    from tui_home.sources.kept import Keeper  # noqa: PLC0415 - what was answered before is said without a Site

    keeper = Keeper(keep, language, room) if keep else None
    if keeper and (kept := keeper.take(tree := asked or open_tree(folder))):
        if heard:
            heard(tree)
        yield kept.front
        if not kept.front.pending:
            return
        if whole := kept.whole():
            yield whole
            return
    tree = open_tree(folder)
    for site in _read(tree, language, soon=soon):
        if heard and not site.pending:
            heard(tree)
        yield site
        if keeper and not site.pending:
            keeper.put(site, tree)


def open_kept_site(folder: Path, keep: Path | None, language: str = "") -> Site:
    """Return the Site in `folder` when all of it is there; arguments and errors are those of `open_sites`."""
    *_, site = open_sites(folder, keep, language)
    return site


def open_site(folder: Path, language: str = "") -> Site:
    """Return the Site in `folder`, read afresh; errors are those of `open_sites`."""
    return open_kept_site(folder, None, language)


def _read(tree: Tree, language: str, *, soon: bool) -> Iterator[Site]:
    from tui_home.sources.formats import read_sites  # noqa: PLC0415 - heavy, and a Site that was kept does without

    return read_sites(tree, language, soon=soon)
