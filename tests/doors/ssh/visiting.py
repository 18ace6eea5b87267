"""A visit by asyncssh's client, and what it left switched on in the terminal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tests.doors.ssh.serving import Serving
from tests.doors.ssh.terminal import Terminal

if TYPE_CHECKING:
    import asyncssh

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_STACKS = {
    "kitty's keyboard": (re.compile(rb"\x1b\[>[0-9]*u"), re.compile(rb"\x1b\[<[0-9]*u")),
    "the window's title": (re.compile(rb"\x1b\[22(?:;[0-9])?t"), re.compile(rb"\x1b\[23(?:;[0-9])?t")),
}
_AS_FOUND = {b"25": b"h", b"7": b"h"}
"""The cursor is seen, and lines are wrapped; every other mode is off."""


@asynccontextmanager
async def visiting(
    server: Serving,
    term: str = "xterm-256color",
    size: tuple[int, int] = (80, 24),
    window: int = 2 << 20,
    user: str = "somebody",
    **env: str,
) -> AsyncIterator[tuple[asyncssh.SSHClientChannel[bytes], Terminal]]:
    """Yield a visit that has begun, and ends at the latest with the connection."""
    terminal = Terminal()
    async with await server.connected(user) as connection:
        channel, _ = await connection.create_session(
            lambda: terminal, term_type=term, term_size=size, env=[*env.items()], encoding=None, window=window
        )
        yield channel, terminal


async def type_ahead(channel: asyncssh.SSHClientChannel[bytes], terminal: Terminal) -> bytes:
    """Press twenty keys at once, see that all of them take effect in their order, and return what was written."""
    channel.write(b"jjjj2341/federated\r3")
    papers = b": Papers\x1b\\"
    written = await terminal.until(b": About\x1b\\")
    if written.count(papers) == 1:
        written += await terminal.until(papers)
    titles = re.findall(rb"\x1b\]2;Wanru Zhao: ([^\x07\x1b]*)", written)
    assert titles == [b"News", b"Papers", b"Contact", b"About", b"Papers"]
    return written


def left_switched_on(written: bytes) -> list[str]:
    """Return what of a terminal is not as it was found, after all that was `written` to it."""
    modes = {mode: how for modes, how in _MODE.findall(written) for mode in modes.split(b";")}
    left = [f"mode {mode.decode()}" for mode, how in modes.items() if how != _AS_FOUND.get(mode, b"l")]
    counted = Counter({name: len(on.findall(written)) for name, (on, _) in _STACKS.items()})
    counted.subtract({name: len(off.findall(written)) for name, (_, off) in _STACKS.items()})
    return left + [name for name, depth in counted.items() if depth]
