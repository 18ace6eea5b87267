"""A visitor's place while there is no app for them: all that a later one needs to show each cell as it was.

Most of it is the Reader's anyway; here is what else an app knows and nobody told it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.geometry import Region, Size

    from tui_home.model.look import Look
    from tui_home.tui.app import HomepageApp
    from tui_home.tui.command import Here
    from tui_home.tui.history import Location
    from tui_home.tui.lobby import Lobby
    from tui_home.tui.reader import Reader
    from tui_home.tui.screens.home import HomeScreen
    from tui_home.tui.strips import Strips
    from tui_home.tui.window import Window


class Sight(NamedTuple):
    """What decides each cell of a homepage that is read."""

    size: Size
    look: Look
    revision: str
    location: Location
    scroll: int
    cursor: int | None
    match: int | None
    found: int
    said: tuple[str, ...]
    here: Here
    progress: str
    room_for_count: int
    regions: tuple[Region, ...]
    """Where its parts stand."""


def sight_of(home: HomeScreen) -> Sight:
    """Return what is seen of `home` now, laid out."""
    view, reader = home.page_view, home.reader
    return Sight(
        home.app.size,
        home.look,
        reader.site.revision,
        reader.location,
        view.scroll_offset.y,
        view.cursor,
        view.match,
        len(view.matches),
        home.state.sentences,
        home.here,
        view.progress,
        home.bar.room_for_count,
        tuple(child.region for child in home.children) + tuple(chrome.region for chrome in (*home.above, *home.below)),
    )


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """One visitor's."""

    reader: Reader
    """What they read, and where they are in each part of it."""
    strips: Strips
    lobby: Lobby | None
    seen: tuple[str, ...]
    """The ids of the sections that have been shown."""
    said: tuple[str, ...]
    """What is said until the next command."""
    looked_for: str
    """The words that a find has found; empty for none."""
    window: Window
    sight: Sight

    def take_up(self, home: HomeScreen) -> None:
        """Show it, on a screen whose parts are there."""
        home.bar.room_for_count = max(home.bar.room_for_count, self.sight.room_for_count)
        if not home.is_directory:
            # A Directory is always shown as it was left.
            home.finder.go_on(self.looked_for)
            home.navigator.present(then=partial(home.finder.again, self.sight.match))
        if self.said:
            home.say(*self.said)

    def is_seen_in(self, app: HomepageApp) -> bool:
        """Tell whether `app` would paint what was there."""
        return app.home.is_on_top and sight_of(app.home) == self.sight


def keep_place(app: HomepageApp) -> KeptPlace | None:
    """Return the place of who only reads; None while they, or we, are in the middle of something."""
    goes = app.failure or app._exit or not app.is_running
    if goes or not app.is_painted or _is_busy(app) or _is_elsewhere(app):
        return None
    home = app.home
    home.navigator.leave_bookmark()
    looked_for = home.finder.looked_for
    return KeptPlace(app.reader, app.strips, app.lobby, app.seen, home.said, looked_for, app.window, sight_of(home))


def _is_elsewhere(app: HomepageApp) -> bool:
    """Tell whether there is more than a homepage to be seen: help, a line to type in, a selection, a tried theme."""
    home = app.home
    read = app.screen is home and home.focused is None and not home.finder.typing
    return not read or bool(home.selections) or home._selecting or app.theme != app.chosen_theme


def _is_busy(app: HomepageApp) -> bool:
    """Tell whether anything is being done, or has yet to be painted."""
    home = app.home
    if app.turns.busy or any(not worker.is_finished for worker in app.workers):
        return True
    if any(pump.message_queue_size for pump in (app, home, *home.children)):
        return True
    dialogue = app.visitor.dialogue
    if dialogue is not None and dialogue.capabilities != app.visitor.capabilities:
        return True
    return bool(home._dirty_widgets or home._callbacks or home._layout_required or home._scroll_required)
