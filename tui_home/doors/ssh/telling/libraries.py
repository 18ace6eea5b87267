"""What asyncssh and asyncio say of themselves, taken from the standard library's logging."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_NAMES = ("asyncssh", "asyncio")


@contextmanager
def heard_by(heed: Callable[[logging.LogRecord], None]) -> Iterator[None]:
    """Have `heed` called with each warning, and nobody else.

    Below WARNING asyncssh logs raw what clients send: that is never even made.
    """
    handler = _Handler(heed)
    before = [(found := logging.getLogger(name), found.level, found.propagate) for name in _NAMES]
    for logger, _, _ in before:
        logger.addHandler(handler)
        logger.setLevel(logging.WARNING)
        logger.propagate = False
    try:
        yield
    finally:
        for logger, level, propagate in before:
            logger.removeHandler(handler)
            logger.setLevel(level)
            logger.propagate = propagate


class _Handler(logging.Handler):
    """Passes on what a library says."""

    def __init__(self, heed: Callable[[logging.LogRecord], None]) -> None:
        super().__init__(logging.WARNING)
        self._heed = heed

    def emit(self, record: logging.LogRecord) -> None:
        self._heed(record)
