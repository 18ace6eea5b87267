"""One person's visit."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from tui_home.terminal.capabilities import Capabilities, capabilities
from tui_home.terminal.environment import Environment

if TYPE_CHECKING:
    from tui_home.terminal.clipboard import Clipboard
    from tui_home.terminal.dialogue import Dialogue
    from tui_home.terminal.opener import Opener
    from tui_home.terminal.preferences import Preferences
    from tui_home.terminal.receipt import Receipt


class Visitor:
    """What a visitor's terminal can do, and the means of copying, opening and remembering for them.

    The means are made, and imported, when they are first used: whoever only has a section printed uses none.

    Args:
        able: What the terminal can do, as far as is known.
        clipboard: Where they copy to; by default what `able` allows.
        opener: What opens links; by default what `able` allows.
        preferences: What is remembered from one visit to the next; by default nothing.
        write: Sends escape codes to the terminal, for a `clipboard` of our making.
        dialogue: What asks the terminal for more; none where nobody can answer.
    """

    def __init__(
        self,
        able: Capabilities,
        clipboard: Clipboard | None = None,
        opener: Opener | None = None,
        preferences: Preferences | None = None,
        *,
        write: Callable[[str], None] | None = None,
        dialogue: Dialogue | None = None,
    ) -> None:
        self._capabilities = able
        self._clipboard = clipboard
        self._opener = opener
        self._preferences = preferences
        self._write = write
        self.dialogue = dialogue

    @classmethod
    def of(
        cls,
        environment: Environment,
        preferences: Preferences | None = None,
        *,
        write: Callable[[str], None] | None = None,
    ) -> Visitor:
        """Return the visitor whose terminal `environment` describes; without preferences nothing is kept."""
        return cls(capabilities(environment), preferences=preferences, write=write)

    @property
    def capabilities(self) -> Capabilities:
        """What the terminal can do, as far as is known now; the means go by it, too."""
        return self._capabilities

    @capabilities.setter
    def capabilities(self, able: Capabilities) -> None:
        self._capabilities = able
        # What has not been used yet is not made for this; what was given is there.
        for means in (self.__dict__.get("clipboard", self._clipboard), self.__dict__.get("opener", self._opener)):
            if means is not None:
                means.capabilities = able

    def connect(self, write: Callable[[str], None] | None) -> None:
        """Send escape codes by `write` from now on; None to send none any more."""
        self._write = write
        clipboard = self.__dict__.get("clipboard", self._clipboard)
        if clipboard is not None:
            clipboard.write = write

    @cached_property
    def clipboard(self) -> Clipboard:
        """Where they copy to."""
        from tui_home.terminal.clipboard import Clipboard  # noqa: PLC0415 - see above

        return self._clipboard or Clipboard(self.capabilities, self._write)

    @cached_property
    def opener(self) -> Opener:
        """What opens links."""
        from tui_home.terminal.opener import Opener  # noqa: PLC0415 - see above

        return self._opener or Opener(self.capabilities)

    @cached_property
    def preferences(self) -> Preferences:
        """What they chose, now and on earlier visits."""
        from tui_home.terminal.preferences import Preferences  # noqa: PLC0415 - see above

        return self._preferences or Preferences()

    @cached_property
    def receipt(self) -> Receipt:
        """What they copied and opened on this visit."""
        from tui_home.terminal.receipt import Receipt  # noqa: PLC0415 - see above

        return Receipt()
