"""``--sites FOLDER``: which of its subfolders are homepages, and the user names that lead to them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tui_home.doors.ssh.naming import RESERVED, user_name
from tui_home.sources.folder import Folder
from tui_home.sources.formats import FORMATS
from tui_home.sources.tree import Tree
from tui_home.text.quoted import quoted
from tui_home.text.safe import printable

_MOST = 2000


class Found(NamedTuple):
    """What there is."""

    places: dict[str, Path]
    """The homepages' folders by their user names, sorted."""
    notes: tuple[str, ...] = ()
    """What the owner should know, each one line."""


def subfolders(folder: Path, named: Mapping[str, Path]) -> Found:
    """Return the homepages in `folder`; hidden ones, files, and folders without a site are left out.

    Args:
        folder: Where they are.
        named: Those that have names already, which no other gets; in `folder` or elsewhere.

    Raises:
        OSError: It cannot be listed.
    """
    places: dict[str, Path] = {}
    notes: list[str] = []
    with os.scandir(folder) as entries:
        found = sorted(entry.name for entry in entries if not entry.name.startswith(".") and _is_folder(entry))
    if len(found) > _MOST:
        notes.append(f"{printable(str(folder))} has more than {_MOST} folders; the rest is left out")
    # Whose folder is called so comes before those whose names become so.
    for own in sorted(found[:_MOST], key=lambda own: own != user_name(own)):
        place = folder / own
        if place in named.values():
            continue
        shown = printable(str(place))
        if not os.access(place, os.R_OK | os.X_OK):
            notes.append(f"{shown} cannot be read by the user who serves it: chmod -R a+rX {quoted(place)}")
            continue
        if not is_site(place):
            continue
        name = user_name(own)
        if not name or name in RESERVED or name in places or name in named:
            why = "is reserved" if name in RESERVED else "is taken" if name else "is no user name"
            notes.append(
                f"{shown} is left out: “{name or printable(own)}” {why}; give it one: --site NAME={quoted(place)}"
            )
            continue
        if name != own:
            notes.append(f"{shown} is served as {name}")
        places[name] = place
    return Found(dict(sorted(places.items())), tuple(notes))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a symbolic link to itself
        return False


def is_site(folder: Path) -> bool:
    """Say whether a folder looks like a site of any format; only names in it are looked at."""
    return any(candidate.recognises(Folder(Tree(folder))) for candidate in FORMATS)
