from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Callable

import pytest

from tui_home.doors.ssh.fair import FairLoop
from tui_home.doors.ssh.share import own_context
from tui_home.doors.ssh.starting.loop import run_to_the_end


class Clock:
    """Goes by only when somebody works."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def run(clock: Clock) -> Callable[[Callable[[], object]], None]:
    """Return what runs a loop until `what` and all that it began are done."""

    def run(what: Callable[[], object]) -> None:
        async def work() -> None:
            what()
            rest = asyncio.all_tasks() - {asyncio.current_task()}
            await asyncio.gather(*rest)

        with asyncio.Runner(loop_factory=lambda: FairLoop(clock, clock)) as runner:
            runner.run(work())

    return run


def test_visits_take_turns_and_each_does_its_own_things_in_order(
    run: Callable[[Callable[[], object]], None], clock: Clock
) -> None:
    done: list[str] = []

    async def visit(name: str) -> None:
        for step in range(3):
            clock.now += 1
            done.append(f"{name}{step}")
            await asyncio.sleep(0)

    def begin() -> None:
        for name in "ab":
            asyncio.get_running_loop().create_task(visit(name), context=own_context(0))

    run(begin)
    assert done == ["a0", "b0", "a1", "b1", "a2", "b2"]


def test_whoever_has_used_least_comes_first(run: Callable[[Callable[[], object]], None], clock: Clock) -> None:
    done: list[str] = []
    polite = own_context(0)

    def flood(name: str, steps: int) -> None:
        clock.now += 0.04
        done.append(name)
        if steps:
            asyncio.get_running_loop().call_soon(flood, name, steps - 1)

    async def comes_later() -> None:
        while done.count("c") < 3:  # noqa: ASYNC110 - whatever has happened by then
            await asyncio.sleep(0)
        asyncio.get_running_loop().call_soon(done.append, "polite", context=polite)
        while len(done) < 34:  # noqa: ASYNC110 - likewise
            await asyncio.sleep(0)

    def begin() -> None:
        loop = asyncio.get_running_loop()
        for name in "abc":
            loop.call_soon(flood, name, 10, context=own_context(0))
        tasks.append(loop.create_task(comes_later()))

    tasks: list[asyncio.Task[None]] = []
    run(begin)
    third = [at for at, name in enumerate(done) if name == "c"][2]
    assert done.index("polite") <= third + 2, "no more than what was under way came first"


class Keys:
    """A polite visitor's: they come by a socket while somebody else floods, and what each begins takes five steps."""

    def __init__(self, clock: Clock) -> None:
        self.done: list[str] = []
        self._clock = clock
        self._ours, self._theirs = socket.socketpair()
        self._tasks: list[asyncio.Task[None]] = []
        self._context = own_context(clock())

    def begin(self) -> None:
        loop = asyncio.get_running_loop()
        loop.add_reader(self._ours, self._come)
        for _ in range(4):
            loop.call_soon(self._flood, 12, context=own_context(self._clock()))
        self._tasks.append(loop.create_task(self._end()))

    def _flood(self, steps: int) -> None:
        self._clock.now += 0.075
        self.done.append("flood")
        if self.done.count("flood") in (10, 20, 30):
            self.done.append("key")
            self._theirs.send(b"j")
        if steps:
            asyncio.get_running_loop().call_soon(self._flood, steps - 1)

    def _come(self) -> None:
        self._ours.recv(1)
        self._tasks.append(asyncio.get_running_loop().create_task(self._effect(), context=self._context))

    async def _effect(self) -> None:
        for _ in range(5):
            self._clock.now += 0.002
            await asyncio.sleep(0)
        self.done.append("effect")

    async def _end(self) -> None:
        while self.done.count("effect") < 3:  # noqa: ASYNC110 - whatever has happened by then
            await asyncio.sleep(0)
        asyncio.get_running_loop().remove_reader(self._ours)
        for each in (self._ours, self._theirs):
            each.close()


@pytest.mark.skipif(sys.platform == "win32", reason="its loop has no readers")
def test_of_those_who_flood_nothing_is_begun_between_a_key_and_its_effect(
    run: Callable[[Callable[[], object]], None], clock: Clock
) -> None:
    keys = Keys(clock)
    run(keys.begin)
    pressed = [at for at, what in enumerate(keys.done) if what == "key"]
    assert len(pressed) == 3
    assert [keys.done[at + 1] for at in pressed] == ["effect"] * 3


def test_one_who_has_read_while_nobody_waited_is_not_behind_those_who_come_later() -> None:
    clock, worked, done = Clock(), Clock(), list[str]()
    polite = own_context(0.0)

    def do(name: str) -> None:
        worked.now += 0.004
        clock.now += 0.004
        done.append(name)

    async def work() -> None:
        loop = asyncio.get_running_loop()
        for number in range(200):
            if number == 175:
                flooding = [own_context(clock.now) for _ in range(4)]
            loop.call_soon(do, "read", context=polite)
            while len(done) == number:  # noqa: ASYNC110 - likewise
                await asyncio.sleep(0)
            clock.now += 0.036
        done.clear()
        for context in flooding:
            for _ in range(10):
                loop.call_soon(do, "flood", context=context)
        loop.call_soon(do, "read", context=polite)
        while len(done) < 41:  # noqa: ASYNC110 - whatever has happened by then
            await asyncio.sleep(0)

    with asyncio.Runner(loop_factory=lambda: FairLoop(clock, worked)) as runner:
        runner.run(work())
    assert done[0] == "read"


def test_a_visit_that_is_never_done_keeps_nobody_waiting(
    run: Callable[[Callable[[], object]], None], clock: Clock
) -> None:
    steps = 0

    async def endless() -> None:
        nonlocal steps
        while True:
            steps += 1
            clock.now += 0.001
            await asyncio.sleep(0)

    def begin() -> None:
        loop = asyncio.get_running_loop()
        rude = loop.create_task(endless(), context=own_context(0))
        loop.call_later(0, lambda: loop.call_later(0, rude.cancel))

    with pytest.raises(asyncio.CancelledError):
        run(begin)
    assert 0 < steps <= 100, "a few turns, of a few milliseconds each"


def test_what_a_visit_takes_back_is_not_done(run: Callable[[Callable[[], object]], None]) -> None:
    done: list[int] = []

    def begin() -> None:
        loop, context = asyncio.get_running_loop(), own_context(0)
        loop.call_soon(done.append, 1, context=context).cancel()
        loop.call_soon(done.append, 2, context=context)

    run(begin)
    assert done == [2]


def test_a_visit_that_asks_for_the_end_ends_nobody_elses() -> None:
    failures: list[BaseException] = []
    done: list[str] = []

    def leave() -> None:
        raise SystemExit(3)

    async def work() -> int:
        loop = asyncio.get_running_loop()
        loop.call_soon(leave, context=own_context(0))
        other = own_context(0)
        for name in ("one", "two"):
            loop.call_soon(done.append, name, context=other)
        while len(done) < 2:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0)
        return 7

    assert run_to_the_end(work(), failures.append) == 7
    assert [type(failure) for failure in failures] == [SystemExit]


def test_the_loop_need_not_wait_for_a_thread_beside_it_as_long_as_elsewhere() -> None:
    async def serve() -> float:
        return sys.getswitchinterval()

    before = sys.getswitchinterval()
    assert run_to_the_end(serve(), list[BaseException]().append) <= before / 5
    assert sys.getswitchinterval() == before
