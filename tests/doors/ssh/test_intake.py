from __future__ import annotations

import asyncio

from tests.doors.ssh.house import Clock, until
from tui_home.doors.ssh.intake import Intake
from tui_home.doors.ssh.limits import Limits
from tui_home.doors.ssh.turns import Turns

LIMITLESS = 2**40


class Paused(asyncio.Transport):
    def __init__(self) -> None:
        super().__init__()
        self.pauses = self.resumed = 0

    def pause_reading(self) -> None:
        self.pauses += 1

    def resume_reading(self) -> None:
        self.resumed += 1

    def is_closing(self) -> bool:
        return False


def intake(limits: Limits) -> tuple[Intake, Clock, Paused]:
    clock, transport = Clock(), Paused()
    return Intake(transport, limits, clock, Turns(LIMITLESS, 1)), clock, transport


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


async def test_who_is_held_is_not_heard_even_when_their_time_has_come() -> None:
    made, _, transport = intake(Limits(rate_in=2**20))
    while not transport.pauses:
        made.take(len(made.buffer()))
    made.hold()
    await until(lambda: not made._waits)
    assert transport.resumed == 0
    made.release()
    assert transport.resumed == 1
    made.stop()


async def test_a_release_does_not_shorten_the_wait() -> None:
    made, _, transport = intake(Limits())
    while not transport.pauses:
        made.take(len(made.buffer()))
    made.hold()
    made.release()
    assert transport.resumed == 0
    made.stop()


async def test_when_all_have_had_enough_one_byte_is_taken_and_one_waits_for_the_next_turn() -> None:
    clock, transport, turns = Clock(), Paused(), Turns(8192, 4096)
    made = Intake(transport, Limits(), clock, turns)
    assert len(made.take(4096) + made.take(4096)) == 8192
    assert (len(made.buffer()), transport.pauses) == (1, 0)
    made.take(1)
    assert (transport.pauses, transport.resumed) == (1, 0)
    await until(lambda: transport.resumed == 1)
    assert len(made.buffer()) == 4096
    made.stop()


async def test_a_key_is_taken_whole_when_others_have_had_enough_for_all() -> None:
    clock, turns = Clock(), Turns(8192, 4096)
    flooding, typing = Paused(), Paused()
    rude, polite = (Intake(each, Limits(), clock, turns) for each in (flooding, typing))
    # Its handshake.
    polite.take(3000)
    clock.now += 1
    await until(lambda: not turns.over)
    for _ in range(3):
        rude.take(len(rude.buffer()))
    for _ in range(2):
        assert len(polite.buffer()) >= 72
        assert len(polite.take(72)) == 72
    assert len(rude.buffer()) == 1
    assert (typing.pauses, flooding.pauses) == (0, 1)
    for made in (rude, polite):
        made.stop()


async def test_whoever_types_more_than_anybody_can_waits_with_the_others() -> None:
    clock, transport, turns = Clock(), Paused(), Turns(8192, 4096)
    made = Intake(transport, Limits(), clock, turns)
    clock.now += 1
    turns.spend(8192)
    taken = 0
    while not transport.pauses:
        taken += len(made.take(min(40, len(made.buffer()))))
    assert taken <= 256 + 1
    clock.now += 1 / 8
    await until(lambda: not made._waits)
    turns.spend(8192)
    assert len(made.buffer()) == 256, "as much again in an eighth of a second"
    made.stop()


async def test_many_who_type_at_once_are_no_flood_together() -> None:
    clock, turns, taken = Clock(), Turns(8192, 4096), 0
    made_all = [Intake(Paused(), Limits(), clock, turns) for _ in range(100)]
    clock.now += 1
    turns.spend(8192)
    for made in made_all:
        taken += len(made.take(len(made.buffer())))
        made.stop()
    assert taken <= 4096 + 100


async def test_a_flood_of_those_who_have_just_come_takes_no_place_of_those_who_type() -> None:
    clock, turns, transport = Clock(), Turns(8192, 4096), Paused()
    polite = Intake(transport, Limits(), clock, turns)
    clock.now += 1
    comers = [Intake(Paused(), Limits(), clock, turns) for _ in range(100)]
    for each in comers:
        each.take(len(each.buffer()))
    assert len(polite.buffer()) >= 72
    polite.take(72)
    assert transport.pauses == 0
    for each in (polite, *comers):
        each.stop()


async def test_a_key_for_which_nothing_is_left_does_not_wait_behind_a_flood() -> None:
    clock, turns, rude, polite = Clock(), Turns(8192, 4096), list[Paused](), Paused()
    typing = Intake(polite, Limits(), clock, turns)
    clock.now += 1
    # Together, those who type and those who flood have had all of this turn.
    turns.spend(8192)
    turns.spend(4096, typed=True)
    made = [typing]
    for _ in range(50):
        rude.append(Paused())
        made.append(Intake(rude[-1], Limits(), clock, turns))
        made[-1].take(len(made[-1].buffer()))
    typing.take(len(typing.buffer()))
    assert polite.pauses == 1
    await asyncio.sleep(0)
    assert (polite.resumed, sum(each.resumed for each in rude)) == (1, 2)
    for each in made:
        each.stop()


async def test_nobody_goes_on_who_has_gone() -> None:
    clock, transport, turns = Clock(), Paused(), Turns(1, 4096)
    made = Intake(transport, Limits(), clock, turns)
    made.take(2)
    made.take(1)
    made.stop()
    await until(lambda: not made._waits)
    assert transport.resumed == 0
