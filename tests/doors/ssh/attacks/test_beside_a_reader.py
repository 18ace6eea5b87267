"""Every row of SSH.md's table against the real server, while somebody else reads: all their keys must take effect.

How long each key took at worst is printed, and asserted nowhere: `python -m tests.benchmarks.attacks` measures.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest

from tests.doors.ssh.attacks.asking import ASKING
from tests.doors.ssh.attacks.clients import PATIENCE, reading
from tests.doors.ssh.attacks.rude import ATTACKS, HUGE, Attack
from tests.doors.ssh.attacks.watching import watched
from tests.doors.ssh.serving import Serving, serving
from tui_home.doors.ssh.homepages.reader import Reader

SECONDS = 0.3
FRAME = 512 * 1024
"""Bytes of the worst frame, roughly: 100,000 cells, some of them coloured."""
ENDLESS = 1_000_000


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving({"max_connections": 1000, "max_unauthenticated": 500, "full_unauthenticated": 600}) as running:
        yield running


@pytest.mark.parametrize("attack", ATTACKS + ASKING, ids=lambda attack: attack.__name__)
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
    assert "\x1b" not in server.log
    assert all(line.startswith("time=") for line in server.log.splitlines()), "a visitor has written a line of the log"


async def test_a_file_of_aliases_is_refused_beside_a_reader(server: Serving, tmp_path: Path) -> None:
    """304 bytes that were 28 MB of JSON."""
    aliases = "".join(
        f"{one}: &{one} [{', '.join(f'*{before}' for _ in range(9))}]\n" for before, one in pairwise("abcdefg")
    )
    (tmp_path / "_pages").mkdir()
    (tmp_path / "_data").mkdir()
    (tmp_path / "_config.yml").write_text("first_name: A\nlast_name: B\n")
    (tmp_path / "_pages/about.md").write_text("---\nlayout: about\npermalink: /\n---\nHello\n")
    (tmp_path / "_data/cv.yml").write_text(f"a: &a [x, y, z]\n{aliases}- title: [*g]\n")
    async with reading(server.port):
        asked = asyncio.run_coroutine_threadsafe(Reader(None).read(tmp_path, "", lambda _: None), server._loop)
        told = await asyncio.wait_for(asyncio.wrap_future(asked), PATIENCE)
    assert told.site is not None
    assert told.bytes < 64 * 1024
