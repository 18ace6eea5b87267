"""Runs the server's event loop to its end, whatever one visitor's part of it asks for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from tui_home.doors.ssh.fair import FairLoop

T = TypeVar("T")


def run_to_the_end(work: Coroutine[Any, Any, T], failed: Callable[[BaseException], None]) -> T:
    """Return what `work` gives.

    A SystemExit in any task or callback leaves `run_forever`, and would end the server for all: here it is told to
    `failed`, and the loop goes on.
    """
    with asyncio.Runner(loop_factory=FairLoop) as runner:
        loop = runner.get_loop()
        task = loop.create_task(work)
        while True:
            try:
                return loop.run_until_complete(task)
            except SystemExit as error:
                if task.done():
                    raise
                failed(error)
