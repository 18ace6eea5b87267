"""Hazard 10: the first frame is one, and no key that comes before it is lost."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

import pytest

from tests.doors.ssh.serving import Serving, serving
from tests.doors.ssh.visiting import visiting

_UNSEEN = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # titles, pointers, questions for colours
    rb"|\x1b\[[<>?][0-9;$]*[a-z]"  # modes, and other questions
    rb"|\x1b\[[0-9;]*[tc]"
)
_ROW = re.compile(rb"\x1b\[([0-9]+);1H")
_TITLE = re.compile(rb"\x1b\]2;Wanru Zhao: ([^\x07\x1b]*)\x1b\\")
_SIXTIETHS = 12
"""Textual paints what is owed with the next sixtieth of a second."""


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving() as running:
        yield running


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (160, 50)])
async def test_the_first_frame_is_whole_and_the_only_one(server: Serving, size: tuple[int, int]) -> None:
    # One that is asked nothing: an answer that comes later than the frame draws everything again, in the right colours.
    async with visiting(server, "linux", size) as (channel, terminal):
        written = await terminal.until(b"leave")
        for _ in range(_SIXTIETHS):
            await asyncio.sleep(1 / 60)
        drawn = _UNSEEN.sub(b"", written + terminal.written)
        assert drawn.startswith(b"\x1b[1;1H"), "nothing is drawn before it"
        # Each line once; the last place is the cursor's.
        assert [int(row) for row in _ROW.findall(drawn)] == list(range(1, size[1] + 1))
        assert drawn.count(b"leave") == 1
        terminal.written = b""
        channel.write(b"?")
        await terminal.until(b"alt+")


async def test_keys_of_the_very_first_moment_are_done_in_their_order(server: Serving) -> None:
    async with visiting(server) as (channel, terminal):
        # Before anything has been answered, in as many packets as there are keys.
        for key in b"jjj234121/federated\r":
            channel.write(bytes((key,)))
        written = await terminal.until("“federated”".encode())
        assert _TITLE.findall(written) == [b"About", b"News", b"Papers", b"Contact", b"About", b"News", b"About"]
        channel.write(b"q")
        assert b"leave" in written
        await terminal.end()
        assert channel.get_exit_status() == 0


async def test_keys_in_pieces_and_those_of_a_shell_do_no_harm(server: Serving) -> None:
    async with visiting(server) as (channel, terminal):
        await terminal.until(b"leave")
        for piece in (b"\x1b", b"[", b"C"):
            channel.write(piece)
        await terminal.until(b": News\x1b\\")
        channel.write(b"/Zh\xc3")
        channel.write(b"\xa3o")
        await terminal.until("Zhão".encode())
        # Esc alone, which could be the beginning of an arrow, arrives after a moment all the same.
        channel.write(b"\x1b")
        await terminal.until(b"/\x1b[0m")
        # ctrl+z, ctrl+\, ctrl+s stop nothing; ctrl+c leaves when it is pressed again.
        channel.write(b"\x1a\x1c\x13" + b"3")
        await terminal.until(b": Papers\x1b\\")
        channel.write(b"\x03\x03")
        await terminal.end()
        assert channel.get_exit_status() == 0
