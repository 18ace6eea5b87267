"""The first frame: one, and whole.

Textual paints an app that starts three to six times in its first 50 ms, before its layout has settled. On a slow line
that is tens of kilobytes of pages that nobody gets to read; and a key that arrives in between may be lost. The first of
those that have been typed by then acts before anything is painted: what it leaves behind need not be drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.control import Control
from textual.screen import Screen
from textual.widget import Widget

from tui_home.tui.background import in_background
from tui_home.tui.queues import gone_through

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui_home.model.site import Site
    from tui_home.tui.app import HomepageApp

_ROUNDS = 2
"""How often all queues are gone through: widgets learn their sizes, and tell the screen what that changes."""


class Opening:
    """Holds back what one app paints, and what is typed, until its layout has settled.

    Args of the constructor:
        app: Whose.
        painted: Called once, when the page has been shown for the first time.
        later: Further readings of what is shown; begun when the page has been shown.
    """

    def __init__(self, app: HomepageApp, painted: Callable[[], None] | None, later: Iterator[Site] | None) -> None:
        self._app = app
        self._painted = painted
        self._later = later
        self.is_over = False
        """Whether what is painted may be seen."""
        self.paints_all = False
        """Whether each cell is being painted."""
        self.rehearsed: Callable[[str], None] | None = None
        """Called with the frame that the next visit will begin with, where this one began with less."""
        self._moving = False

    def begin(self) -> None:
        """Wait, beside everything else, for what the first layout leads to."""
        in_background(self._app, self._open, group="opening")

    @property
    def shows(self) -> bool:
        """Whether anything is painted now."""
        return self.is_over and not self._moving

    async def again(self, screen: Screen[None]) -> None:
        """Show another screen in place of this one, in one frame as well."""
        app, before = self._app, self._app.screen
        self._moving = True
        try:
            if not before._result_callbacks:
                # Textual gives the first screen none, and takes it away from every one that another takes the place of.
                before._push_result_callback(before, None)
            await app.switch_screen(screen)
            await self._settle()
        finally:
            self._moving = False
        self.repaint()

    async def _open(self) -> None:
        await self._settle()
        self.is_over = True
        begun = self._app.begun
        if begun is not None and begun.covers(self._app):
            self._pass_over()
        else:
            await self._act()
            self.repaint()
        self._app.turns.begin()

    async def _act(self) -> None:
        """Let the first key act, if one has been typed, before anything is seen."""
        if self._app.turns.waits:
            self._moving = True
            try:
                await self._app.turns.take_first()
            finally:
                self._moving = False

    async def _settle(self) -> None:
        app = self._app
        for _ in range(_ROUNDS):
            await gone_through((app, app.screen, *app.screen.children))
        # What has been put off is laid out now: Textual would do it with the next of its sixtieths of a second.
        app.screen._on_timer_update()

    def repaint(self) -> None:
        """Write each cell."""
        app, screen = self._app, self._app.screen
        self.paints_all = True
        try:
            app._display(screen, screen._compositor.render_update(full=True, screen_stack=app._background_screens))
        finally:
            self.paints_all = False

    def _pass_over(self) -> None:
        """Take for painted what the terminal shows already."""
        app, screen = self._app, self._app.screen
        screen._compositor._dirty_regions.clear()
        screen._dirty_widgets.clear()
        for widget in screen.walk_children(Widget, with_self=True):
            widget._exchange_repaint_regions()
        app.post_display_hook()

    def displayed(self) -> None:
        """Say once that there is something to see, and read on."""
        if not self.is_over:
            return
        if self._painted is not None:
            painted, self._painted = self._painted, None
            painted()
        if self._later is not None:
            later, self._later = self._later, None
            in_background(self._app, self._read_on, later, group="reading")

    async def _read_on(self, later: Iterator[Site]) -> None:
        from tui_home.tui.later import each  # noqa: PLC0415 - the page comes first

        navigator = self._app.home.navigator
        if await each(later, navigator.prepare, navigator.replace) and self.rehearsed is not None:
            await self._settle()
            if not self._app.turns.acted:
                self._rehearse(self.rehearsed)

    def _rehearse(self, rehearsed: Callable[[str], None]) -> None:
        """Draw the page as who comes next will see it first: here the bar stays where it stood before all was read."""
        app, screen = self._app, self._app.screen
        with app.home.bar.fitted() as in_place:
            if in_place:
                frame = screen._compositor.render_full_update()
                cursor = screen.outer_size.clamp_offset(app.cursor_position)
                rehearsed(frame.render_segments(app.console) + Control.move_to(*cursor).segment.text)


class OpeningScreen(Screen[None], inherit_bindings=False):
    """A screen that an app may begin with."""

    def update_node_styles(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Style nothing twice: what has just been made has its styles."""
        opening: Opening = self.app.opening  # type: ignore[attr-defined]
        if opening.is_over:
            super().update_node_styles(animate)

    def _compositor_refresh(self) -> None:
        """Paint nothing before the layout has settled; the compositor remembers what it owes."""
        opening: Opening = self.app.opening  # type: ignore[attr-defined]
        if opening.shows:
            super()._compositor_refresh()
