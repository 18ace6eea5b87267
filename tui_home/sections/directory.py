"""The Directory: whose homepages there are, what they work on, and the command that leads to each."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from tui_home.model.blocks import Block, Blocks, Entry, Paragraph
from tui_home.model.directory import Directory
from tui_home.model.directory import Entry as Listed
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.site import About, Name, Site
from tui_home.model.view import View
from tui_home.sections.section import Section
from tui_home.sections.words import BOLD, LINE_BREAK, MUTED, count_of, kindly
from tui_home.text.folding import folded
from tui_home.text.width import cell_width

Command = Callable[[str], str]
"""From the name of a homepage to what visitors write to get there."""

TITLE = "Homepages"
_LEAST, _MOST = 12, 24
"""Cells of the column in which the titles stand."""
_NOBODY = "There is no homepage here yet."
_NOTHING = "No homepage has these words."


def directory_blocks(directory: Directory, command: Command, words: str = "") -> Blocks:
    """Return one Entry for each homepage, in the Directory's order: its title, the line of work, the way there.

    Args:
        directory: All of them.
        command: Says how to get to one.
        words: Only those that match are returned; empty for all.
    """
    width = max((cell_width(listed.title) for listed in directory.entries), default=0)
    width = min(max(width, _LEAST), _MOST)
    shown = matching(directory, words).entries
    found: tuple[Block, ...] = tuple(_entry(listed, command(listed.name), width) for listed in shown)
    return found or kindly(_NOTHING if words else _NOBODY)


def directory_site(host: str, directory: Directory) -> Site:
    """Return what stands for all homepages where one would stand: it has nothing but the name of the server."""
    return Site(revision=f"directory {hash(directory):x}", name=Name(), title=host, about=About())


def directory_section(directory: Directory, command: Command) -> Section:
    """Return the one section that `directory_site` has."""
    count = counted(directory)

    def compose(_site: Site, view: View) -> Blocks:
        return directory_blocks(directory, command, view.filter)

    def narrowed(blocks: Blocks, view: View) -> Blocks:
        names = {listed.name for listed in matching(directory, view.filter).entries}
        return tuple(block for block in blocks if isinstance(block, Entry) and block.key in names) or kindly(_NOTHING)

    return Section("homepages", TITLE, compose, lambda _site: count, narrowed=narrowed)


def counted(directory: Directory) -> str:
    """Return how many homepages there are, in words."""
    count = count_of(len(directory.entries), "homepage", "homepages")
    return f"{count}, {directory.pending} still being read" if directory.pending else count


def matching(directory: Directory, words: str) -> Directory:
    """Return those in whose name, title or line of work all `words` stand; case and accents do not matter."""
    wanted = folded(words).split()
    if not wanted:
        return directory
    texts = _folded(_Same(directory.entries))
    found = (listed for listed, text in zip(directory.entries, texts, strict=True) if all(map(text.count, wanted)))
    return Directory(tuple(found), directory.pending)


class _Same(NamedTuple):
    """Entries, told from others by being the same objects: they are looked through for every letter."""

    entries: tuple[Listed, ...]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.entries is other.entries

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return id(self.entries)


@lru_cache(maxsize=2)
def _folded(same: _Same) -> tuple[str, ...]:
    return tuple(folded(f"{listed.title}\n{listed.name}\n{listed.work}") for listed in same.entries)


def link_to(name: str, command: str) -> Link:
    """Return what leads to the homepage `name`; it is called by its command, which stays when more is known of it."""
    return Link(LinkKind.HOMEPAGE, command, copy=command, path=name)


def _entry(listed: Listed, command: str, width: int) -> Entry:
    work = (Span(listed.work), LINE_BREAK) if listed.work else ()
    text = Paragraph((*work, Span(command, MUTED)))
    return Entry(listed.name, (Span(listed.title, BOLD),), width, (text,), link=link_to(listed.name, command))
