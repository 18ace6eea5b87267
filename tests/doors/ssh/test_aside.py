from __future__ import annotations

import asyncio
import threading

import pytest

from tests.doors.ssh.attacks.clients import visiting
from tests.doors.ssh.serving import serving
from tui_home.doors.ssh.aside import Aside
from tui_home.pages import cache
from tui_home.pages.compose import compose
from tui_home.pages.page import Page


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
            await visitor.leaves()
    assert {section for section, on_loop in made if on_loop} == {"about"}, "the first frame waits for its page"
    assert {"papers", "news"} <= {section for section, on_loop in made if not on_loop}
