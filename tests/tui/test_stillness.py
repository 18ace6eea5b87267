"""Nothing moves by itself."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from textual.app import App

from tests.tui.pilots import SIZE, press
from tui_home.tui.app import HomepageApp

if TYPE_CHECKING:
    from textual.timer import Timer

TURNS = 300


def ticking(app: HomepageApp) -> list[Timer]:
    """Return what would wake the program up again and again while nobody does anything."""
    pumps = [app, *app.screen_stack, *app.screen.walk_children()]
    timers: list[Any] = [timer for pump in pumps for timer in pump._timers]
    return [timer for timer in timers if timer._repeat is None and timer._active.is_set()]


@pytest.mark.parametrize("keys", [[], ["slash", "r"], ["question_mark"], ["s"], ["colon"], ["e"], ["colon", "x", "q"]])
async def test_while_nobody_does_anything_nothing_is_drawn(
    app: HomepageApp, keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *keys)
        await pilot.pause(0.3)
        drawn: list[object] = []
        display = App._display

        def counting(self: App[None], screen: object, renderable: object) -> None:
            drawn.extend([] if renderable is None else [renderable])
            display(self, screen, renderable)  # type: ignore[arg-type]

        monkeypatch.setattr(App, "_display", counting)
        for _ in range(TURNS):
            await asyncio.sleep(0)
        assert drawn == []
        assert ticking(app) == []
        await press(pilot, "escape")
        assert drawn or not keys, "a key does draw"
