"""The visitor with a stopwatch sees whole frames: without it a key's effect would be its first byte."""

from __future__ import annotations

from tests.benchmarks.visitor import PANES, visiting
from tests.doors.ssh.serving import serving


async def test_each_section_is_seen_whole_after_its_key() -> None:
    with serving() as server:
        async with visiting("127.0.0.1", server.port, answers=True) as visitor:
            await visitor.see(PANES["1"])
            for key in "2341":
                pressed = await visitor.press(key)
                assert 0 < pressed.first <= pressed.effect
                assert pressed.size > 1000
            visitor.write("q")
            await visitor.over()
        server.wait_until_left()
