"""What a visitor takes along: everything that was copied or opened in one visit."""

from __future__ import annotations

from tui_home.terminal.clipboard import Copied
from tui_home.terminal.opener import Opened


class Receipt:
    """Remembers, in order and each thing once, what was copied and opened."""

    def __init__(self) -> None:
        """Begin an empty receipt."""
        self._things: dict[tuple[str, str], Copied | Opened] = {}

    @property
    def things(self) -> tuple[Copied | Opened, ...]:
        """Everything so far, in the order of its first time; how it went is that of its last."""
        return tuple(self._things.values())

    def record(self, thing: Copied | Opened) -> None:
        """Remember `thing`; what could not be opened because it is no URL is not worth remembering."""
        if isinstance(thing, Copied):
            self._things["copied", thing.text] = thing
        elif thing.url:
            self._things["opened", thing.url] = thing
