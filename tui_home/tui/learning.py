"""What is learnt of the terminal while the homepage is shown: once, and when nothing else is going on."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

from tui_home.tui.background import in_background

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui_home.terminal.capabilities import Capabilities
    from tui_home.tui.app import HomepageApp

_MOMENT = 0.01
"""Seconds after which one looks again whether anything is being handled."""


class Learning:
    """Lets one app follow its visitor's terminal."""

    def __init__(self, app: HomepageApp) -> None:
        self._app = app
        self._learnt: Capabilities | None = None

    def catch_up(self) -> None:
        """Heed what has been answered before anything is shown."""
        dialogue = self._app.visitor.dialogue
        if dialogue is not None:
            self._app.take(dialogue.capabilities)
            self._app.take_chosen_theme()

    def learn(self, capabilities: Capabilities) -> None:
        """Heed what has been answered since; what makes a difference that is seen, when all answers are there."""
        self._learnt = capabilities
        app = self._app
        if not app.is_painted or not app.looks_otherwise(capabilities):
            self._heed()
        else:
            self.go_on()

    def go_on(self) -> None:
        """Heed what makes a difference, when all answers are there and nothing else is going on."""
        if self._learnt is not None and self._learnt.settled:
            in_background(self._app, self._heed_when_idle, group="learning", exclusive=True)

    async def _heed_when_idle(self) -> None:
        """Wait until no key is being handled: nobody's page changes under their fingers."""
        from tui_home.tui.screens.mouse_free import MouseFreeScreen  # noqa: PLC0415 - not before the first frame

        if isinstance(self._app.screen, MouseFreeScreen):
            # What is painted over is not selected any more; it goes on when that screen is left.
            return
        while self._is_busy:  # noqa: ASYNC110 - queues do not tell when they have become empty
            await asyncio.sleep(_MOMENT)
        self._heed()

    @property
    def _is_busy(self) -> bool:
        app = self._app
        pumps = {app, app.screen, app.screen.focused or app.screen}
        return app.turns.busy or any(pump.message_queue_size for pump in pumps)

    def _heed(self) -> None:
        app, learnt, self._learnt = self._app, self._learnt, None
        if learnt is None:
            return
        otherwise, chosen = app.looks_otherwise(learnt), app.chosen_theme
        app.take(learnt)
        if app.theme == chosen != app.chosen_theme:
            # Other themes fit other depths; this draws everything, too.
            app.theme = app.chosen_theme
        elif otherwise:
            app.ahead.before(partial(_show_look, app))


def _show_look(app: HomepageApp) -> None:
    """Draw all that is shown in the Look that the app now has; lines and cursor stay where they are."""
    with app.batch_update():
        for screen in app.screen_stack:
            _show_look_of(screen, app)


def _show_look_of(screen: Screen[Any], app: HomepageApp) -> None:
    if screen is app.home:
        app.home.show_look()
        return
    from tui_home.tui.widgets.chrome_line import ChromeLine  # noqa: PLC0415 - the homepage has none

    for line in screen.query(ChromeLine):
        line.chrome.show_look(app.look)
    lay_out = getattr(screen, "on_resize", None)
    if lay_out is not None:
        lay_out()
