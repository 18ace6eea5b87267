"""The denied are refused from the first moment on."""

from __future__ import annotations

import asyncio
import io
import time
from pathlib import Path

import asyncssh

from tui_home.doors.ssh.homepages.houses import Houses
from tui_home.doors.ssh.server import Server
from tui_home.doors.ssh.starting.settings import ServeSettings
from tui_home.doors.ssh.starting.sockets import open_sockets
from tui_home.doors.ssh.telling.journal import Journal, Style

HERE = "127.0.0.1"


async def test_the_file_of_the_denied_is_read_before_anybody_is_let_in(tmp_path: Path) -> None:
    deny = tmp_path / "deny"
    deny.write_text(f"{HERE}\nnonsense\n")
    log = io.StringIO()
    settings = ServeSettings(
        houses=(),
        sockets=tuple(open_sockets(HERE, 0)),
        key=asyncssh.generate_private_key("ssh-ed25519"),
        key_place=tmp_path / "key",
        deny=deny,
        journal=Journal(time.monotonic, Style(), log),
    )
    server = Server(settings, Houses.of({}))
    await server.start()
    reader, writer = await asyncio.open_connection(HERE, settings.addresses[0][1])
    try:
        assert await reader.read() == b"", "no greeting"
        assert "nonsense" in log.getvalue(), "the owner hears at once what is no address"
    finally:
        writer.close()
        server.stop()
        server.stop()
        await server.drain()
