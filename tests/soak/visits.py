"""Many visits, so many at once, in an order that a seed decides; what became of them is counted."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field

import asyncssh

from tests.soak.caller import Caller, RefusedError
from tests.soak.polite import POLITE
from tests.soak.rude import RUDE

_RUDE = 3
"""Each third visitor is rude."""
_TOLD = 5
"""Complaints that are told at length."""
_LENGTH = 200
"""Characters of each."""
_LONGEST = 120.0
"""Seconds for one visit on a machine with other things to do."""


@dataclass
class Outcome:
    """What became of the visits."""

    served: Counter[str] = field(default_factory=Counter)
    """Polite visits, by kind."""
    endured: Counter[str] = field(default_factory=Counter)
    """Rude ones."""
    refused: Counter[str] = field(default_factory=Counter)
    """Polite visits that were not let in: the server has its reasons, which its log tells; here it should have none."""
    failed: Counter[str] = field(default_factory=Counter)
    """Polite visits that were let in, and not served as they should be."""
    complaints: list[str] = field(default_factory=list)
    """Of polite visitors; and of rude ones that have ended us."""
    complained: int = 0


class Visits:
    """Visits to one server.

    Args:
        port: The server's.
        seed: Decides what each visitor does.
        at_once: So many are there at a time.
        patience: Seconds for which rude ones wait to be sent away.
        name: The homepage that they visit.
    """

    def __init__(self, port: int, seed: int, at_once: int, patience: float, name: str) -> None:
        self.outcome = Outcome()
        self._port, self._seed, self._patience, self._name = port, seed, patience, name
        self._room = asyncio.Semaphore(at_once)
        self._rude = list(RUDE)

    async def make(self, numbers: range) -> None:
        """Have the visits with these numbers made, and wait for the last one."""
        async with asyncio.TaskGroup() as group:
            for number in numbers:
                await self._room.acquire()
                group.create_task(self._one(number))

    async def _one(self, number: int) -> None:
        try:
            chance = random.Random(f"{self._seed} {number}")  # noqa: S311 - the same each time
            caller = Caller(self._port, number, chance, self._patience, self._name)
            async with asyncio.timeout(_LONGEST):
                if number % _RUDE == _RUDE - 1:
                    await self._endure(self._rude[number // _RUDE % len(self._rude)], caller)
                else:
                    await self._serve(caller)
        except TimeoutError:
            self._complain(number, "did not end")
        finally:
            self._room.release()

    async def _serve(self, caller: Caller) -> None:
        [kind] = caller.chance.choices(list(POLITE), [share for share, _ in POLITE.values()])
        try:
            await POLITE[kind][1](caller)
        except RefusedError as error:
            self.outcome.refused[kind] += 1
            self._complain(caller.number, f"{kind}: refused: {error}"[:_LENGTH])
        except (OSError, asyncssh.Error, AssertionError) as error:
            self.outcome.failed[kind] += 1
            self._complain(caller.number, f"{kind}: {type(error).__name__}: {error}"[:_LENGTH])
        else:
            self.outcome.served[kind] += 1

    async def _endure(self, kind: str, caller: Caller) -> None:
        # Sent away, as a rule in the middle of it.
        with suppress(OSError, asyncssh.Error, AssertionError, asyncio.IncompleteReadError):
            await RUDE[kind](caller)
        self.outcome.endured[kind] += 1

    def _complain(self, number: int, what: str) -> None:
        self.outcome.complained += 1
        if len(self.outcome.complaints) < _TOLD:
            self.outcome.complaints.append(f"visit {number}: {what}")
