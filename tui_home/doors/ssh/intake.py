"""How bytes are taken from one connection: in slices, at a rate, and not for ever.

The socket is never asked for more than may be taken, so that what a client sends too fast waits in its own machine.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.rates import Allowance
from tui_home.doors.ssh.turns import TYPED, Turns

_TYPED_RATE = 2048
"""Bytes a second of it: a key that is held down."""


class Intake:
    """One connection's; for a BufferedProtocol, whose `get_buffer` and `buffer_updated` it serves.

    Args:
        transport: Whose reading is paused when it has been enough for now.
        limits: How much is enough.
        clock: Seconds of any steady clock.
        turns: What all connections share.
    """

    def __init__(self, transport: asyncio.Transport, limits: Limits, clock: Callable[[], float], turns: Turns) -> None:
        self.received = 0
        """Bytes that have come in."""
        self._transport = transport
        self._limits = limits
        self._clock = clock
        self._allowed = Allowance(limits.burst_in, limits.rate_in, clock())
        self._typed = Allowance(TYPED, _TYPED_RATE, clock())
        # Whoever has just come has typed nothing: a flood of them would use up the measure of those who have.
        self._typed.take(TYPED, clock())
        self._buffer = memoryview(bytearray(limits.max_slice))
        self._slice = min(limits.max_slice, limits.rate_in, limits.burst_in)
        self._turns = turns
        self._waits = self._held = self._stopped = False

    @property
    def too_much(self) -> bool:
        """Whether more has come than one connection may send."""
        return self.received > self._limits.max_in

    def buffer(self) -> memoryview:
        """Return where the next slice goes: no larger than what may be taken now.

        The loop has found the socket readable, and wants to read something: when nothing may be taken, one byte.
        """
        most = min(len(self._buffer), int(self._allowed.left))
        if self._turns.over:
            self._typed.has(0, self._clock())
            most = min(most, int(self._typed.left), self._turns.typed)
        return self._buffer[: max(1, most)]

    def take(self, size: int) -> bytes:
        """Return the slice that has come, and pause when it was enough for now."""
        now = self._clock()
        self.received += size
        self._allowed.take(size, now)
        types = self._typed.has(size, now)
        typed = types and self._turns.typed >= size
        # No debts: what the handshake took is nobody's typing.
        self._typed.take(min(size, self._typed.left), now)
        over = self._turns.over and not typed
        self._turns.spend(size, typed=typed)
        wait = self._allowed.wait(self._slice, now)
        if (wait or over) and not self._waits:
            self._waits = True
            self._transport.pause_reading()
            if wait:
                asyncio.get_running_loop().call_later(wait, self._go_on)
            else:
                self._turns.wait(self._go_on, typed=types)
        return bytes(self._buffer[:size])

    def hold(self) -> None:
        """Take nothing for now: who does not take our answers has nothing more to ask."""
        self._held = True
        self._transport.pause_reading()

    def release(self) -> None:
        """Go on."""
        self._held = False
        if not self._waits:
            self._transport.resume_reading()

    def stop(self) -> None:
        """Take nothing any more."""
        self._stopped = True
        self._buffer = memoryview(b"")

    def _go_on(self) -> None:
        self._waits = False
        if not self._held and not self._stopped:
            self._transport.resume_reading()
