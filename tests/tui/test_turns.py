"""Keys typed ahead, as they arrive at once over a slow line."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import events
from textual.keys import _character_to_key

from tests.tui.pilots import SIZE, let_hours_pass, said, settled, top_screen
from tui_home.tui.app import HomepageApp
from tui_home.tui.screens.help import HelpScreen
from tui_home.tui.turns import MOST_WAITING

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot


def type_at_once(app: HomepageApp, text: str) -> None:
    for character in text:
        key = "enter" if character == "\r" else "escape" if character == "\x1b" else _character_to_key(character)
        app.post_message(events.Key(key, character))


async def all_done(pilot: Pilot[None], app: HomepageApp, text: str) -> None:
    """Type `text` at once, and wait until nothing of it waits any more."""
    type_at_once(app, text)
    await settled(pilot)
    while app.turns.busy or app.turns.waits:
        await settled(pilot)


async def test_what_follows_the_slash_is_looked_for_and_does_nothing_else(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await all_done(pilot, app, "/each\r")
        assert said(app.home).startswith("“each”")
        assert not app.visitor.receipt.things, "e and c copied nothing"


async def test_twenty_keys_at_once_all_take_effect(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await all_done(pilot, app, "3?\x1b/flood\r4l1l?jj\x1b22")
        assert top_screen(app) is app.home
        assert app.reader.section.id == "news"


async def test_the_palette_takes_what_is_typed_for_it(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        type_at_once(app, ":go to contact")
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert top_screen(app) is app.home
        assert app.reader.section.id == "contact"


async def test_a_flood_of_keys_is_cut_off(app: HomepageApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        while not app.is_painted or app.turns.busy:
            await pilot.pause()
        await all_done(pilot, app, "?" * (10 * MOST_WAITING))
        assert isinstance(top_screen(app), HelpScreen), "an odd number of them: the first, and those that waited"


async def test_keys_wait_for_what_the_last_one_began_however_slow_the_machine_is(
    app: HomepageApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SIZE):
        await app.workers.wait_for_complete()
        free = asyncio.Event()
        app.home.call_later(free.wait)
        type_at_once(app, "/each\r")
        await let_hours_pass(monkeypatch)
        free.set()
        await app.workers.wait_for_complete()
        assert said(app.home).startswith("“each”")
