"""Runs one of many apps on the server's event loop.

With `driver`, this is where Textual's privates are used: what `App.run_async` (8.2) does, without what is meant for one
app that has the process to itself.
"""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from textual._styles_cache import StylesCache
from textual.strip import Strip

from tui_home.doors.ssh.screen.dismantling import remember
from tui_home.doors.ssh.service import contained

if TYPE_CHECKING:
    from tui_home.doors.ssh.environment import Size
    from tui_home.tui.app import HomepageApp


_PATIENCE = 5.0
"""Seconds in which an app shuts down when nobody wants to wait for it any more."""


async def run(app: HomepageApp, size: Size) -> None:
    """Run `app` until it is left.

    `run_async` would give the loop, and with it all connections, eager tasks (Python 3.12), and heed TEXTUAL_PRESS.
    """
    # An app puts these in place of the process's streams while it runs, and puts back what it found: with several at
    # once, somebody else's. The streams themselves in their own place change nothing.
    app._capture_stdout = sys.stdout  # type: ignore[assignment]
    app._capture_stderr = sys.stderr  # type: ignore[assignment]
    app._thread_init()  # type: ignore[no-untyped-call]
    app._loop = asyncio.get_running_loop()
    remember(app)
    try:
        await app.ahead.first(size.columns)
        if app._exit:
            return
        with app._context():
            try:
                await app._process_messages(terminal_size=(size.columns, size.rows))
            finally:
                await _shut_down(app)
    finally:
        app._loop = None
        app._thread_id = 0
        # A cache of a method keeps those whose method it is, here of a thousand widgets the lines that they last drew:
        # 40 MiB. The other keeps 16,384 styles, each with its place on some page: 8 MiB. What they remember is made
        # again in microseconds.
        StylesCache.get_inner_outer.cache_clear()
        Strip.render_ansi.cache_clear()


async def _shut_down(app: HomepageApp) -> None:
    """Shut `app` down, also when this is cancelled meanwhile: nothing of it may run when it is taken to pieces."""
    task = asyncio.get_running_loop().create_task(contained(app._shutdown()))
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait((task,), timeout=_PATIENCE)
        task.cancel()
        await asyncio.wait((task,))
        raise
