from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from textual.app import App

from tui_home.doors.ssh.environment import Size
from tui_home.doors.ssh.screen import running

if TYPE_CHECKING:
    from tui_home.tui.app import HomepageApp


class Slow(App[None]):
    """Runs until it is cancelled, and takes its time to shut down."""

    def __init__(self) -> None:
        super().__init__()
        self.shutting_down, self.may_end = asyncio.Event(), asyncio.Event()
        self.is_shut_down = False
        self.ahead = SimpleNamespace(first=self._lay_out)

    async def _lay_out(self, _columns: int) -> None:
        """Have nothing to lay out."""

    async def _process_messages(self, *_: object, **__: object) -> None:
        await asyncio.Event().wait()

    async def _shutdown(self) -> None:
        self.shutting_down.set()
        await self.may_end.wait()
        self.is_shut_down = True


def begun(app: Slow) -> asyncio.Task[None]:
    return asyncio.create_task(running.run(cast("HomepageApp", app), Size(80, 24)))


async def test_an_app_that_is_cancelled_twice_is_shut_down_before_anybody_takes_it_to_pieces() -> None:
    app = Slow()
    task = begun(app)
    await asyncio.sleep(0)
    task.cancel()
    await app.shutting_down.wait()
    task.cancel()
    for _ in range(10):
        await asyncio.sleep(0)
    assert not task.done()
    app.may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert app.is_shut_down


async def test_an_app_that_never_shuts_down_is_not_waited_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "_PATIENCE", 0.0)
    app = Slow()
    task = begun(app)
    await asyncio.sleep(0)
    task.cancel()
    await app.shutting_down.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not app.is_shut_down
    assert asyncio.all_tasks() == {asyncio.current_task()}
