"""One at a time: of those who wait, whoever has used least lately is next."""

from __future__ import annotations

import asyncio
import math
from typing import TYPE_CHECKING

from tui_home.doors.ssh.share import share_in

if TYPE_CHECKING:
    from tui_home.doors.ssh.share import Share


class OneByOne:
    """Whose turn it is: whoever wants much done keeps others waiting for the one thing that is under way."""

    def __init__(self) -> None:
        self._busy = False
        self._waiting: dict[asyncio.Future[None], Share | None] = {}

    async def begin(self) -> None:
        """Wait for the caller's turn."""
        if not self._busy:
            self._busy = True
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting[turn] = share_in()
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():
                self.end()
            raise
        finally:
            self._waiting.pop(turn, None)

    def end(self) -> None:
        """Let whoever is next have their turn."""
        waiting = [turn for turn in self._waiting if not turn.done()]
        self._busy = bool(waiting)
        if waiting:
            min(waiting, key=self._rank).set_result(None)

    def _rank(self, turn: asyncio.Future[None]) -> float:
        share = self._waiting[turn]
        # The server's own is first.
        return -math.inf if share is None else share.rank
