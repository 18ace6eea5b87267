"""What a visitor's terminal shows before there is an app for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_home.tui.app import HomepageApp
    from tui_home.tui.kept_place import KeptPlace


class Begun(NamedTuple):
    """What whoever has taken the terminal has done for the app; they give the window its old title back, too."""

    window: str
    """The window's title; empty where it has none of ours yet."""
    covers: Callable[[HomepageApp], bool]
    """Tells whether each cell is already as the app would paint it now."""
    place: KeptPlace | None = None
    """Where the visitor is; None at the beginning."""
