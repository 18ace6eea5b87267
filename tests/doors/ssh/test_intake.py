from __future__ import annotations

import asyncio

from tests.doors.ssh.house import Clock
from tui_home.doors.ssh.intake import Intake
from tui_home.doors.ssh.limits import Limits


class Paused(asyncio.Transport):
    def __init__(self) -> None:
        super().__init__()
        self.pauses = 0

    def pause_reading(self) -> None:
        self.pauses += 1

    def resume_reading(self) -> None:
        pass

    def is_closing(self) -> bool:
        return False


def intake(limits: Limits) -> tuple[Intake, Clock, Paused]:
    clock, transport = Clock(), Paused()
    return Intake(transport, limits, clock), clock, transport


async def test_slices_are_small_and_what_was_read_is_what_came() -> None:
    made, _, transport = intake(Limits())
    assert len(made.buffer()) == 4096
    made.buffer()[:5] = b"hello"
    assert made.take(5) == b"hello"
    assert (made.received, transport.pauses) == (5, 0)
    made.stop()


async def test_after_256_kib_reading_pauses_and_goes_on_at_32_kib_a_second() -> None:
    made, clock, transport = intake(Limits())
    taken = 0
    while not transport.pauses:
        taken += len(made.take(len(made.buffer())))
    assert 2**18 - 4096 <= taken <= 2**18
    for _ in range(64):
        clock.now += 1 / 8
        taken += len(made.take(len(made.buffer())))
    assert taken <= 2**18 + 8 * 2**15
    made.stop()


async def test_a_connection_sends_16_mib_in_all() -> None:
    made, clock, _ = intake(Limits())
    while made.received < 2**24:
        clock.now += 1
        made.take(4096)
        assert made.too_much is False
    made.take(1)
    assert made.too_much is True
    made.stop()


async def test_even_the_slowest_rate_takes_something() -> None:
    made, _, transport = intake(Limits(rate_in=1024, burst_in=16 * 1024))
    while not transport.pauses:
        made.take(len(made.buffer()))
    assert 1 <= len(made.buffer()) <= 1024
    made.stop()
