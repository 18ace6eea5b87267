"""Ready screens: the first screen of a visit, drawn once and kept for all who see the same; no I/O.

What is in one depends on what is shown, on the terminal's size and on a Look from our short list: on nothing that one
visitor has sent, and on nobody's name.
"""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Hashable
from typing import NamedTuple

from tui_home.doors.ssh.environment import Size
from tui_home.model.look import Look

_MOST_BYTES = 2 << 20
"""Two hundred and fifty screens of the usual size, or five of the largest."""


class Kind(NamedTuple):
    """What decides each cell of a first screen."""

    what: Hashable
    """The revision of a Site; or what all homepages of a server are made of."""
    section: str
    """The id of the one to begin with; empty for the first."""
    among: bool
    """Whether there are other homepages to go to."""
    size: Size
    look: Look
    dim: bool
    """Whether the terminal has faint text that can be read, whatever the Look."""


class ReadyScreen(NamedTuple):
    """One first screen."""

    frame: str
    """Writes each cell, and puts the cursor in its place."""
    window: str
    """What the window is called."""
    sections: tuple[str, ...]
    """The ids of what is seen of it."""

    @property
    def bytes(self) -> int:
        """How much it takes, about."""
        return sys.getsizeof(self.frame)


class ReadyScreens:
    """Those of one server: the ones that were wanted last.

    Args:
        max_bytes: How much they may take together.
    """

    def __init__(self, max_bytes: int = _MOST_BYTES) -> None:
        self._max_bytes = max_bytes
        self._kept: OrderedDict[Kind, ReadyScreen] = OrderedDict()
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, kind: Kind) -> bool:
        return kind in self._kept

    def find(self, kind: Kind) -> ReadyScreen | None:
        """Return the screen of this kind, if there is one."""
        screen = self._kept.get(kind)
        if screen is not None:
            self._kept.move_to_end(kind)
        return screen

    def keep(self, kind: Kind, screen: ReadyScreen) -> None:
        """Keep `screen`, and let those go that nobody has wanted for longest."""
        before = self._kept.pop(kind, None)
        self.bytes += screen.bytes - (before.bytes if before else 0)
        self._kept[kind] = screen
        while self.bytes > self._max_bytes:
            _, gone = self._kept.popitem(last=False)
            self.bytes -= gone.bytes
