"""Runs the server's event loop to its end, whatever one visitor's part of it asks for."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from tui_home.doors.ssh.fair import FairLoop

T = TypeVar("T")
_HAND_OVER = 0.0005
"""Seconds for which a thread that computes keeps the interpreter when the loop wants it; Python's own are 0.005."""


def run_to_the_end(work: Coroutine[Any, Any, T], failed: Callable[[BaseException], None]) -> T:
    """Return what `work` gives.

    A SystemExit in any task or callback leaves `run_forever`, and would end the server for all: here it is told to
    `failed`, and the loop goes on.
    """
    with handing_over_soon(), asyncio.Runner(loop_factory=FairLoop) as runner:
        loop = runner.get_loop()
        task = loop.create_task(work)
        while True:
            try:
                return loop.run_until_complete(task)
            except SystemExit as error:
                if task.done():
                    raise
                failed(error)


@contextmanager
def handing_over_soon() -> Iterator[None]:
    """Let the loop go on soon whenever it wakes while something is laid out beside it: a key wakes it several times."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_HAND_OVER)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
