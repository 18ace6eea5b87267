"""What a command is; `commands` lists them all."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from tui_home.model.inline import Link
from tui_home.model.record import record

if TYPE_CHECKING:
    from tui_home.tui.screens.home import HomeScreen


class Group(StrEnum):
    """What kind of thing a command does, as the help screen calls it."""

    MOVE = "Moving"
    ACT = "Links and papers"
    FIND = "Finding"
    PROGRAM = "The program"


@record
class Here:
    """Where the visitor is, as far as it decides which commands do something."""

    sections: int = 1
    target: Link | None = None
    """The link at the cursor, while it can be seen."""
    opened: bool = False
    """Whether what it folds is open."""
    article: bool = False
    """Whether an article is shown in place of its section's list."""
    behind: bool = False
    """Whether one can go back to what was shown before."""
    ahead: bool = False
    """Whether one can go forward again."""
    bibtex: Link | None = None
    """What copies the BibTeX here."""
    targets: bool = False
    email: bool = False
    meeting: bool = False
    scrolls: bool = False
    """Whether there is more than is shown."""
    found: int = 0
    """How many places find has found."""
    finding: bool = False
    typing: bool = False
    """Whether the words to find are being typed, so that letters are letters."""
    directory: bool = False
    """Whether all homepages of a server are shown, and not one."""
    among: bool = False
    """Whether one can go back to all of them."""
    remote: bool = False
    themes: bool = True
    """Whether the terminal has colours enough for a theme to matter."""


MOST_DIGITS = 9
"""Sections that a key has the number of."""
SPARE = 6
"""From this rank on, the footer names a command only where there is room to spare; nothing is shortened for it."""


def _always(_here: Here) -> bool:
    return True


def _unspoken(_here: Here) -> str:
    return ""


@record
class Command:
    """One thing the visitor can do: its keys, its words, what it does."""

    id: str
    keys: tuple[str, ...]
    """As Textual names them."""
    shown: str
    """The keys as the footer shows them; ``{sections}`` are the digits that open sections."""
    help: str
    group: Group
    run: Callable[[HomeScreen, str], None]
    """Does it; takes the key, "" when it was chosen otherwise."""
    label: Callable[[Here], str] = _unspoken
    """What the footer calls it here; empty to leave it out."""
    brief: str = ""
    """A shorter label, for when the footer has no room for all the long ones; empty for none."""
    works: Callable[[Here], bool] = _always
    """Whether it does something here."""
    offered: Callable[[Here], bool] = _always
    """Whether footer, help and palette speak of it on this site and terminal."""
    directory_help: str = ""
    """What the help says of it among all homepages of a server, where that is something else."""
    typing: bool = False
    """Whether it is for the time while words are being typed."""
    help_keys: str = ""
    """The keys as the help screen shows them; empty for `shown`."""
    rank: int = 5
    """The lower, the later the footer leaves it out for want of room; what the cursor offers comes first with 0."""
    always: bool = False
    """Whether the footer never leaves it out."""
    listed: bool = True
    """Whether the command palette offers it."""

    def called(self, here: Here) -> str:
        """Return what the footer calls it here; empty where it does nothing."""
        if here.typing and not (self.typing or self.always):
            return ""
        if not here.typing and self.typing and not self.keys:
            return ""
        return self.label(here) if self.offered(here) and self.works(here) else ""

    def helped(self, here: Here) -> str:
        """Return what the help says of it here."""
        return (here.directory and self.directory_help) or self.help

    def shown_in(self, here: Here) -> str:
        """Return the keys as the footer shows them."""
        return self.shown.format(sections=_numbers(here.sections))

    def explained_in(self, here: Here) -> str:
        """Return the keys as the help screen shows them."""
        return (self.help_keys or self.shown).format(sections=_numbers(here.sections))


def _numbers(sections: int) -> str:
    """Return the keys that open sections by their number: as many as there are digits."""
    return f"1-{min(sections, MOST_DIGITS)}"
