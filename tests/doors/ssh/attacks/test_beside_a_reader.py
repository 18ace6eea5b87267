"""Every row of SSH.md's table against the real server, while somebody else reads: all their keys must take effect.

How long each key took at worst is printed, and asserted nowhere: `python -m tests.benchmarks.attacks` measures.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.doors.ssh.attacks.clients import reading
from tests.doors.ssh.attacks.rude import ATTACKS, HUGE, Attack
from tests.doors.ssh.attacks.watching import watched
from tests.doors.ssh.serving import Serving, serving

SECONDS = 0.3
FRAME = 512 * 1024
"""Bytes of the worst frame, roughly: 100,000 cells, some of them coloured."""
ENDLESS = 1_000_000


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving({"max_connections": 1000, "max_unauthenticated": 500, "full_unauthenticated": 600}) as running:
        yield running


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
async def test_a_reader_beside_it_is_served_and_everything_stays_bounded(server: Serving, attack: Attack) -> None:
    with watched(server) as most:
        async with reading(server.port):
            with suppress(TimeoutError):
                async with asyncio.timeout(SECONDS):
                    await attack(server.port, ENDLESS)
    # What a rude client has sent in vain is read to its end, as slowly as anything of theirs: not here.
    server.do(server.server.tunnel.end_all)
    server.wait_until_left()
    limits = server.server.settings.limits
    assert most.untaken <= limits.max_out + FRAME
    assert most.parsed <= 2 * limits.max_slice + 2**15, "asyncssh waits for the rest of one packet"
    assert most.events <= limits.max_events + 16, "beside keys and clicks, what Textual tells itself"
    assert most.held <= limits.max_paste
    assert most.cells <= HUGE[0] * HUGE[1]
    assert "event=crash" not in server.log
