"""What pilots do and read."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import events
from textual.keys import _character_to_key
from textual.worker import WorkerCancelled

from tui_home.tui.app import HomepageApp
from tui_home.tui.queues import gone_through
from tui_home.tui.screens.home import HomeScreen
from tui_home.tui.widgets.page_canvas import PageCanvas

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot
    from textual.screen import Screen

    from tui_home.tui.widgets.chrome import Chrome

SIZE = (80, 24)
_CHARACTERS = {"slash": "/", "space": " ", "colon": ":", "question_mark": "?", "enter": "\r", "escape": "\x1b"}
_FEW, _ROUNDS = 20, 4
"""Turns after which what was done has been told on, and how often something may follow from that."""
_TURNS = 200
"""Of the loop: more than anything takes that waits for no timer."""


async def press(pilot: Pilot[None], *keys: str) -> HomeScreen:
    """Press keys one after the other, each when the last one's work is done; Textual's pilot would wait for longer."""
    app = pilot.app
    assert isinstance(app, HomepageApp)
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        app.post_message(events.Key(name, _CHARACTERS.get(name, key if len(key) == 1 else None)))
        with suppress(WorkerCancelled):  # by a key that leaves
            await gone_through((app,))
            await app.workers.wait_for_complete()
    await settled(pilot)
    return app.home


async def settled(pilot: Pilot[None]) -> None:
    """Wait until all that follows from what was done is done and drawn; Textual's would wait for an idle processor."""
    for _ in range(_ROUNDS):
        for _ in range(_FEW):
            await asyncio.sleep(0)
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        await pilot.pause(0)


async def resized(pilot: Pilot[None], columns: int, lines: int) -> None:
    """Give the terminal another size, and wait until all is drawn in it."""
    await pilot.resize_terminal(columns, lines)
    await settled(pilot)


async def click(pilot: Pilot[None], chrome: Chrome, at: tuple[int, int]) -> None:
    """Click a cell of a part of the homepage."""
    await pilot.click(offset=chrome.region.offset + at)


def top_screen(app: HomepageApp) -> Screen[object]:
    """Return what is shown, by a call whose result the type checker does not remember."""
    return app.screen


def said(home: HomeScreen) -> str:
    return " ".join(home.state.sentences)


def lines(canvas: PageCanvas) -> list[str]:
    return [canvas.render_line(y).text.rstrip() for y in range(canvas.size.height)]


def shown(home: HomeScreen) -> str:
    return "\n".join(lines(home.page_view))


def footer(home: HomeScreen) -> str:
    return home.footer.render_line(0).text.strip()


def bar(home: HomeScreen) -> list[str]:
    return [home.bar.render_line(y).text.rstrip() for y in range(home.bar.size.height)]


async def let_hours_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the loop's clock say that an hour goes by in each of its turns, and everything that is due be done."""
    loop = asyncio.get_running_loop()
    time, passed = loop.time, 0
    monkeypatch.setattr(loop, "time", lambda: time() + passed)
    for _ in range(_TURNS):
        passed += 3600
        await asyncio.sleep(0)
