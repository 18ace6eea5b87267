"""``--sites FOLDER``: which of its subfolders are homepages, and the user names that lead to them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tui_home.doors.ssh.homepages.naming import RESERVED, user_name
from tui_home.sources.folder import Folder
from tui_home.sources.formats import FORMATS
from tui_home.sources.tree import Tree
from tui_home.text.quoted import quoted
from tui_home.text.safe import printable

_MOST = 2000
_NOT_SITES = (".", "_")
"""How names begin that are hidden, or of parts of a site."""
_OF_THE_DISK = "lost+found"


class Found(NamedTuple):
    """What there is."""

    places: dict[str, Path]
    """The homepages' folders by their user names, sorted."""
    notes: tuple[str, ...] = ()
    """What the owner should know, each one line."""


def subfolders(folder: Path, named: Mapping[str, Path]) -> Found:
    """Return the homepages in `folder`; files, and folders that are hidden, Jekyll's, or no site, are left out.

    Args:
        folder: Where they are.
        named: Those that have names already, which no other gets; in `folder` or elsewhere.

    Raises:
        OSError: It cannot be listed.
    """
    found, notes = _listed(folder)
    places: dict[str, Path] = {}
    # Whose folder is called so comes before those whose names become so.
    for own in sorted(found[:_MOST], key=lambda own: own != user_name(own)):
        place, name = folder / own, user_name(own)
        if place in named.values():
            continue
        shown = printable(str(place))
        if not os.access(place, os.R_OK | os.X_OK):
            notes.append(f"{shown} cannot be read by the user who serves it: chmod -R a+rX {quoted(place)}")
        elif not is_site(place):
            continue
        elif why := _why_not(name, {*places, *named}):
            called = name or printable(own)
            notes.append(f"{shown} is left out: “{called}” {why}; give it one: --site NAME={quoted(place)}")
        else:
            places[name] = place
            if name != own:
                notes.append(f"{shown} is served as {name}")
    return Found(dict(sorted(places.items())), tuple(notes))


def _listed(folder: Path) -> tuple[list[str], list[str]]:
    """Return the names of what may be sites, sorted, and what the owner should know."""
    with os.scandir(folder) as entries:
        there = {
            entry.name: _is_folder(entry)
            for entry in entries
            if not entry.name.startswith(_NOT_SITES) and entry.name != _OF_THE_DISK
        }
    found = sorted(name for name, is_folder in there.items() if is_folder)
    lost = sorted(name for name, is_folder in there.items() if is_folder is None)
    notes = [f"{printable(str(folder / name))} is left out: it is a link to nothing that is seen here" for name in lost]
    if len(found) > _MOST:
        notes.append(f"{printable(str(folder))} has more than {_MOST} folders; the rest is left out")
    return found, notes


def _is_folder(entry: os.DirEntry[str]) -> bool | None:
    """Say whether it is one; None for a symbolic link that leads nowhere."""
    try:
        return entry.is_dir() or (None if entry.is_symlink() and not Path(entry.path).exists() else False)
    except OSError:  # it leads to itself
        return None


def _why_not(name: str, taken: set[str]) -> str:
    """Return why nothing can be called `name`; empty when it can."""
    if not name:
        return "is no user name"
    return "is reserved" if name in RESERVED else "is taken" if name in taken else ""


def is_site(folder: Path) -> bool:
    """Say whether a folder looks like a site of any format; only names in it are looked at."""
    return any(candidate.recognises(Folder(Tree(folder))) for candidate in FORMATS)
