"""Whoever is sent away finds their terminal as it was, whatever the reason; see also `screen/test_visit`.

But for those who take nothing (`End.untaken`): what would put it in order waits behind what they have left.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.doors.ssh.serving import Serving, serving
from tests.doors.ssh.terminal import LEFT
from tests.doors.ssh.visiting import left_switched_on, visiting
from tui_home.doors.ssh.telling.journal import End as Over
from tui_home.doors.ssh.watch import End


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving() as running:
        yield running


@pytest.mark.parametrize("acts", [False, True], ids=["looks", "acts"])
@pytest.mark.parametrize("why", [each for each in End if not each.untaken])
async def test_the_connection_is_ended(server: Serving, why: End, acts: bool) -> None:
    async with visiting(server, term="xterm-kitty") as (channel, terminal):
        written = await terminal.until(b"leave")
        if acts:
            channel.write(b"2")
            written += await terminal.until(b"Vienna")
        [wire] = server.do(lambda: [each.wire for each in server.server.present._connections])
        assert left_switched_on(written)
        server.do(lambda: wire.end(why))
        written += await terminal.end()
    assert written.count(LEFT) == 1
    assert not left_switched_on(written)
    server.wait_until_left()


async def test_too_much_has_come_from_them() -> None:
    with serving({"max_in": 64 * 1024, "burst_in": 1 << 20}) as strict:
        async with visiting(strict) as (channel, terminal):
            written = await terminal.until(b"leave")
            for _ in range(20):
                channel.write(b"j" * 4096)
            written += await terminal.end()
        assert not left_switched_on(written)
        strict.wait_until_left()
        assert "end=rude" in strict.log


async def test_they_take_again_what_they_had_left_and_are_sent_away_then(server: Serving) -> None:
    async with visiting(server, window=32 << 10) as (channel, terminal):
        written = await terminal.until(b"leave")
        [connection] = server.do(lambda: list(server.server.present._connections))
        channel.pause_reading()

        def end() -> None:
            [session] = connection._sessions
            assert session._line
            session._line.write("x" * 100_000)
            connection.end(Over.DRAINED)

        server.do(end)
        channel.resume_reading()
        written += await terminal.end()
    assert LEFT in written
    assert not left_switched_on(written)
