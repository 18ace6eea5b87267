from __future__ import annotations

import asyncio
import gc
import threading
from dataclasses import replace
from itertools import count, pairwise
from typing import TYPE_CHECKING

import pytest

from tests.doors.ssh.attacks.clients import PATIENCE, visiting
from tests.doors.ssh.serving import serving
from tests.doors.ssh.test_linear_visit import FakeBacklog, FakeOutlet
from tui_home.doors.ssh.aside import Aside
from tui_home.doors.ssh.fair import FairLoop
from tui_home.doors.ssh.line import Line
from tui_home.doors.ssh.share import own_context, share_in
from tui_home.linear import readings
from tui_home.output.linear import Piece, pieces
from tui_home.pages import cache
from tui_home.pages.compose import compose
from tui_home.pages.page import Page

if TYPE_CHECKING:
    from tui_home.model.blocks import Blocks


async def test_one_thing_is_done_at_a_time_also_when_nobody_waits_for_it_any_more() -> None:
    aside, begun, go_on, done = Aside(), threading.Event(), threading.Event(), list[str]()

    def first() -> None:
        begun.set()
        go_on.wait()
        done.append("first")

    leaves = asyncio.create_task(aside.do(first))
    await asyncio.to_thread(begun.wait)
    leaves.cancel()
    second = asyncio.create_task(aside.do(lambda: done.append("second")))
    with pytest.raises(asyncio.CancelledError):
        await leaves
    assert done == []
    go_on.set()
    await second
    assert done == ["first", "second"]


async def test_what_goes_wrong_is_told_and_keeps_nobodys_turn() -> None:
    aside = Aside()

    def fail() -> None:
        raise ValueError("ours")

    with pytest.raises(ValueError, match="ours"):
        await aside.do(fail)
    assert await aside.do(lambda: 7) == 7


async def test_whoever_has_used_least_lately_is_next() -> None:
    aside, go_on, done = Aside(lambda: 1.0), threading.Event(), list[str]()
    flooding, reading = own_context(0.0), own_context(0.0)
    for context, seconds in ((flooding, 0.5), (reading, 0.1)):
        share = share_in(context)
        assert share is not None
        share.use(seconds, 1.0)

    def work(name: str) -> asyncio.Task[None]:
        context = {"f": flooding, "r": reading}[name[0]]
        return asyncio.get_running_loop().create_task(aside.do(lambda: done.append(name)), context=context)

    first = asyncio.create_task(aside.do(go_on.wait))
    await asyncio.sleep(0)
    tasks = [work(name) for name in ("f1", "f2", "r1", "f3", "r2")]
    await asyncio.sleep(0)
    tasks.append(asyncio.create_task(aside.do(lambda: done.append("ours"))))
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.gather(first, *tasks)
    assert done == ["ours", "r1", "r2", "f1", "f2", "f3"]


async def test_what_is_done_beside_the_loop_is_billed() -> None:
    aside, context = Aside(lambda: 1.0), own_context(1.0)
    share = share_in(context)
    assert share is not None
    before = share.rank
    await asyncio.get_running_loop().create_task(aside.do(lambda: sum(range(10_000))), context=context)
    assert share.rank > before


def test_who_has_to_wait_for_the_loop_keeps_nobody_waiting_for_a_thread() -> None:
    rude, polite = own_context(0.0), own_context(0.0)
    share = share_in(rude)
    assert share is not None
    share.use(1e9, 0.0)

    async def work() -> None:
        loop, begun, go_on = asyncio.get_running_loop(), threading.Event(), threading.Event()
        aside, over = Aside(lambda: 0.0), threading.Event()

        def first() -> None:
            begun.set()
            go_on.wait()

        def step() -> None:
            if not over.is_set():
                loop.call_soon(step)

        under_way = loop.create_task(aside.do(first), context=rude)
        await asyncio.to_thread(begun.wait)
        # Of somebody who has used less there is always something to do.
        loop.call_soon(step, context=polite)
        go_on.set()
        try:
            assert await asyncio.wait_for(aside.do(lambda: 7), PATIENCE) == 7
            assert not under_way.done()
        finally:
            over.set()
            await under_way

    # Each look at the clock takes a tenth of a visit's slice.
    with asyncio.Runner(loop_factory=lambda: FairLoop(lambda: 0.0, count(0.0, 0.0002).__next__)) as runner:
        runner.run(work())


async def test_no_section_is_laid_out_on_the_loop_that_others_share(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[str, bool]] = []
    with serving() as server:
        loops = server.do(threading.get_ident)

        def watched(section: str, *rest: object) -> Page:
            made.append((section, threading.get_ident() == loops))
            return compose(section, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(cache, "compose", watched)
        async with visiting(server.port, (90, 24)) as visitor:
            for key, shows in ((b"3", b"Yihong"), (b"2", b"Vienna")):
                visitor.channel.write(key)
                await visitor.terminal.until(shows)
            visitor.channel.change_terminal_size(70, 24)
            await visitor.terminal.until(b"Vienna")
            visitor.channel.write(b"3\rs")
            await visitor.terminal.until(b"select with the mouse")
            visitor.channel.write(b"x")
            await visitor.leaves()
        server.wait_until_left()
    gc.collect()  # whoever counts visits counts none of these
    assert {section for section, on_loop in made if on_loop} == set()
    assert {"about", "papers", "news", "papers:plain"} <= {section for section, _ in made}


async def test_nothing_that_is_read_line_by_line_is_made_on_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def watched(blocks: Blocks) -> tuple[Piece, ...]:
        made.append(threading.get_ident())
        return pieces(blocks)

    monkeypatch.setattr(readings, "pieces", watched)
    with serving() as server:
        loops = server.do(threading.get_ident)
        async with await server.connected() as connection:
            async with connection.create_process("read", input="go papers\nfind the\n1\n") as process:
                heard = (await process.communicate())[0]
            assert isinstance(heard, str)
            assert "[1]" in heard
            server.do(lambda: server.homepage.replace(replace(server.homepage.site, revision="later")))
    assert made
    assert loops not in made


async def test_whoever_is_told_a_lot_lets_others_have_their_turn() -> None:
    outlet, turns = FakeOutlet(), list[int]()
    line = Line(outlet, FakeBacklog(), terminal=False)
    telling = asyncio.create_task(line.tell("x" * 100_000))
    while not telling.done():
        turns.append(len(outlet.written))
        await asyncio.sleep(0)
    assert max(after - before for before, after in pairwise(turns)) < 20_000
    assert len(outlet.written) == 100_000
