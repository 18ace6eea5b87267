"""Finding words in the section that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_home.tui.screens.home import HomeScreen


def begin(home: HomeScreen, _key: str = "") -> None:
    """Ask for the words to find."""
    home.finder.begin()


def step(home: HomeScreen, key: str) -> None:
    """Go to the next (`n`) or previous (`N`) match."""
    home.finder.step(-1 if key == "N" else 1)
