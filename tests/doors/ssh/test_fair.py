from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from tui_home.doors.ssh.fair import FairLoop, visit_context
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

        with asyncio.Runner(loop_factory=lambda: FairLoop(clock)) as runner:
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
            asyncio.get_running_loop().create_task(visit(name), context=visit_context())

    run(begin)
    assert done == ["a0", "b0", "a1", "b1", "a2", "b2"]


def test_whoever_has_used_least_comes_first(run: Callable[[Callable[[], object]], None], clock: Clock) -> None:
    done: list[str] = []
    polite = visit_context()

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
            loop.call_soon(flood, name, 10, context=visit_context())
        tasks.append(loop.create_task(comes_later()))

    tasks: list[asyncio.Task[None]] = []
    run(begin)
    third = [at for at, name in enumerate(done) if name == "c"][2]
    assert done.index("polite") <= third + 2, "no more than what was under way came first"


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
        rude = loop.create_task(endless(), context=visit_context())
        loop.call_later(0, lambda: loop.call_later(0, rude.cancel))

    with pytest.raises(asyncio.CancelledError):
        run(begin)
    assert 0 < steps <= 100, "a few turns, of a few milliseconds each"


def test_what_a_visit_takes_back_is_not_done(run: Callable[[Callable[[], object]], None]) -> None:
    done: list[int] = []

    def begin() -> None:
        loop, context = asyncio.get_running_loop(), visit_context()
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
        loop.call_soon(leave, context=visit_context())
        other = visit_context()
        for name in ("one", "two"):
            loop.call_soon(done.append, name, context=other)
        while len(done) < 2:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0)
        return 7

    assert run_to_the_end(work(), failures.append) == 7
    assert [type(failure) for failure in failures] == [SystemExit]
