"""asyncssh's own words, made only where somebody hears them: it has some sixty of them for each visit."""

from __future__ import annotations

import logging
from typing import Any

from asyncssh.logging import SSHLogger


class Quiet(SSHLogger):
    """Of one connection, and of what is in it."""

    def log(self, level: int, msg: object, *args: object, **kwargs: Any) -> None:  # noqa: ANN401 - logging's own
        """Say it if somebody hears it."""
        if self.isEnabledFor(level):
            super().log(level, msg, *args, **kwargs)

    def info(self, msg: object, *args: object, **kwargs: Any) -> None:  # noqa: ANN401 - likewise
        """Say it if somebody hears it."""
        if self.isEnabledFor(logging.INFO):
            super().info(msg, *args, **kwargs)


def untold(*_packet: object) -> None:
    """Say nothing of a packet: asyncssh makes up to three strings of each before it asks whether anybody hears."""
