"""One spare app: started and laid out for one kind of screen, and painted nowhere."""

from __future__ import annotations

import asyncio
from contextvars import Context
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tui_home.doors.ssh.screen.drawing import Nowhere
from tui_home.doors.ssh.screen.running import run
from tui_home.doors.ssh.service import contained
from tui_home.doors.ssh.share import share_in
from tui_home.doors.ssh.telling.visitors import nobody
from tui_home.tui.begun import Begun

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_home.doors.ssh.screen.first import First, Sort
    from tui_home.doors.ssh.share import Share
    from tui_home.terminal.capabilities import Capabilities
    from tui_home.tui.app import HomepageApp

_MOMENT = 0.01
"""Seconds after which it is looked again whether one has come to rest."""


@dataclass(eq=False, slots=True)
class Spare:
    """An app that has been nobody's: it learns whose it is when it has been taken (`HomepageApp.attend`)."""

    sort: Sort
    app: HomepageApp
    task: asyncio.Task[None]
    """Runs it."""
    share: Share | None
    """Of the loop's time: the least, as long as nobody has it."""
    is_ours: bool = True
    """Whether nobody has it."""

    def take(self) -> None:
        """Make it the caller's, and have it billed to them."""
        self.is_ours = False
        if self.share is not None:
            self.share.join(share_in())


async def made(
    sort: Sort, first: First, able: Capabilities, over: Callable[[Spare, asyncio.Task[None]], None]
) -> Spare | None:
    """Return a spare that has come to rest; None where it has ended instead.

    Args:
        sort: Of the screen it is for.
        first: What is shown there.
        able: What a terminal can do on which it looks so.
        over: Called when it has ended, whosoever it is.
    """
    shown = asyncio.Event()
    # Whoever comes says what their terminal can do beside what is seen.
    app = first.app(nobody(able), Nowhere, shown.set, Begun("", lambda _: True))
    spare = Spare(sort, app, asyncio.ensure_future(contained(run(app, sort.kind.size))), share_in())
    spare.task.add_done_callback(partial(over, spare), context=Context())
    told = asyncio.ensure_future(shown.wait())
    try:
        await asyncio.wait((spare.task, told), return_when=asyncio.FIRST_COMPLETED)
        while not spare.task.done() and app.turns.busy:  # noqa: ASYNC110 - they do not tell
            await asyncio.sleep(_MOMENT)
    except asyncio.CancelledError:
        app.exit()
        raise
    finally:
        told.cancel()
    return None if spare.task.done() else spare
